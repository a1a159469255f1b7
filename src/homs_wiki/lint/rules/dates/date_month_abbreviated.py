"""date-month-abbreviated: the name of a month cut short in a text that has it in full elsewhere."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import minority_of
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.standing import is_in_text
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_LETTERS = lazily(r"[^\W\d_]{2}")


class DateMonthAbbreviated(Rule):
    """The name of a month is cut short, where most dates of the text have it in full.

    ## What it does
    Finds `5 Dec 2024` in sentences, list items and headings in which at least three dates and three
    of four have the month in full. Months that have no shorter name (May) do not count. Tables,
    infoboxes and citations are left alone, where room is short, and so are quotations, titles in
    italics, text marked as another language and lists of sources.

    ## Why it matters
    In running text nothing is gained by it, and one text should name its months in one way.

    ## Example
    ```wikitext
    It began on 27 November 2024, spread on 29 November 2024, reached the city on 5 December 2024
    and ended on 8 Dec 2024.
    ```

    ## Use instead
    ```wikitext
    It began on 27 November 2024, spread on 29 November 2024, reached the city on 5 December 2024
    and ended on 8 December 2024.
    ```

    ## Fix safety
    The fix writes the name in full. It is safe, but not in a heading, to which links may lead.
    There is none where the full stop behind the name may end the sentence as well.
    """

    name = "date-month-abbreviated"
    family = "dates"
    severity = Severity.WARNING
    message = "“{date}” has its month cut short; {count} of {total} dates have it in full"
    # Elsewhere months have no short names, or none of those we know of are used.
    languages = frozenset(("en", "de", "fr", "es", "ru", "tr", "hi"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such date."""
        if not any(_is_short(date) and is_in_text(page, date) for date in glance(page).odd):
            return
        months = _with_both(page.profile.language)
        dates = [
            date
            for date in page.dates
            if type(date.found) is FoundDate
            and not date.found.is_year
            and date.form.month_style in ("long", "short")
            and date.date.start.month in months
            and is_in_text(page, date)
        ]
        for found in minority_of(page, dates, lambda date: date.form.month_style):
            if found.norm != "long":
                continue
            from homs_wiki.lint.rules.dates._rewriting import Wanted, fix_of

            date = found.date
            yield self.finding(
                date.span,
                fix_of(page, date, Wanted(month="long")),
                date=date.text,
                count=found.same,
                total=found.total,
            )


def _is_short(date: PageDate) -> bool:
    """Tell whether a date has the short name of a month."""
    return _LETTERS.search(date.text) is not None and date.form.month_style == "short"


@cache
def _with_both(language: str) -> frozenset[int]:
    """Give the numbers of the months that have a long and a short name."""
    months = load_date_facts(language).months.values()
    return frozenset(month.number for month in months if month.style == "short")
