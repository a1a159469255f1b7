"""date-leading-zero: a day of one digit with a zero before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.standing import is_in_table, is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class DateLeadingZero(Rule):
    """A day beside a month that is a word has a zero before it.

    ## What it does
    Finds such dates in the text, headings and infobox. Dates in numbers (`2024-12-05`), cells of
    tables, quotations, titles in italics and text marked as another language are left alone.

    ## Why it matters
    The zero keeps numbers in line where a date is all numbers. Beside a word it keeps nothing in
    line, and no wiki's form of dates has it.

    ## Example
    ```wikitext
    The town fell on 05 December 2024.
    ```

    ## Use instead
    ```wikitext
    The town fell on 5 December 2024.
    ```

    ## Fix safety
    The fix takes the zero out. It is safe, but not in a heading, to which links may lead.
    """

    name = "date-leading-zero"
    family = "dates"
    severity = Severity.WARNING
    message = "“{date}” has a zero before its day"
    languages = frozenset(("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date with such a zero."""
        for date in glance(page).odd:
            if not date.form.leading_zero or date.form.month_style not in ("long", "short"):
                continue
            if is_in_table(page, date) or is_quoted(page, date):
                continue
            from homs_wiki.lint.rules.dates._rewriting import Wanted, fix_of

            fix = fix_of(page, date, Wanted(leading_zero=False))
            yield self.finding(date.span, fix, date=date.text)
