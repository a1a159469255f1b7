"""What the rules on the form of dates share: which dates are judged together, and by what norm."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from homs_wiki.lint.rules._quoting import in_italics, in_quotation_marks
from homs_wiki.profile.dates import load_date_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.syntax.external_links import ExternalLink
    from homs_wiki.syntax.wikilinks import Wikilink

_Link = TypeVar("_Link", "Wikilink", "ExternalLink")

_GROUPS = {
    "prose": "text",
    "heading": "text",
    "infobox": "text",
    "citation-date": "citation dates",
    "citation-access": "access dates",
    "citation-archive": "archive dates",
}
"""Dates of one group are judged by each other; the value is what an editor calls the group."""
_SOURCES = frozenset(("references", "notes", "further_reading", "external_links", "see_also"))
NO_WAY = ""
"""What a glance at a date says that has no way."""
_ALIKE = 2
"""Ways of dates that are alike: one, and none."""
_LEAST = 3
_SHARE = 0.75
_SINGLE = frozenset("'‘’‚‛‹›")
_LONGEST_LINE = 2_000
_DEEPEST = 8
"""How many links before a date may lie in the one around it."""


OWN_ROLES = frozenset(("prose", "heading", "infobox"))
"""The roles of dates in an article's own text."""


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


def own_dates(page: Page) -> Iterator[PageDate]:
    """Yield the dates of the text, headings and infoboxes of a page, quoted ones included."""
    return (date for date in page.dates if date.role in OWN_ROLES)


def minorities(
    page: Page,
    way_of: Callable[[PageDate], str | None],
    norm: str | None,
    groups: Iterable[str] = ("text", "citation dates", "access dates", "archive dates"),
    glance: Callable[[str], str | None] | None = None,
) -> Iterator[Minority]:
    """Yield the dates that are written in another way than the norm of their group.

    Args:
        page: the page.
        way_of: how a date is written, or None if it says nothing of this.
        norm: how the house writes dates in running text; None if there is no such habit. Citations
            are always judged by the majority among themselves.
        groups: the groups to judge.
        glance: tells by the text of a date, at little cost, the one way that ``way_of`` may give
            for it, `NO_WAY` if it gives none; None if it cannot tell. Groups that are seen to be
            written in one way are not looked at any closer.

    The majority must be clear: at least 3 dates, and 3 of 4 of the group. Where all dates of a
    group are written in one way nothing is yielded.
    """
    for group, every in _grouped(page).items():
        if group not in groups or (glance and _seem_alike(every, glance, way_of)):
            continue
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
    if len({way for _, way in told}) < 2:
        return
    kept = [(date, way) for date, way in told if not is_quoted(page, date)]
    ways = Counter(way for _, way in kept)
    chosen = _norm(ways, norm)
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


def _seem_alike(
    dates: Iterable[PageDate],
    glance: Callable[[str], str | None],
    way_of: Callable[[PageDate], str | None],
) -> bool:
    """Tell whether dates are seen to be written in one way at most, few looked at closely."""
    ways = {NO_WAY}
    unclear = []
    for date in dates:
        way = glance(date.text)
        if way is None:
            unclear.append(date)
        else:
            ways.add(way)
    for date in unclear:
        if len(ways) > _ALIKE:
            break
        ways.add(way_of(date) or NO_WAY)
    return len(ways) <= _ALIKE


def _norm(ways: Counter[str], house: str | None) -> str | None:
    """Give the way that the others should follow; None if it is not clear."""
    if not ways:
        return None
    total = ways.total()
    if house is not None:
        # A habit that most of the page does not follow is the editors' choice, not a slip.
        return house if ways[house] * 2 >= total else None
    way, count = ways.most_common(1)[0]
    return way if count >= _LEAST and count >= _SHARE * total else None


def house_norm(page: Page, what: str) -> str | None:
    """Give a habit of the house: ``order``, ``digits``, ``year_suffix``; None if it has none."""
    return load_date_facts(page.profile.language).house.get(what)


def is_quoted(page: Page, date: PageDate) -> bool:
    """Tell whether a date is in somebody else's words, whose form is not the article's to choose.

    Quotations, titles in italics, labels of external links, text marked as another language, lists
    of sources, and names: links to a page whose title only holds the date.
    """
    # Several rules ask for the same dates.
    known: dict[PageDate, bool] = page.document.parts.setdefault(is_quoted, {})
    quoted = known.get(date)
    if quoted is None:
        quoted = known[date] = _is_quoted(page, date)
    return quoted


def _is_quoted(page: Page, date: PageDate) -> bool:
    """Tell whether a date is in somebody else's words, see `is_quoted`."""
    if date.role not in ("prose", "heading", "infobox"):
        return False
    start, end = date.span
    if (
        _in_link(page, date)
        or in_italics(page.text, start, _LONGEST_LINE)
        or _in_marks(page.text, start, end)
    ):
        return True
    if date.role != "prose":
        return False
    prose = page.prose
    end = date.prose + len(date.text)
    if prose.is_foreign(date.prose, end) or in_quotation_marks(
        prose.text, date.prose, _LONGEST_LINE
    ):
        return True
    block = prose.block_at(date.prose)
    if block is None or block.kind == "quote":
        return True
    return page.profile.section_role(page.sections[date.section].title) in _SOURCES


def _in_marks(text: str, start: int, end: int) -> bool:
    """Tell whether single quotation marks stand right around a stretch of text.

    Further away they may be apostrophes.
    """
    if text[start - 2 : start] == "''":
        return False  # bold
    return start > 0 and text[start - 1] in _SINGLE and text[end : end + 1] in _SINGLE


def _in_link(page: Page, date: PageDate) -> bool:
    """Tell whether a date stands in a link that says more than the date."""
    start, end = date.span
    for link in _around(page.links, start, end):
        if link.kind == "link":
            shown = link.label or link.target
            return len(shown.strip()) > len(page.text[start:end].strip("[] ")) + 1
    return any(_around(page.document.external_links, start, end))


def _around(links: Sequence[_Link], start: int, end: int) -> Iterator[_Link]:
    """Yield the links around a stretch of text, the innermost first."""
    behind = bisect_right(links, start, key=attrgetter("start"))
    for index in range(behind - 1, max(-1, behind - 1 - _DEEPEST), -1):
        if links[index].end >= end:
            yield links[index]
