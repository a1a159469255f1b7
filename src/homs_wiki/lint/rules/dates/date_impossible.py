"""date-impossible: a date that no calendar has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WHY = {
    "no-such-day": "the month has no such day",
    "no-such-month": "there is no such month",
}


class DateImpossible(Rule):
    """A date names a day or month that the calendar does not have.

    ## What it does
    Reads the dates in the text, headings, infoboxes, citations and date templates, Gregorian,
    Hijri and solar Hijri ones, and finds those whose day or month does not exist. 29 February
    counts as right in every year that was a leap year in the Gregorian calendar, or before 1924
    in the Julian one; the 30th of any Hijri month counts as right. Quotations, titles in italics
    and text marked as another language are left alone.

    ## Why it matters
    One of its numbers is wrong, and a reader cannot tell which. Citation templates reject it.

    ## Example
    ```wikitext
    The siege ended on 31 November 2024.
    ```

    ## Fix safety
    There is no fix: only the source knows the right day.
    """

    name = "date-impossible"
    family = "dates"
    severity = Severity.ERROR
    message = "“{date}” is no date: {reason}"
    aliases = {"cs1": "err_bad_date"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date that does not exist."""
        for date in page.dates:
            fault = date.fault
            if fault is not None and not is_quoted(page, date):
                yield self.finding(date.span, date=date.text, reason=_WHY[fault])
