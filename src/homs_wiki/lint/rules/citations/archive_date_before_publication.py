"""archive-date-before-publication: a copy was made before there was a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.citations._cs1 import CS1_LANGUAGES
from homs_wiki.lint.rules.citations._days import (
    copied,
    doubtful_dates,
    margin,
    published,
)
from homs_wiki.lint.rules.citations._parameters import written_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ArchiveDateBeforePublication(Rule):
    """The archived copy of a source is older than the source.

    ## What it does
    Compares the time in the address of an archived copy, or else `archive-date`, with `date`. Two days are allowed for the time zones of the world, and a year for issues of magazines
    and for books. Citations with `orig-date` or `publication-date` are left alone.

    ## Why it matters
    The copy cannot hold what was published later: it shows an older state of the page, or another
    one, or the date of the source is wrong.

    ## Example
    ```wikitext
    {{cite web |title=Mill |url=https://example.org/mill |date=7 May 2020 |archive-url=https://web.archive.org/web/20200403101112/https://example.org/mill |archive-date=3 April 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Mill |url=https://example.org/mill |date=7 May 2020 |archive-url=https://web.archive.org/web/20200609101112/https://example.org/mill |archive-date=9 June 2020}}
    ```

    ## Fix safety
    There is no fix: another copy has to be found, or the date to be looked up.
    """  # noqa: E501 - addresses of archives are long

    name = "archive-date-before-publication"
    family = "citations"
    severity = Severity.WARNING
    triggers = ("archive", "archivo", "arşiv", "أرشيف", "بایگانی", *CUT)
    languages = CS1_LANGUAGES
    message = "the copy of {copied} is older than the source of {published}"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each copy that is older than what it is a copy of."""
        for citation in doubtful_dates(page.document).reversed:
            parameter = citation.get("archive-date") or citation.get("archive-url")
            made = copied(page, citation) if parameter else None
            issued = published(page, citation) if made else None
            if parameter and made and issued and made.last + margin(citation) < issued.first:
                yield self.finding(
                    written_span(parameter),
                    copied=made.last.isoformat(),
                    published=citation.value("date"),
                )
