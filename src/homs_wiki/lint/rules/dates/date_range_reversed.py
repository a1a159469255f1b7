"""date-range-reversed: a range that ends before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import Date, PageDate

_MARKS = frozenset("-–—−") | frozenset(("تا", "ndash"))


class DateRangeReversed(Rule):
    """A range of dates ends before it begins.

    ## What it does
    Compares the two ends of ranges of days, months or years that are joined by a dash, in the
    text, infoboxes and citations. Ranges whose order is open are left alone: years before
    Christ, days that may lie in two months, ranges in words (“moved from 8 May to 5 May”),
    quotations.

    ## Why it matters
    One of the ends is wrong, or they stand the wrong way round; every table and template that
    counts the days goes wrong with it.

    ## Example
    ```wikitext
    The battle (8–5 December 2024) ended the campaign.
    ```

    ## Fix safety
    There is no fix: only the source knows which end is wrong.
    """

    name = "date-range-reversed"
    family = "dates"
    severity = Severity.ERROR
    message = "the range “{date}” ends before it begins"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each reversed range."""
        for date in page.dates:
            if not _has_mark(date):
                continue
            if _is_reversed(date.date) and not is_quoted(page, date):
                yield self.finding(date.span, date=date.text)


def _has_mark(date: PageDate) -> bool:
    """Tell whether a dash (or the Urdu and Persian تا) joins two ends."""
    place = date.found.separator_span
    if place is None:
        return False
    start = date.found.start
    return date.text[place.start - start : place.end - start].strip(" \u00a0") in _MARKS


def _is_reversed(date: Date) -> bool:
    """Tell whether the end of a range is certainly before its start."""
    start, end = date.start, date.end
    if end is None or (start.year is not None and start.year < 0):
        return False
    if start.year != end.year:
        return start.year is not None and end.year is not None and end.year < start.year
    if start.month != end.month:
        return (
            start.year is not None
            and start.month is not None
            and end.month is not None
            and end.month < start.month
        )
    return start.day is not None and end.day is not None and end.day < start.day
