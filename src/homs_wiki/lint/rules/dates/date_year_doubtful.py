"""date-year-doubtful: a day without a year that may be of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_TWO = 2


class DateYearDoubtful(Rule):
    """A day has no year, and what stands before it allows more than one.

    ## What it does
    Works out the year of each day in the text that does not say it, from the narrowest place that
    names any: the paragraph up to there, the section, the headings above, the title, the page.
    Where two or more years stay possible, that is reported: because both were named, or because the
    day comes earlier in the year than the one told before and the story may have gone on to the
    next. Sentences that name a year, days of every year, lists, tables and quotations are left
    alone.

    ## Why it matters
    Readers have to guess, and some guess wrong.

    ## Example
    ```wikitext
    It was planned in 2019 and built in 2021. On 5 May it was opened.
    ```

    ## Use instead
    ```wikitext
    It was planned in 2019 and built in 2021. On 5 May 2021 it was opened.
    ```

    ## Fix safety
    There is no fix: only the sources know the year.
    """

    name = "date-year-doubtful"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{date}” may be of {years}: the year is not stated"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each day that may be of two years."""
        from homs_wiki.page.story.yearless import has_yearless, is_left_alone, told

        if not has_yearless(page):
            return
        read = told(page)
        for statement in read.statements.values():
            date = statement.found
            if len(statement.years) < _TWO or date.role != "prose" or statement.is_resolved:
                continue
            if statement.date.precision == "day" and not is_left_alone(page, statement, read):
                years = " / ".join(map(str, statement.years))
                yield self.finding(date.span, date=date.text, years=years)
