"""citation-date-future: a source of a day that has not come."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.citations._cs1 import CS1_LANGUAGES
from homs_wiki.lint.rules.citations._days import days_of, doubtful_dates, margin
from homs_wiki.lint.rules.citations._parameters import written_span
from homs_wiki.page.citations.judging import today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_NAMES = ("date", "orig-date", "publication-date", "archive-date")


class CitationDateFuture(Rule):
    """A source is dated on a day that has not come yet.

    ## What it does
    Finds dates of publication and of archived copies that lie after tomorrow; of books and of
    issues of magazines, more than a year after. Dates after next year in `date`, `year` and
    `publication-date` are reported as invalid, as the wiki's module does.

    ## Why it matters
    Nobody can have read it. Mostly year or month are mistyped, or day and month are swapped.

    ## Example
    ```wikitext
    {{cite book |title=Bridges |date=1990 |orig-date=1 May 2890}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=Bridges |date=1990 |orig-date=1 May 1890}}
    ```

    ## Fix safety
    There is no fix: the date has to be looked up.
    """

    name = "citation-date-future"
    family = "citations"
    severity = Severity.WARNING
    triggers = ("|",)
    languages = CS1_LANGUAGES
    message = "“{value}” has not come yet"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date in the future."""
        now = today()
        for citation in doubtful_dates(page.document).upcoming:
            for name in _NAMES:
                parameter = citation.get(name)
                days = days_of(page, citation, name) if parameter else None
                if parameter is None or days is None or _is_invalid(name, days.first, now):
                    continue
                ahead = timedelta(days=1) if name == "archive-date" else margin(citation)
                if days.first > now + ahead:
                    yield self.finding(written_span(parameter), value=citation.value(name))


def _is_invalid(name: str, day: date, now: date) -> bool:
    """Tell whether the module complains of a date, so that another rule does."""
    return name != "orig-date" and day.year > now.year + 1
