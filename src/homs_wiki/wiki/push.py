"""Publishing the commits of a repository: each one revision, in order, exactly once.

Three witnesses say what is on the wiki already: the journal, the marks in the summaries, and the
SHA-1 of the revisions. The journal goes first, as it knows of drafts whose answer was lost; for
what it does not know (another machine pushed), the page's history is read for marks. Whatever they
say, a commit is only sent if the page holds what the commit before it left there, or what the
commit itself is known to hold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.wiki.errors import ConflictError, UnansweredError, WikiError
from homs_wiki.wiki.patience import Pace, Patience
from homs_wiki.wiki.saving import LONGEST_SUMMARY, Outcome, Sent, save, settled, sha1_of
from homs_wiki.wiki.site import Draft
from homs_wiki.wiki.transform import expected_changes, normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from homs_wiki.wiki.journal import Entry, Journal
    from homs_wiki.wiki.site import Revision, WikiSite

_MARK_LENGTH: Final = 12
_MARK: Final = re.compile(r"\(git ([0-9a-f]{12})\)\Z")


class Commit(NamedTuple):
    """A commit that changed the page's file.

    Attributes:
        id: its full name, in hexadecimal.
        subject: the first line of its message.
        text: the file's text in it, with LF line ends.
        base: the latest of the page's revisions that the commit has among its ancestors, as
            pulled or merged in git; 0 if there is none or it is not known.
    """

    id: str
    subject: str
    text: str
    base: int = 0


class Pushed(NamedTuple):
    """A commit that is on the wiki.

    Attributes:
        commit: which.
        outcome: how it came there.
        is_new: whether this run brought it there.
    """

    commit: Commit
    outcome: Outcome
    is_new: bool


class MergedByWikiError(WikiError):
    """The wiki merged a commit with another person's edit; the page holds a text nobody sent."""


def summary_of(commit: Commit) -> str:
    """Return a commit's summary: its subject, and the mark that ties the revision to it."""
    mark = f"(git {commit.id[:_MARK_LENGTH]})"
    subject = " ".join(commit.subject.split())
    return f"{subject[: LONGEST_SUMMARY - len(mark) - 1]} {mark}".strip()


def mark_in(comment: str | None) -> str | None:
    """Return the beginning of a commit's name that a summary carries; None if it carries none."""
    found = _MARK.search(comment or "")
    return found[1] if found else None


class UnexpectedError(WikiError):
    """After all was sent, the page's history is not what was sent."""


class _Start(NamedTuple):
    """Where to begin.

    Attributes:
        done: how many commits are on the wiki, or are part of the next one.
        base: the revision that the next one is made from; 0 if there is no page.
        sha1: of that revision.
    """

    done: int
    base: int
    sha1: str | None


class _Last(NamedTuple):
    """The last commit that was pushed.

    Attributes:
        place: its place among the commits; -1 if none was pushed.
        revision: where it is.
        sha1: of the text that was sent.
    """

    place: int
    revision: int
    sha1: str | None


_NOTHING: Final = _Last(-1, 0, None)


def push(
    site: WikiSite,
    title: str,
    commits: Sequence[Commit],
    journal: Journal,
    *,
    patience: Patience | None = None,
    tell: Callable[[int, Pushed], None] = lambda _number, _pushed: None,
) -> list[Pushed]:
    """Publish commits, oldest first; return those that this run brought to the wiki.

    After any interruption the same call goes on where the last one stopped. Two machines that push
    the same page at once cannot be kept apart: the wiki takes them for one. One of them is told.

    Args:
        site: the wiki.
        title: the page.
        commits: every commit of the range, in order; those that are on the wiki are passed over.
        journal: that of this page on this wiki.
        patience: how often to try a save.
        tell: is told of each commit, with its place from 0.

    Raises:
        ConflictError: somebody else changed the page; nothing was overwritten.
        JournalError: the journal cannot be used, or another run publishes now.
        MergedByWikiError: the wiki merged a commit with somebody else's edit.
        RefusedError: the wiki refused a commit.
        UnansweredError: whether a commit was saved is not known; the next run finds out.
        UnexpectedError: all was sent, but the page's history is not what was sent.
    """
    with journal.alone():
        return _push(site, title, commits, journal, patience or Patience(), tell)


def _push(
    site: WikiSite,
    title: str,
    commits: Sequence[Commit],
    journal: Journal,
    patience: Patience,
    tell: Callable[[int, Pushed], None],
) -> list[Pushed]:
    account = site.account()
    pace = Pace(account.limits, patience)
    start = _start(site, title, commits, journal, account.name, patience)
    pushed = []
    base, sha1 = start.base, start.sha1
    for number, commit in enumerate(commits[start.done :], start.done):
        text = _stored(site, title, commit.text)
        wanted = sha1_of(text)
        draft = Draft(title, text, summary_of(commit), base or None)
        if wanted == sha1:
            outcome = Outcome("unchanged", base)
            journal.finish(_write_down(journal, draft, commit), base)
        else:
            pace.keep()
            outcome = _save(site, draft, commit, journal, account.name, patience)
        pushed.append(Pushed(commit, outcome, outcome.how != "unchanged"))
        tell(number, pushed[-1])
        if outcome.how == "merged":
            raise MergedByWikiError(
                f"the wiki merged {summary_of(commit)!r} with another person's edit as revision "
                f"{outcome.revision}: pull that revision and merge it before the next push"
            )
        base, sha1 = outcome.revision, wanted
    if any(each.is_new for each in pushed):
        _check(site.after(title, start.base), pushed, account.name, base, sha1)
    return pushed


def _write_down(journal: Journal, draft: Draft, commit: Commit) -> int:
    return journal.begin(commit.id, draft.base or 0, sha1_of(draft.text), draft.summary)


def _save(
    site: WikiSite, draft: Draft, commit: Commit, journal: Journal, user: str, patience: Patience
) -> Outcome:
    """Save one commit with the journal written before and after."""
    number = _write_down(journal, draft, commit)
    try:
        outcome = save(site, draft, patience, user=user)
    except UnansweredError:
        raise  # the entry stays open: the next run asks the wiki's history
    except WikiError:
        journal.forget(number)
        raise
    journal.finish(number, outcome.revision)
    return outcome


def _check(
    behind: Sequence[Revision], pushed: Sequence[Pushed], user: str, last: int, sha1: str | None
) -> None:
    """Check that the history holds what was pushed, and nothing else of ours."""
    expected = {each.outcome.revision for each in pushed if each.is_new}
    there = {revision.id: revision for revision in behind}
    ours = {revision.id for revision in behind if revision.user == user}
    if missing := sorted(expected - there.keys()):
        raise UnexpectedError(f"revision {missing[0]} was saved, but is not in the page's history")
    if doubled := sorted(ours - expected):
        raise UnexpectedError(
            f"revision {doubled[0]} by {user} came while this was pushed, and is none of it: "
            "look at it before the next push"
        )
    if last in there and there[last].sha1 not in (None, sha1):
        raise UnexpectedError(f"the wiki stored another text than was sent as revision {last}")


def _stored(site: WikiSite, title: str, text: str) -> str:
    """Return a text as the wiki will store it; the wiki is asked only where we cannot know."""
    changes = expected_changes(text, site.profile)
    if all(change.is_certain for change in changes):
        return normalised(text) if changes else text
    return normalised(site.stored(title, text))


def _start(
    site: WikiSite,
    title: str,
    commits: Sequence[Commit],
    journal: Journal,
    user: str,
    patience: Patience,
) -> _Start:
    """Find out which commits are on the wiki, and that nothing else is behind them."""
    last = _last_in_journal(site, title, commits, journal, user, patience)
    current = site.current(title)
    if current is None:
        if last.revision:
            raise ConflictError(
                "pagedeleted", "", f"“{title}” was deleted since revision {last.revision}"
            )
        return _Start(0, 0, None)
    if current.id != last.revision:
        last = _last_by_mark(site, title, commits, last)
    if (current.id, current.sha1) == (last.revision, last.sha1):
        return _Start(last.place + 1, current.id, current.sha1)
    for place in range(last.place + 1, len(commits)):
        if commits[place].base == current.id:
            return _Start(place, current.id, current.sha1)
    for place in reversed(range(last.place + 1, len(commits))):
        if sha1_of(normalised(commits[place].text)) == current.sha1:
            return _Start(place + 1, current.id, current.sha1)
    raise _stands_apart(title, current, last)


def _stands_apart(title: str, current: Revision, last: _Last) -> ConflictError:
    who = current.user or "a hidden user"
    if not last.revision:
        said = (
            f"“{title}” exists, and its text (revision {current.id}) is that of none of the "
            "commits: pull the page first, or publish the difference as one edit"
        )
        return ConflictError("unknownbase", "", said)
    if current.id == last.revision:
        said = f"“{title}” holds a text that nobody sent: the wiki merged it (revision {current.id}"
    else:
        said = f"“{title}” was changed since the last push (revision {current.id}"
    return ConflictError("editconflict", "", f"{said} by {who}): pull it, merge, and push again")


def _last_in_journal(
    site: WikiSite,
    title: str,
    commits: Sequence[Commit],
    journal: Journal,
    user: str,
    patience: Patience,
) -> _Last:
    """Return the last commit that was saved; settle what was left open."""
    for entry in reversed([entry for entry in journal.entries() if entry.source]):
        revision = entry.revision or _settle(site, title, entry, journal, user, patience)
        if revision:
            return _Last(_place(title, commits, entry.source), revision, entry.sha1)
    return _NOTHING


def _place(title: str, commits: Sequence[Commit], source: str) -> int:
    for place, commit in enumerate(commits):
        if commit.id == source:
            return place
    raise ConflictError(
        "unknowncommit",
        "",
        f"the last commit pushed to “{title}” is {source[:_MARK_LENGTH]}, which is not among "
        "those to push: name a range that holds it, or look whether history was rewritten",
    )


def _settle(
    site: WikiSite, title: str, entry: Entry, journal: Journal, user: str, patience: Patience
) -> int | None:
    """Find out what became of a draft that was sent when the last run ended; None if nothing."""
    sent = Sent(title, entry.base, entry.sha1, entry.summary)
    why = UnansweredError("the last push ended before the wiki answered")
    try:
        found = settled(site, sent, user, patience, why)
    except ConflictError:
        found = None  # it was not saved; that others were quicker is found out after this
    if found is None:
        journal.forget(entry.id)
        return None
    journal.finish(entry.id, found.revision)
    return found.revision


def _last_by_mark(site: WikiSite, title: str, commits: Sequence[Commit], last: _Last) -> _Last:
    """Return the last commit that the page's history has a mark of, if it is a later one.

    A mark can be copied, so the revision counts as that commit only if it has the commit's text.
    """
    places = {commit.id[:_MARK_LENGTH]: place for place, commit in enumerate(commits)}
    for revision in reversed(site.after(title, last.revision)):
        place = places.get(mark_in(revision.comment) or "", -1)
        if place > last.place:
            return _Last(place, revision.id, sha1_of(_stored(site, title, commits[place].text)))
    return last
