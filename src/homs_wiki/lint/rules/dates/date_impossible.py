"""date-impossible: a date that no calendar has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_WHY = {
    "no-such-day": Phrase("the month has no such day"),
    "no-such-month": Phrase("there is no such month"),
    "long-year": Phrase("the year has five digits"),
}


# At the end of a clause: elsewhere it may be an amount. A number of five digits that begins as the
# years of now do.
_OVERLONG = lazily(r"[,،]?[ \u00a0](?:1\d|20)\d{3}ء?(?=[.,;:)|}<\n،؛۔]|\Z)")
_LONGEST_YEAR = 12
_OWN = frozenset({"prose", "infobox", "heading"})
_SWEDISH = (1712, 2, 30)
_NAMES = frozenset({"name", "title"})
_SIC = lazily(r"\s*(?:\{\{\s*|\[['\[]*)sic\b", re.IGNORECASE)


class DateImpossible(Rule):
    """A date names a day or month that the calendar does not have.

    ## What it does
    Reads the dates in the text, headings, infoboxes, citations and date templates, Gregorian,
    Hijri and solar Hijri ones, and finds those whose day or month does not exist, and a day and
    month with a year of five digits behind it at the end of a clause (5 May 20024). 29 February
    counts as right in every year that was a leap year in the Gregorian calendar, or before 1924
    in the Julian one; so does 30 February 1712, which Sweden had. The 30th of any Hijri month
    counts as right, and 30 Esfand in the leap years of the solar Hijri calendar. Quotations,
    titles in italics, text marked as another language or with `{{sic}}`, and the name of what the
    page is about are left alone.

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
        seen = glance(page)
        for date in seen.yearless:
            yield from self._overlong(page, date)
        for date in seen.doubtful:
            fault = date.fault
            if fault is None and date.role in _OWN:
                yield from self._overlong(page, date)
            if fault is None or _is_swedish(date):
                continue
            if not (_is_name(page, date) or _is_marked(page, date) or is_quoted(page, date)):
                yield self.finding(date.span, date=date.text, reason=_WHY[fault])

    def _overlong(self, page: Page, date: PageDate) -> Iterator[Finding]:
        """Yield a day and month with a year behind it that has a digit too many."""
        found = date.found
        if not isinstance(found, FoundDate):
            return
        year = _OVERLONG.match(found.text_behind(_LONGEST_YEAR))
        if year is None or date.date.precision != "day" or date.date.start.year is not None:
            return
        start, end = date.span
        if page.text.startswith(year[0], end) and not is_quoted(page, date):
            text = date.text + year[0]
            yield self.finding((start, end + len(year[0])), date=text, reason=_WHY["long-year"])


def _is_name(page: Page, date: PageDate) -> bool:
    """Tell whether it is the name of what the page is about, a book or a film."""
    if date.role == "infobox" and date.name in _NAMES:
        return True
    return page.title is not None and date.text in page.title


def _is_marked(page: Page, date: PageDate) -> bool:
    """Tell whether somebody has said that the source has it so."""
    if _SIC.match(page.text, date.span.end):
        return True
    node = page.document.enclosing(date.span.start)
    return isinstance(node, Template) and node.name.lower() == "sic"


def _is_swedish(date: PageDate) -> bool:
    """Tell whether it is the day that Sweden added to come back to the Julian calendar."""
    return _SWEDISH in (date.date.start, date.date.end)
