"""date-range-repeated-part: both ends of a range write the same month or year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.ranges import own_ranges
from homs_wiki.page.dates.standing import is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.dates import Date, PageDate
    from homs_wiki.page.dates.ranges import Range

_SHOWN = {
    ("month",): Phrase("the month twice"),
    ("year",): Phrase("the year twice"),
    ("month", "year"): Phrase("month and year twice"),
}
_LEAST = 3


class DateRangeRepeatedPart(Rule):
    """A range of days writes its month or its year twice, others in the article write it once.

    ## What it does
    Looks at ranges of days with a dash in the text, headings and infoboxes whose ends lie in one
    month (`5 December – 8 December 2024`) or in one year (`5 May 2024 – 8 June 2024`), and finds
    those that write the month or the year twice, if more ranges of the same kind in the article
    write it once. Ranges in words, quotations, titles in italics, text marked as another language
    and lists of sources are left alone.

    ## Why it matters
    What is written twice has to be compared; `5–8 December 2024` shows at a glance that it is
    about one month.

    ## Example
    ```wikitext
    The siege (5–8 December 2024), the first truce (10–12 December 2024) and the second one
    (15 December 2024 – 18 December 2024).
    ```

    ## Use instead
    ```wikitext
    The siege (5–8 December 2024), the first truce (10–12 December 2024) and the second one
    (15–18 December 2024).
    ```

    ## Fix safety
    The fix writes it once. It is safe, but for headings, to which links may lead: what comes out is
    read again and says the same.
    """

    name = "date-range-repeated-part"
    family = "dates"
    severity = Severity.NOTE
    message = "the range “{date}” writes {what}; {count} of {total} such ranges do not"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each range with a repeated month or year."""
        ranges = list(own_ranges(page, _is_of_years))
        # Only a date with two ends of its own can repeat something; most pages have none.
        if len(ranges) < _LEAST or all(len(each.date.found.forms) == 1 for each in ranges):
            return
        for kind in ("month", "year"):
            alike = [found for found in ranges if _kind(found.date.date) == kind]
            repeating = [found for found in alike if kind in _repeated(found)]
            if len(repeating) * 2 >= len(alike):
                continue
            for found in repeating:
                date = found.date
                if not is_quoted(page, date):
                    yield self.finding(
                        date.span,
                        _fix(page, date),
                        date=date.text,
                        what=_SHOWN[_repeated(found)],
                        count=len(alike) - len(repeating),
                        total=len(alike),
                    )


def _is_of_years(text: str) -> bool:
    """Tell whether a range is seen to have nothing but years."""
    return " " not in text and "\u00a0" not in text


def _kind(date: Date) -> str | None:
    """Tell whether a range of days lies in one month or, else, in one year."""
    start, end = date.start, date.end
    if date.precision != "day" or end is None or start.year != end.year:
        return None
    if start.month == end.month:
        return "month"
    return "year" if start.year is not None else None


def _repeated(found: Range) -> tuple[str, ...]:
    """Name what both ends of a range write."""
    date = found.date.found
    return date.repeated if isinstance(date, FoundDate) else ()


def _fix(page: Page, date: PageDate) -> Fix | None:
    """Write once what is written twice."""
    from homs_wiki.lint.rules.dates._rewriting import Wanted, fix_of

    return fix_of(page, date, Wanted(repeated=False))
