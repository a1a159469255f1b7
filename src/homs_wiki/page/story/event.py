"""When the infobox says that the page's event took place, and whether another date agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.page.dates import FoundDate
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.page import Page
    from homs_wiki.page.dates import Date, PageDate, Point
    from homs_wiki.page.infobox import Field, Infobox
    from homs_wiki.source import Span

_DASH = lazily(r"[–—−]|\s-\s")
_PAIRS = (("start_date", "end_date"), ("from", "to"))
"""Fields for the first and the last day in infoboxes whose fields are not known."""
_NAMES = frozenset(("date", *(name for pair in _PAIRS for name in pair)))
_STARTS = frozenset(("start_date", "start_date_age"))
_ENDS = frozenset(("end_date", "end_date_age"))
_REFORM = 1582
_LAST_JULIAN = 1923


class Stated(NamedTuple):
    """The date of the event in the infobox.

    Attributes:
        date: what it says; of two fields or templates for first and last day, the range.
        span: where it stands (code points of the page), the first of two.
        text: as a reader sees it.
        may_go_on: it has no end, or the field goes on behind it in a way that may give another.
        is_of_known: the fields of the infobox are known; else "date" may be that of a part of what
            the page is on, such as a postponed final.
    """

    date: Date
    span: Span
    text: str
    may_go_on: bool
    is_of_known: bool = True


def stated_date(page: Page) -> Stated | None:
    """Give the date of the event in the infobox if there is one, and only one."""
    infobox = page.infobox
    if infobox is None:
        return None
    found = _read(page, _event_fields(infobox))
    return found and found._replace(is_of_known=infobox.schema is not None)


def _read(page: Page, fields: Sequence[Field]) -> Stated | None:
    """Give the date in one field, or from one to the other."""
    dates = [_dates_of(page, field) for field in fields]
    if not fields or not all(dates):
        return None
    if len(dates) == 1 and len(dates[0]) == 1:
        return _single(page, fields[0], dates[0][0])
    if len(dates) == 1:
        first, *others = dates[0]
        if len(others) != 1 or not _are_start_and_end(page, first, others[0]):
            return None
        return _both(first, others[0])
    return _both(dates[0][0], dates[1][0]) if [len(each) for each in dates] == [1, 1] else None


def _event_fields(infobox: Infobox) -> list[Field]:
    """Give the fields that say when the event took place, blank ones left out."""
    if infobox.schema is not None:
        return [field for field in infobox.event_fields() if not field.is_blank]
    named = {field.name: field for field in infobox.fields if field.name in _NAMES}
    if not named:
        return []
    filled = {name: field for name, field in named.items() if not field.is_blank}
    for first, last in _PAIRS:
        if first in filled and last in filled:
            return [filled[first], filled[last]]
    return [filled["date"]] if "date" in filled else []


def _dates_of(page: Page, field: Field) -> list[PageDate]:
    """Give the dates in a field of the first infobox."""
    name = field.canonical or field.name
    start, end = field.parameter.span
    found = []
    for date in page.dates:
        if date.start >= end:
            break
        if date.start >= start and date.role == "infobox" and date.name == name:
            found.append(date)
    return found


def _single(page: Page, field: Field, date: PageDate) -> Stated:
    """Give the date of a field that holds one."""
    rest = page.text[date.span.end : field.parameter.end]
    is_half = not isinstance(date.found, FoundDate) or _DASH.search(rest) is not None
    return Stated(date.date, date.span, date.text, is_half or date.date.end is None)


def _both(first: PageDate, last: PageDate) -> Stated | None:
    """Give the range from one date to another; None if they are none."""
    one, other = first.date, last.date
    if one.is_range or other.is_range or one.calendar != other.calendar:
        return None
    if one.precision != other.precision or one.approximate or other.approximate:
        return None
    if point_key(other.start) < point_key(one.start):
        return None
    value = one._replace(end=other.start)
    return Stated(value, first.span, f"{first.text} – {last.text}", False)


def _are_start_and_end(page: Page, first: PageDate, last: PageDate) -> bool:
    """Tell whether two dates stand in templates for the start and the end."""
    concepts = []
    for date in (first, last):
        name = getattr(page.document.enclosing(date.start), "name", None)
        concepts.append(page.profile.concept(name) if isinstance(name, str) else None)
    return concepts[0] in _STARTS and concepts[1] in _ENDS


def is_certain(date: Date) -> bool:
    """Tell whether a date is of possible Gregorian days, or months, with their years."""
    return (
        date.calendar == "gregorian"
        and not date.approximate
        and date.precision in ("day", "month")
        and date.start.year is not None
        and date.end is not None
        and date.end.year is not None
    )


def day_headings(page: Page) -> Iterator[list[PageDate]]:
    """Yield the dates of sections side by side that are headed by nothing but a full date."""
    heads = {date.section: date for date in page.dates if date.role == "heading"}
    run: list[PageDate] = []
    level = 0
    for index, section in enumerate(page.sections):
        heading = section.heading
        if heading is None or (run and heading.level > level):
            continue  # what is below a day belongs to it
        date = heads.get(index)
        is_day = (
            date is not None
            and date.text == page.text[slice(*heading.title_span)].strip()
            and not date.date.is_range
            and is_full_day(date.date)
        )
        if run and not (is_day and heading.level == level):
            yield run
            run = []
        if is_day and date is not None:
            run.append(date)
            level = heading.level
    yield run


def is_full_day(date: Date) -> bool:
    """Tell whether a date is of Gregorian days with their years."""
    return date.is_full_day and date.calendar == "gregorian" and not date.approximate


def agree(told: Date, box: Date) -> bool:
    """Tell whether a date is that of the infobox, or a day within it, as far as both say it."""
    first, last = _ends(box)
    start, end = _ends(told)
    depth = min(map(len, (first, last, start, end)))
    first, last, start, end = (each[:depth] for each in (first, last, start, end))
    if (start, end) == (first, last):
        return True
    if may_be_julian(told.start, box.start) or (told.night and start <= last and first <= end):
        return True
    return not told.is_range and first <= start <= last


def is_slip(told: Date, box: Date) -> bool:
    """Tell whether a date that disagrees is so like that of the infobox that it means the same."""
    if told.is_range and box.is_range and (told.start == box.start or told.end == box.end):
        return True
    return told.start[1:] == box.start[1:] and told.start[0] != box.start[0]


def _ends(date: Date) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Give both ends of a date as numbers, as far as they are known."""
    return _known(date.start), _known(date.end or date.start)


def _known(point: Point) -> tuple[int, ...]:
    found = []
    for part in point:
        if part is None:
            break
        found.append(part)
    return tuple(found)


def may_be_julian(one: Point, other: Point) -> bool:
    """Tell whether two days may be one in the Julian and the Gregorian calendar.

    They lay 10 to 13 days apart from the reform of 1582 to 1923, when Greece followed as the last.
    """
    from datetime import date

    try:
        days = [date(*point_key(point)) for point in (one, other)]
    except (TypeError, ValueError):
        return False  # no such day, or before Christ
    apart = abs((days[0] - days[1]).days)
    return all(_REFORM <= day.year <= _LAST_JULIAN for day in days) and apart in range(10, 14)


def point_key(point: Sequence[int | None]) -> tuple[int, ...]:
    """Give an end of a date as numbers that can be compared."""
    return tuple(part or 0 for part in point)
