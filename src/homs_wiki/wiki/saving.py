"""Saving a text exactly once, whatever happens to the answers.

A wiki may save and its answer be lost; sending the text again would then make a second revision,
or undo what another person did meanwhile. So after anything but a clear answer the page's history
is asked first, and only if nothing of ours is there is the same draft sent again, with the same
base.

Nor is it enough to look once: a request without an answer may still wait in a queue, and be carried
out after we looked. Were the draft sent again and the next one after it, a wiki that merges could
then put the late one on top. So a request is given time to arrive (`Patience.settle`) before
anything else is sent: there is never more than one of ours on its way.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple
from unicodedata import normalize

from homs_wiki.wiki.errors import ConflictError, RefusedError, UnansweredError
from homs_wiki.wiki.patience import Patience as Patience

if TYPE_CHECKING:
    from homs_wiki.wiki.site import Draft, Revision, WikiSite

LONGEST_SUMMARY: Final = 500
"""Code points of a summary that MediaWiki keeps."""
# A summary that is a heading loses its marks.
_HEADING: Final = re.compile(r"\s*=+\s*(.*?)\s*=+\s*", re.DOTALL)

How = Literal["saved", "found", "merged", "unchanged"]


class Outcome(NamedTuple):
    """How a draft came to be on the wiki.

    Attributes:
        how: "saved", and the wiki said so; "found" in the history after an answer was lost;
            "merged" by the wiki with what another person had saved since the base, so that the
            page holds a text that nobody sent; "unchanged", since the page had this text already.
        revision: the id of the revision that holds the draft, or of the one that has its text.
    """

    how: How
    revision: int


def sha1_of(text: str) -> str:
    """Return the SHA-1 of a text as MediaWiki's API gives it: of its UTF-8, hexadecimal."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


def stored_summary(summary: str) -> str:
    """Return a summary as MediaWiki keeps it: composed, in one line, at most 500 code points."""
    line = " ".join(normalize("NFC", summary).split())
    heading = _HEADING.fullmatch(line)
    return (heading[1] if heading else line)[:LONGEST_SUMMARY].strip()


class Sent(NamedTuple):
    """By what a draft is recognised in a page's history.

    Attributes:
        title: the page.
        base: the revision that it was made from; 0 for a new page.
        sha1: of its text.
        summary: as sent.
    """

    title: str
    base: int
    sha1: str
    summary: str


def save(
    site: WikiSite, draft: Draft, patience: Patience | None = None, *, user: str | None = None
) -> Outcome:
    """Save a draft exactly once.

    Args:
        site: the wiki.
        draft: its text must be as the wiki stores it (`WikiSite.stored`), so that it can be
            recognised in the history.
        patience: how often to try.
        user: the account's name, if it is known; else the wiki is asked.

    Raises:
        ConflictError: the page is not the base any more; nothing of the draft was saved.
        RefusedError: the wiki said no, and waiting is no use or took too long.
        UnansweredError: to the last try no answer came: the draft may or may not be saved.
    """
    patience = patience or Patience()
    draft = draft._replace(summary=stored_summary(draft.summary))
    sent = Sent(draft.title, draft.base or 0, sha1_of(draft.text), draft.summary)
    user = user or site.account().name
    is_lost = False  # whether a request of ours went without an answer
    for attempt in range(patience.tries):
        try:
            return _send(site, draft, sent, user)
        except UnansweredError as error:
            is_lost = True
            found = settled(site, sent, user, patience, error)
            if found:
                return found
            if attempt + 1 == patience.tries:
                raise
        except ConflictError:
            # It may be our own draft that stands in the way: sent before, its answer lost.
            found = own(site.after(sent.title, sent.base), sent, user, by_summary=is_lost)
            if found:
                return found
            raise
        except RefusedError as error:
            if error.may_wait is None or attempt + 1 == patience.tries:
                raise
            patience.wait(attempt, str(error), error.may_wait)
    raise AssertionError("the last try returns or raises")


def settled(
    site: WikiSite,
    sent: Sent,
    user: str,
    patience: Patience,
    error: UnansweredError,
) -> Outcome | None:
    """Look for a draft whose answer was lost until it is found, or can arrive no more.

    Args:
        site: the wiki.
        sent: the draft.
        user: who sent it.
        patience: how long a request may be on its way.
        error: why there was no answer.

    Raises:
        ConflictError: another person's revision follows the base, and ours is not there.
        UnansweredError: the wiki does not even say what is in the history.
    """
    waited, pause = 0.0, patience.pause
    asked = error.may_wait or 0
    while True:
        is_last = waited >= patience.settle
        found = find(site, sent, user, is_certain=is_last)
        if found or is_last:
            return found
        seconds = min(max(pause, asked), patience.longest, max(patience.settle - waited, asked))
        patience.tell(f"{error}; looking whether it was saved in {seconds:.0f} s")
        patience.sleep(seconds)
        waited, pause, asked = waited + seconds, pause * 2, 0


def _send(site: WikiSite, draft: Draft, sent: Sent, user: str) -> Outcome:
    """Send the draft and say what the answer means."""
    saved = site.save(draft)
    if saved.revision is None:
        # The page has the text already, perhaps from a try before, which arrived late.
        found = own(site.after(sent.title, sent.base), sent, user)
        return found or Outcome("unchanged", saved.before)
    is_merged = saved.before != (draft.base or 0)
    return Outcome("merged" if is_merged else "saved", saved.revision)


def find(site: WikiSite, sent: Sent, user: str, *, is_certain: bool = True) -> Outcome | None:
    """Look for a draft among the revisions behind its base; None if nothing stands there.

    Args:
        site: the wiki.
        sent: the draft.
        user: who sent it.
        is_certain: whether it is there if it ever will be.

    Raises:
        ConflictError: another person's revision follows the base, and ours is not there.
    """
    behind = site.after(sent.title, sent.base)
    found = own(behind, sent, user, by_summary=True)
    if found or not behind or not is_certain:
        return found
    who = behind[0].user or "a hidden user"
    raise ConflictError(
        "editconflict",
        "",
        f"“{sent.title}” was changed by {who} meanwhile (revision {behind[0].id})",
    )


def own(
    behind: list[Revision], sent: Sent, user: str, *, by_summary: bool = False
) -> Outcome | None:
    """Return the draft's revision among those behind its base; None if it is not among them.

    Args:
        behind: the revisions.
        sent: the draft.
        user: who sent it.
        by_summary: whether the summary is enough. Behind a foreign revision the wiki merges, and
            the text is not the one that was sent; only the summary tells that it is ours.
    """
    ours = [revision for revision in behind if revision.user == user]
    for revision in ours:
        if revision.sha1 == sent.sha1 and revision.parent == sent.base:
            return Outcome("found", revision.id)
    for revision in ours:
        if by_summary and sent.summary and revision.comment == sent.summary:
            return Outcome("merged", revision.id)
    return None
