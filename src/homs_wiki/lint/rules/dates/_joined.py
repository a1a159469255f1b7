"""Dates that show at a glance that two ends are joined by a word, or that they may lie ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.beside import IS_LATE, read_near
from homs_wiki.profile.dates import load_date_facts

if TYPE_CHECKING:
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

DASHES: Final = frozenset("-–—−")
_CERTAIN: Final = frozenset(("تا", "bis", "по", "至", "حتى"))
"""Words that join the ends of a range and nothing else; others also tell of a move, from 8 to 5."""
_CLOSED: Final = {"سے": " تک", "से": " तक", "から": "まで"}
"""Words that do so if another word stands behind the second end."""


class Seen(NamedTuple):
    """Dates of running text, infoboxes and date templates that show something at a glance.

    Attributes:
        worded: ranges that a word joins, and perhaps other dates.
        late: those with a year that no clock had left behind when this was written.
        outside: those that are in no running text.
    """

    worded: list[PageDate]
    late: list[PageDate]
    outside: list[PageDate]


def seen(page: Page) -> Seen:
    """Look at the dates of a page, once for all rules."""
    parts = page.document.parts
    if seen not in parts:
        parts[seen] = _look(page)
    found: Seen = parts[seen]
    return found


def _look(page: Page) -> Seen:
    near = read_near(page)
    dates = near.dates
    templates = [date for date in page.dates if date.role == "template"]
    outside = [date for date in dates if date.role == "infobox"]
    # Words that join two days of one month as well, as only these do.
    words = _CERTAIN.intersection(load_date_facts(page.profile.language).range_words)
    joined = near.longer if words else near.two_ends
    both = frozenset(near.two_ends)
    return Seen(
        [
            date
            for index in joined
            if DASHES.isdisjoint(text := (date := dates[index]).text)
            and (index in both or any(word in text for word in words))
        ],
        [
            *(dates[index] for index in near.late),
            *(each for each in templates if IS_LATE[each.text]),
        ],
        sorted([*outside, *templates], key=_start) if templates else outside,
    )


def _start(date: PageDate) -> int:
    return date.start


def worded(page: Page) -> list[PageDate]:
    """Give the ranges of running text and infoboxes that a word joins, and perhaps other dates."""
    return seen(page).worded


def joint(date: PageDate) -> str:
    """Give what joins the ends of a range, without spaces; nothing if it is none."""
    place = date.found.separator_span
    if place is None:
        return ""
    start = date.found.start
    return date.text[place.start - start : place.end - start].strip(" \u00a0")


def is_certain(page: Page, date: PageDate, joint: str) -> bool:
    """Tell whether a word between two dates can only join the ends of a range."""
    if joint in _CERTAIN:
        return True
    if any(joint == last for _, last in load_date_facts(page.profile.language).between):
        return True
    closing = _CLOSED.get(joint)
    found = date.found
    return (
        closing is not None
        and isinstance(found, FoundDate)
        and found.text_behind(len(closing)) == closing
    )
