"""date-ordinal: a day with the mark of an ordinal (“5th December”)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.standing import is_name, is_quoted
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_MAYBE = lazily(r"\d-?[^\W\d_]")


class DateOrdinal(Rule):
    """A day beside its month has the mark of an ordinal.

    ## What it does
    Finds such dates in the text, headings and infobox of wikis in English (`5th December`,
    `December 5th`, `5th of December`) and Russian (`5-го декабря`). Names (“the July 4th
    Movement”, the 4th of July without a year), quotations, titles in italics and text marked as
    another language are left alone.

    ## Why it matters
    The style guides of both write a day beside its month with the number alone. Search and
    tools find one form more easily than several.

    ## Example
    ```wikitext
    The town fell on December 5th, 2024.
    ```

    ## Use instead
    ```wikitext
    The town fell on December 5, 2024.
    ```

    ## Fix safety
    The fix takes the mark out. It is safe where no article stands before the date; where one does,
    it goes as well if it must (“on the 5th of December” becomes “on 5 December”), which is not.
    """

    name = "date-ordinal"
    family = "dates"
    severity = Severity.WARNING
    message = "“{date}” has a day with the mark of an ordinal"
    languages = frozenset(("en", "ru"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date with such a mark."""
        for date in glance(page).odd:
            if not _MAYBE.search(date.text) or not date.form.ordinal or is_name(page, date):
                continue
            from homs_wiki.profile.date_forms import load_date_forms

            forms = load_date_forms(date.form.month_language)
            if forms is None or date.form.ordinal not in forms.dropped:
                continue
            if date.text in forms.holidays or is_quoted(page, date):
                continue
            from homs_wiki.lint.rules.dates._rewriting import Wanted, fix_of

            fix = fix_of(page, date, Wanted(ordinal=False))
            yield self.finding(date.span, fix, date=date.text)
