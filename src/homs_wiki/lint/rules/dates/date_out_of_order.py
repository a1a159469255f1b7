"""date-out-of-order: a date that jumps back in a story told day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.page.dates.standing import is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_LEAST = 5


class DateOutOfOrder(Rule):
    """A date jumps back in a section that else goes forward in time.

    ## What it does
    Looks at the dates that open a sentence, those of days, months and years each for themselves.
    Where a section tells at least four of them in order, and four for each that is not, one that
    lies before the one told before it is asked about. It says nothing where the sentence has a word
    of retrospect, such as “earlier”, “had” or «قبل ازیں», where the date is approximate, nor of the
    last date of a section, which may begin something else. A year that is not stated is taken from
    what stands before, if only one is possible. It may be the date before that jumps ahead: both
    are named. The same is done for sections side by side that are headed by nothing but a day.

    ## Why it matters
    In a story told in order of time, a date that is not may have a wrong day, month or year, or the
    sentence was put into the wrong place. It is a question, not a verdict.

    ## Example
    ```wikitext
    In 1990 it was built. In 1995 it was sold. In 1896 it was closed. In 1999 it was opened
    again. In 2003 it was painted.
    ```

    ## Use instead
    ```wikitext
    In 1990 it was built. In 1995 it was sold. In 1996 it was closed. In 1999 it was opened
    again. In 2003 it was painted.
    ```

    ## Fix safety
    There is no fix: only the sources know the date.
    """

    name = "date-out-of-order"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{date}” is told after “{before}”, while {count} dates here are in order"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date that jumps back."""
        if sum(date.prose >= 0 or date.role == "heading" for date in page.dates) < _LEAST:
            return
        from homs_wiki.page.story.event import day_headings, point_key
        from homs_wiki.page.story.order import find_jumps, jumps_back
        from homs_wiki.page.timeline.statements import statements_of

        for heads in day_headings(page):
            back = jumps_back([point_key(date.date.start) for date in heads])
            for index in back:
                yield self._told(heads[index], heads[index - 1], len(heads) - len(back))
        for jump in find_jumps(page, statements_of(page)):
            date = jump.statement.found
            if not is_quoted(page, date):
                yield self._told(date, jump.before.found, jump.others)

    def _told(self, date: PageDate, before: PageDate, others: int) -> Finding:
        return self.finding(date.span, date=date.text, before=before.text, count=others)
