"""date-range-reversed: a range that ends before it begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import is_quoted
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import Date, PageDate

_TEMPLATE = lazily(r"(?:[ \u00a0]|&nbsp;)?\{\{\s*([^{}|]+)")
_MOST_APART = 20
"""Days of one month further apart than this may lie in two: 30–1 May."""
_MOST_YEARS = 100
"""Bare years further apart than this are rather quantities: 2000–1500 K."""
_MARKS = frozenset("-–—−") | frozenset(("تا", "ndash"))
# What most dates do not have; an ISO date is no range. They need not be read.
_MAY_BE_RANGE = lazily(r"(?!\d{4}-\d\d-\d\d\Z).*?(?:[-–—−]|تا|ndash)", re.DOTALL)


class DateRangeReversed(Rule):
    """A range of dates ends before it begins.

    ## What it does
    Compares the two ends of ranges of days, months or years that are joined by a dash, in the
    text, infoboxes and citations. Ranges whose order is open are left alone: years before
    Christ, years without an era on a page that has such, days that may lie in two months
    (30–1 May), bare years more than a hundred apart (2000–1500 K), ranges in words (“moved from
    8 May to 5 May”), quotations.

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
        found = [
            date
            for date in page.dates
            if _MAY_BE_RANGE.match(date.text) and _is_reversed(date.date) and _has_mark(date)
        ]
        has_era = bool(found) and any(_is_before_christ(date.date) for date in page.dates)
        for date in found:
            is_open = date.date.start.month is None and (has_era or _may_name_era(page, date))
            if not is_open and not is_quoted(page, date):
                yield self.finding(date.span, date=date.text)


def _is_before_christ(date: Date) -> bool:
    return date.start.year is not None and date.start.year < 0


def _may_name_era(page: Page, date: PageDate) -> bool:
    """Tell whether a template that is not known stands behind a date."""
    template = _TEMPLATE.match(page.text, date.span.end)
    return template is not None and page.profile.concept(template[1]) is None


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
    if end is None or _is_before_christ(date):
        return False
    if start.year != end.year:
        if start.year is None or end.year is None:
            return False
        years = start.year - end.year
        return years > 0 and (start.month is not None or years <= _MOST_YEARS)
    if start.month != end.month:
        return (
            start.year is not None
            and start.month is not None
            and end.month is not None
            and end.month < start.month
        )
    if start.day is None or end.day is None:
        return False
    return 0 < start.day - end.day <= _MOST_APART
