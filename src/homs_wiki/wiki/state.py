"""Whether a text is ahead of a wiki's page, behind it, or apart from it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.wiki.errors import ConflictError, RefusedError
from homs_wiki.wiki.saving import sha1_of
from homs_wiki.wiki.transform import expected_changes, normalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homs_wiki.wiki.site import Revision, WikiSite

NO_PAGE = 0
"""The base of a text for a page that must not exist yet."""


class State(Enum):
    """How a text stands to a page; the values are stable and stand in JSON."""

    EQUAL = "equal"
    """The page has this text."""
    NEW = "new"
    """There is no such page."""
    AHEAD = "ahead"
    """The text was made from the page's latest revision."""
    BEHIND = "behind"
    """The text is that of an earlier revision."""
    APART = "apart"
    """The text was made from an earlier revision, and others changed the page since."""
    UNKNOWN = "unknown"
    """It is not known which revision the text was made from."""


class Standing(NamedTuple):
    """How a text stands to a page.

    Attributes:
        state: in a word.
        title: the page.
        text: as the wiki would store it.
        current: the page's latest revision with its text; None if there is no such page.
        base: the revision that the text was made from, with its text; None if there is none, or
            it is not known.
        since: the revisions that follow the base, oldest first, without texts.
    """

    state: State
    title: str
    text: str
    current: Revision | None
    base: Revision | None
    since: Sequence[Revision] = ()


def stored_text(site: WikiSite, title: str, text: str) -> str:
    """Return a text as the wiki would store it; the wiki is asked only where we cannot know."""
    changes = expected_changes(text, site.profile)
    if all(change.is_certain for change in changes):
        return normalised(text)
    return normalised(site.stored(title, text))


def find_standing(
    site: WikiSite, title: str, text: str, base: int | None, earlier: Sequence[str] = ()
) -> Standing:
    """Find out how a text stands to a page.

    Args:
        site: the wiki.
        title: the page.
        text: as the wiki would store it (`stored_text`).
        base: the revision that it was made from; `NO_PAGE` for none; None if that is not known.
        earlier: SHA-1 of the texts that it was made from, the newest first, as far as known; used
            only where ``base`` is not known.

    Raises:
        ConflictError: the page was deleted, moved or made since, or ``base`` is a revision of
            another page.
        RefusedError: the wiki hides the page's text.
    """
    current = site.current(title)
    if current is None:
        if base:
            raise ConflictError(
                "pagedeleted",
                "",
                f"“{title}” is not there any more: it was deleted, or renamed without a redirect, "
                f"after revision {base}; to make it anew, say --base {NO_PAGE}",
            )
        return Standing(State.NEW, title, text, None, None)
    if current.text is None:
        raise RefusedError("texthidden", "", f"the wiki hides the text of “{title}”")
    if current.text == text:
        return Standing(State.EQUAL, title, text, current, current)
    if base == NO_PAGE:
        raise ConflictError(
            "articleexists", "", f"“{title}” exists (revision {current.id}), and --base {NO_PAGE}"
            " says that it does not"
        )  # fmt: skip
    if base == current.id:
        return Standing(State.AHEAD, title, text, current, current)
    if base is None:
        return _without_base(site, title, text, current, earlier)
    return _behind_base(site, title, text, current, base)


def _behind_base(site: WikiSite, title: str, text: str, current: Revision, number: int) -> Standing:
    there = site.title_of(number)
    # The wiki may write the title otherwise: its own word for the namespace, a capital letter.
    if there != title and there != site.title_of(current.id):
        raise ConflictError(
            "otherpage",
            "",
            f"revision {number} is one of “{there}”, not of “{title}”: if the page was renamed, "
            "publish under its new title",
        )
    base = site.revision(number)
    if base.text is None:
        raise RefusedError("texthidden", "", f"the wiki hides the text of revision {number}")
    since = site.after(title, number)
    state = State.BEHIND if base.text == text else State.APART
    return Standing(state, title, text, current, base, since)


def _without_base(
    site: WikiSite, title: str, text: str, current: Revision, earlier: Sequence[str]
) -> Standing:
    """Look in both histories for a revision that the text was surely made from."""
    history = site.after(title, NO_PAGE)
    place = _last_place(history, {sha1_of(text)})
    if place is None:
        place = _common_place(history, earlier)
        if place is None:
            return Standing(State.UNKNOWN, title, text, current, None)
        state = State.AHEAD if place + 1 == len(history) else State.APART
    else:
        state = State.BEHIND
    base = site.revision(history[place].id)
    return Standing(state, title, text, current, base, history[place + 1 :])


def _last_place(history: Sequence[Revision], texts: set[str]) -> int | None:
    places = [place for place, revision in enumerate(history) if revision.sha1 in texts]
    return places[-1] if places else None


def _common_place(history: Sequence[Revision], earlier: Sequence[str]) -> int | None:
    """Return the place of the revision that both histories end with; None if that is not sure.

    It must hold the newest of our texts that the page ever had, and the page must have had it only
    once: if it came back to it, somebody undid what we would do again.
    """
    last = _last_place(history, set(earlier))
    if last is None:
        return None
    known = {revision.sha1 for revision in history}
    newest = next(text for text in earlier if text in known)
    times = sum(revision.sha1 == newest for revision in history)
    return last if history[last].sha1 == newest and times == 1 else None
