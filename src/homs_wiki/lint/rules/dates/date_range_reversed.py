"""date-range-reversed: a range that ends before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.ranges import DASHES, is_certain, joint
from homs_wiki.page.dates.standing import is_quoted
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
_PERIODS = frozenset(("decade", "century"))


class DateRangeReversed(Rule):
    """A range of dates ends before it begins.

    ## What it does
    Compares the two ends of ranges of days, months, years, decades or centuries that are joined by
    a dash, in the text, infoboxes and citations, and of those joined by words that join nothing
    else: “between 1990 and 1985”, „1990ء تا 1985ء“, „1990ء سے 1985ء تک“, „von 1990 bis 1985“.
    Ranges whose order is open are left alone: years before Christ, years without an era on a page
    that has such, days that may lie in two months (30–1 May), bare years more than a hundred apart
    (2000–1500 K), other words (“moved from 8 May to 5 May”), times of day, which may go past
    midnight, quotations.

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
            for date in _maybe_ranges(page)
            if _is_reversed(date.date) and _is_joined(page, date)
        ]
        has_era = bool(found) and any(_is_before_christ(date.date) for date in page.dates)
        for date in found:
            is_open = date.date.start.month is None and (has_era or _may_name_era(page, date))
            if not is_open and not is_quoted(page, date):
                yield self.finding(date.span, date=date.text)


def _maybe_ranges(page: Page) -> Iterator[PageDate]:
    """Yield the dates that may have two ends."""
    yield from glance(page).unrising
    yield from glance(page).worded


def _is_before_christ(date: Date) -> bool:
    return date.start.year is not None and date.start.year < 0


def _may_name_era(page: Page, date: PageDate) -> bool:
    """Tell whether a template that is not known stands behind a date."""
    template = _TEMPLATE.match(page.text, date.span.end)
    return template is not None and page.profile.concept(template[1]) is None


def _is_joined(page: Page, date: PageDate) -> bool:
    """Tell whether a dash, or a word that joins nothing else, joins two ends."""
    between = joint(date)
    return between in DASHES or (between != "" and is_certain(page, date, between))


def _is_reversed(date: Date) -> bool:
    """Tell whether the end of a range is certainly before its start."""
    start, end = date.start, date.end
    if end is None or _is_before_christ(date):
        return False
    if start.year != end.year:
        if start.year is None or end.year is None:
            return False
        years = start.year - end.year
        is_sure = start.month is not None or date.precision in _PERIODS
        return years > 0 and (is_sure or years <= _MOST_YEARS)
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
