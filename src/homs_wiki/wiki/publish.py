"""Publishing one text as one revision, made from a revision that is known.

What must be true beforehand is found out by `homs_wiki.wiki.state`; here it is decided what may be
saved, saved exactly once with the journal written before and after, and read back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.source import Edit
from homs_wiki.wiki.errors import ConflictError, UnansweredError, WikiError
from homs_wiki.wiki.saving import Outcome, Sent, find, save, sha1_of, stored_summary
from homs_wiki.wiki.site import Draft
from homs_wiki.wiki.state import NO_PAGE, State
from homs_wiki.wiki.transform import expected_changes, normalised

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from homs_wiki.diff.merge import Merge
    from homs_wiki.profile import Profile
    from homs_wiki.wiki.journal import Journal
    from homs_wiki.wiki.patience import Patience
    from homs_wiki.wiki.site import Revision, WikiSite
    from homs_wiki.wiki.state import Standing


class Alteration(NamedTuple):
    """Something that the wiki will store otherwise than it stands in the text.

    Attributes:
        start: where it stands in the text (code points).
        what: what happens, in words.
        before: what stands there; empty if ``what`` says it all.
        after: what the wiki will store for it.
    """

    start: int
    what: str
    before: str = ""
    after: str = ""


class Published(NamedTuple):
    """A text that is on the wiki.

    Attributes:
        outcome: how it came there.
        revision: the revision, as it was read back.
        is_as_sent: whether it holds the text that was sent.
    """

    outcome: Outcome
    revision: Revision
    is_as_sent: bool


def alterations(text: str, stored: str, profile: Profile) -> Iterator[Alteration]:
    """Yield everything that the wiki will store otherwise, in order of kind and place.

    The one line end that a file has at its end and a page has not goes without saying.

    Args:
        text: what is to be saved.
        stored: what the wiki would store for it (`homs_wiki.wiki.state.stored_text`).
        profile: the wiki's.
    """
    for change in expected_changes(text.removesuffix("\n"), profile):
        if change.is_certain:
            yield Alteration(change.start, change.what)
    plain = normalised(text)
    if plain == stored:
        return
    from homs_wiki.diff.text import compare_texts  # seldom wanted

    for start, end, after in _joined(compare_texts(plain, stored).edits()):
        yield Alteration(start, "the wiki puts in", plain[start:end], after)


def _joined(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield edits, those side by side as one."""
    last: Edit | None = None
    for edit in edits:
        if last and last.end == edit.start:
            last = Edit(last.start, edit.end, last.text + edit.text)
            continue
        if last:
            yield last
        last = edit
    if last:
        yield last


def file_key(title: str, path: Path) -> str:
    """Return under what the journal knows a page together with the file that holds its text.

    Two files may hold the same page, each made from another revision.
    """
    return f"{title}\n{path.resolve()}"


def last_published(site: WikiSite, title: str, journal: Journal) -> int | None:
    """Return the revision that the journal says the text was made from; None if it knows none.

    A draft whose fate was left open is looked for in the page's history first.
    """
    last = None
    for entry in journal.entries():
        revision = entry.revision
        if revision is None:
            revision = _settle(site, Sent(title, entry.base, entry.sha1, entry.summary))
            if revision is None:
                journal.forget(entry.id)
                continue
            journal.finish(entry.id, revision)
        last = revision
    return last


def _settle(site: WikiSite, sent: Sent) -> int | None:
    """Return the revision that a draft became; None if none holds its text alone."""
    try:
        found = find(site, sent, site.account().name)
    except ConflictError:
        return None
    # What the wiki merged is not what the file holds: that is still made from the old base.
    return found.revision if found and found.how != "merged" else None


def note_base(journal: Journal, revision: Revision, text: str) -> None:
    """Write down that the file's text was made from a revision, which is on the wiki already."""
    number = journal.begin("", revision.parent, sha1_of(text), "")
    journal.finish(number, revision.id)


def merged_with_wiki(standing: Standing, profile: Profile, title: str) -> Merge:
    """Return the text and what others did since its base in one.

    Raises:
        ValueError: the two are not apart.
    """
    base, current = standing.base, standing.current
    if standing.state is not State.APART or base is None or current is None:
        raise ValueError("there is nothing to merge")
    from homs_wiki.diff.merge import Labels, merge  # seldom wanted

    labels = Labels("here", f"revision {base.id}", f"revision {current.id} of {title}")
    return merge(base.text or "", standing.text, current.text or "", profile, labels=labels)


def publish(
    site: WikiSite,
    standing: Standing,
    journal: Journal,
    summary: str,
    *,
    minor: bool = False,
    started: datetime | None = None,
    patience: Patience | None = None,
) -> Published:
    """Save a text that is new or ahead of the page, and read it back.

    Args:
        site: the wiki.
        standing: how the text stands to the page.
        journal: that of the page and the file.
        summary: what was done.
        minor: whether it is a minor edit.
        started: when work began, so that a page deleted since is not made anew.
        patience: how often to try.

    Raises:
        ValueError: it is neither new nor ahead.
        ConflictError: somebody changed, moved or deleted the page meanwhile; nothing was saved.
        JournalError: the journal cannot be used, or another run publishes now.
        RefusedError: the wiki refused; nothing was saved.
        UnansweredError: whether it was saved is not known; the next run finds out.
    """
    if standing.state not in (State.NEW, State.AHEAD):
        raise ValueError(f"a text that is {standing.state.value} is not to be saved")
    base = standing.base.id if standing.base else None
    draft = Draft(standing.title, standing.text, stored_summary(summary), base, started, minor)
    with journal.alone():
        outcome = _save(site, draft, journal, patience)
    revision = site.revision(outcome.revision)
    return Published(outcome, revision, revision.text == draft.text)


def _save(site: WikiSite, draft: Draft, journal: Journal, patience: Patience | None) -> Outcome:
    """Save a draft with the journal written before and after."""
    number = journal.begin("", draft.base or NO_PAGE, sha1_of(draft.text), draft.summary)
    try:
        outcome = save(site, draft, patience)
    except UnansweredError:
        raise  # the entry stays open: the next run asks the page's history
    except WikiError:
        journal.forget(number)
        raise
    if outcome.how == "merged":
        # The file does not hold what others did, so it is still made from the old base.
        journal.forget(number)
    else:
        journal.finish(number, outcome.revision)
    return outcome
