"""What the rules on the form of dates share: which dates are judged together, and by what norm."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.rules._majority import habit
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.profile.dates import load_date_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from homs_wiki.lint.finding import Phrase
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_GROUPS = {
    "prose": "text",
    "heading": "text",
    "infobox": "text",
    "citation-date": "citation dates",
    "citation-access": "access dates",
    "citation-archive": "archive dates",
}
"""Dates of one group are judged by each other; the value is what an editor calls the group."""


class Minority(NamedTuple):
    """A date that is written in another way than most.

    Attributes:
        date: the date.
        norm: how the house or most dates of its group write it.
        same: how many dates of the group are written so.
        total: how many dates the group has.
    """

    date: PageDate
    norm: str
    same: int
    total: int

    def said(self, shown: Mapping[str, str | Phrase]) -> dict[str, str | int | Phrase]:
        """Give what a message says of it: the date, how many of all have the norm, and that."""
        return {
            "date": self.date.text,
            "count": self.same,
            "total": self.total,
            "norm": shown[self.norm],
        }


def minorities(
    page: Page,
    way_of: Callable[[PageDate], str | None],
    norm: str | None,
    groups: Iterable[str] = ("text", "citation dates", "access dates", "archive dates"),
) -> Iterator[Minority]:
    """Yield the dates that are written in another way than the norm of their group.

    Args:
        page: the page.
        way_of: how a date is written, or None if it says nothing of this.
        norm: how the house writes dates in running text; None if there is no such habit. Citations
            are always judged by the majority among themselves.
        groups: the groups to judge.

    The majority must be clear: at least 3 dates, and 3 of 4 of the group. Where all dates of a
    group are written in one way nothing is yielded.
    """
    for group, every in _grouped(page).items():
        if group in groups:
            yield from minority_of(page, every, way_of, norm if group == "text" else None)


def minority_of(
    page: Page,
    dates: Iterable[PageDate],
    way_of: Callable[[PageDate], str | None],
    norm: str | None = None,
) -> Iterator[Minority]:
    """Yield those of some dates that are written in another way than their norm.

    Args:
        page: the page.
        dates: the dates, which are judged by each other.
        way_of: how a date is written, or None if it says nothing of this.
        norm: how the house writes them; None if there is no such habit. Then a clear majority
            decides, see `minorities`.
    """
    told = [(date, way) for date in dates if (way := way_of(date)) is not None]
    usual = Counter(way for _, way in told).most_common(1)
    if all(way == usual[0][0] or is_quoted(page, date) for date, way in told):
        return
    kept = [(date, way) for date, way in told if not is_quoted(page, date)]
    ways = Counter(way for _, way in kept)
    chosen = habit(ways, ways.total(), norm)
    if chosen is None:
        return
    for date, way in kept:
        if way != chosen:
            yield Minority(date, chosen, ways[chosen], len(kept))


def _grouped(page: Page) -> Mapping[str, list[PageDate]]:
    """Sort the dates into their groups."""
    found: dict[str, list[PageDate]] = {}
    for date in page.dates:
        group = _GROUPS.get(date.role)
        if group is not None:
            found.setdefault(group, []).append(date)
    return found


def house_norm(page: Page, what: str) -> str | None:
    """Give a habit of the house: ``order``, ``digits``, ``year_suffix``; None if it has none."""
    return load_date_facts(page.profile.language).house.get(what)
