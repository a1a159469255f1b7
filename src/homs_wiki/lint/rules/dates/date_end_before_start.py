"""date-end-before-start: an infobox in which something ends before it begins."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates import StatedDate
from homs_wiki.page.dates.glance import glance
from homs_wiki.profile.memo import Memo
from homs_wiki.profile.tables import read_table
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_STARTS: Final = frozenset(("start_date", "start_date_age"))
_ENDS: Final = frozenset(("end_date", "end_date_age"))
_NUMBER: Final = lazily(r"[ _]*(\d*)\Z")
_PREFIX: Final = "ship "
_FURTHEST: Final = 60
"""Code points between the templates for a start and for its end."""


class DateEndBeforeStart(Rule):
    """In an infobox, or by its templates, something ends before it begins.

    ## What it does
    Compares fields of one infobox of which the second cannot lie before the first: birth and
    death, start and end, term, reign, foundation and dissolution, opening and closing and so on,
    each with the number behind its name (`term_start2` and `term_end2`); and the templates
    `{{start date}}` and `{{end date}}` where they stand side by side. Of several dates in a field
    the earliest start and the latest end count; what is approximate or has no year does not.

    ## Why it matters
    One of the two is wrong, and what is worked out of them (ages, durations) is wrong with it.

    ## Example
    ```wikitext
    {{Infobox officeholder
    | term_start = 5 May 2010
    | term_end = 5 May 2001
    }}
    ```

    ## Use instead
    ```wikitext
    {{Infobox officeholder
    | term_start = 5 May 2001
    | term_end = 5 May 2010
    }}
    ```

    ## Fix safety
    There is no fix: only the source knows which of the two is wrong.
    """

    name = "date-end-before-start"
    family = "dates"
    severity = Severity.ERROR
    message = "“{end}” is before “{start}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each end that is before its start."""
        outside = glance(page).outside
        if len(outside) < 2:
            return
        for start, end in (*_pairs_of_fields(outside), *_pairs_of_templates(page, outside)):
            yield self.finding(end.span, start=start.text, end=end.text)


class _Field(NamedTuple):
    """The first of all days that a field names, and the last, with the dates that name them."""

    first: int
    first_date: PageDate
    last: int
    last_date: PageDate


def _pairs_of_fields(dates: Iterable[PageDate]) -> Iterator[tuple[PageDate, PageDate]]:
    """Yield the dates of fields that are reversed, by what belongs together in an infobox."""
    for fields in _by_box(dates).values():
        for (name, number), dated in fields.items():
            for start_name in _starts().get(name, ()):
                if (start_name, number) not in fields:
                    continue
                started = fields[start_name, number]
                if _is_rising(started, dated):
                    continue
                start, end = _range_of(started), _range_of(dated)
                if start is not None and end is not None and end.last < start.first:
                    yield start.first_date, end.last_date
                    break


def _is_rising(starts: Iterable[PageDate], ends: Iterable[PageDate]) -> bool:
    """Tell whether the years alone show that a field comes before another, as they mostly do."""
    first = [date.date.start for date in starts if date.date.calendar == "gregorian"]
    last = [date.date.start for date in ends if date.date.calendar == "gregorian"]
    if not first or not last:
        return False
    return min(point.year or 0 for point in first) < max(point.year or 0 for point in last)


@cache
def _starts() -> Mapping[str, tuple[str, ...]]:
    """Read which fields cannot lie behind others, by these."""
    return read_table("date_fields").lists("starts")


def _by_box(
    dates: Iterable[PageDate],
) -> dict[int, dict[tuple[str, str], list[PageDate]]]:
    """Sort the dates of infoboxes by their infobox, and by name and number of their field."""
    found: dict[int, dict[tuple[str, str], list[PageDate]]] = {}
    for date in dates:
        if date.role == "infobox":
            fields = found.setdefault(date.owner, {})
            fields.setdefault(_KEYS[date.name], []).append(date)
    return found


def _key(name: str) -> tuple[str, str]:
    """Give the name of a field in plain words, and its number."""
    number = _NUMBER.search(name)
    words = " ".join(name[: number.start() if number else None].lower().replace("_", " ").split())
    return words.removeprefix(_PREFIX), number[1] if number else ""


_KEYS: Final = Memo(_key)


def _range_of(dates: Iterable[PageDate]) -> _Field | None:
    """Give between which days all dates of a field lie; None if one of them does not say it."""
    from homs_wiki.page.timeline import place

    found: _Field | None = None
    for date in dates:
        when = place(date.date)
        if when is None or when.is_open or date.date.approximate or date.fault is not None:
            return None
        first, last = when.first - when.tolerance, when.last + when.tolerance
        if found is None:
            found = _Field(first, date, last, date)
        if first < found.first:
            found = found._replace(first=first, first_date=date)
        if last > found.last:
            found = found._replace(last=last, last_date=date)
    return found


def _pairs_of_templates(
    page: Page, dates: Iterable[PageDate]
) -> Iterator[tuple[PageDate, PageDate]]:
    """Yield the dates of templates for start and end that stand side by side and are reversed."""
    start: PageDate | None = None
    for date in dates:
        if not isinstance(date.found, StatedDate):
            start = None
            continue
        template = page.document.enclosing(date.start)
        concept = page.profile.concept(getattr(template, "name", ""))
        if concept in _ENDS and start is not None and date.start - start.span.end <= _FURTHEST:
            one, other = _range_of((start,)), _range_of((date,))
            if one is not None and other is not None and other.last < one.first:
                yield start, date
        start = date if concept in _STARTS else None
