"""access-date-before-publication: a source was looked at before there was one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.citations._cs1 import CS1_LANGUAGES
from homs_wiki.lint.rules.citations._days import (
    days_of,
    doubtful_dates,
    margin,
    published,
)
from homs_wiki.lint.rules.citations._parameters import written_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class AccessDateBeforePublication(Rule):
    """A source was looked at before it was published.

    ## What it does
    Compares `access-date` with `date`. Two days are allowed for the time zones of the
    world, and a year for issues of magazines and for books, which can be read before the date that
    is printed on them. Citations with `orig-date` or `publication-date` are left alone.

    ## Why it matters
    One of the two dates is wrong, and the reader cannot know which.

    ## Example
    ```wikitext
    {{cite web |title=Mill |url=https://example.org/m |date=7 May 2020 |access-date=3 May 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Mill |url=https://example.org/m |date=7 April 2020 |access-date=3 May 2020}}
    ```

    ## Fix safety
    There is no fix: the source has to be looked at.
    """

    name = "access-date-before-publication"
    family = "citations"
    severity = Severity.WARNING
    triggers = (
        "access", "acceso", "erişim", "وصول", "بازبینی", "بازدید", "بازیابی", "دسترسی", *CUT,
    )  # fmt: skip
    languages = CS1_LANGUAGES
    message = "looked at on {accessed}, before it was published on {published}"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date of access before that of publication."""
        for citation in doubtful_dates(page.document).reversed:
            parameter = citation.get("access-date")
            accessed = days_of(page, citation, "access-date") if parameter else None
            issued = published(page, citation) if accessed else None
            if parameter is None or accessed is None or issued is None:
                continue
            if accessed.last + margin(citation) < issued.first:
                yield self.finding(
                    written_span(parameter),
                    accessed=citation.value("access-date"),
                    published=citation.value("date"),
                )
