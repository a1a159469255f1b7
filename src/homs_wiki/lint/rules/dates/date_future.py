"""date-future: a date of something that has happened, on a day that has not come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates.coming import coming
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.profile.lives import life_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_PAST: Final = frozenset(
    (
        *("birth_date", "birthdate", "birth_date_age", "birth_year_age", "date_of_birth"),
        *("death_date", "deathdate", "death_date_age", "death_year_age", "date_of_death"),
        *("baptised", "disappeared_date", "as_of"),
        *("founded", "foundation", "established", "established_date", "formation"),
    )
)
"""Fields and templates for what cannot lie ahead."""
_FOUNDED: Final = frozenset(("founded", "foundation", "established", "formation"))


class DateFuture(Rule):
    """Something that has happened is dated on a day that has not come yet.

    ## What it does
    Finds dates after tomorrow

    * in fields of infoboxes and in templates for what must lie behind: birth, baptism, death,
      foundation, and `{{as of}}`;
    * that begin a range which goes on to the present (“2046–present”), in the text and in
      infoboxes.

    Approximate dates, infoboxes of invented persons, quotations and text marked as another
    language are left alone, and so is a foundation with more beside it than the date.

    ## Why it matters
    It is a slip of the hand: mostly two digits of the year stand the wrong way round.

    ## Example
    ```wikitext
    {{Infobox person
    | birth_date = {{Birth date|2091|5|3}}
    }}
    ```

    ## Use instead
    ```wikitext
    {{Infobox person
    | birth_date = {{Birth date|1991|5|3}}
    }}
    ```

    ## Fix safety
    There is no fix: only the source knows the right date.
    """

    name = "date-future"
    family = "dates"
    severity = Severity.WARNING
    message = "“{date}” has not come yet"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date in the future that must be one of the past."""
        seen = -1
        for date in coming(page):
            start, end = date.span
            if start == seen or not (_is_past(page, date) or date.date.end is None):
                continue
            if not is_quoted(page, date):
                seen = start  # a template and the text that it shows are one date
                yield self.finding((start, end), date=date.text)


def _is_past(page: Page, date: PageDate) -> bool:
    """Tell whether a date stands where only dates of the past can stand."""
    if date.role == "prose" or date.name not in _PAST:
        return False
    if date.role != "infobox":
        return True
    box = page.infoboxes[date.owner]
    if any(word in box.name.lower() for word in life_facts().invented):
        return False
    if date.name not in _FOUNDED:
        return True
    field = box.get(date.name)
    return field is not None and field.raw == page.text[slice(*date.span)]
