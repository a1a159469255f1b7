"""access-date-without-url: when something was looked at, but not where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.citations._cs1 import (
    CS1_LANGUAGES,
    PREPRINTS,
    cs1_citations,
    has_url,
    may_be_named_otherwise,
)
from homs_wiki.lint.rules.citations._parameters import remove, written_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class AccessDateWithoutUrl(Rule):
    """A citation says when an address was looked at, but has no address.

    ## What it does
    Finds `access-date` in templates of Citation Style 1 that have neither `url` nor `chapter-url`
    (`map-url` in `{{cite map}}`). Links that come from a DOI or another identifier don't count.

    ## Why it matters
    The date is not shown; an error is. Either the address was forgotten or misspelt, or the source
    is on paper and the date means nothing.

    ## Example
    ```wikitext
    {{cite book |title=The Bridges of Hilltown |date=1990 |access-date=5 May 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite book |title=The Bridges of Hilltown |date=1990}}
    ```

    ## Fix safety
    The fix takes out the date. It is not safe, because the address may be what is missing.
    """

    name = "access-date-without-url"
    family = "citations"
    severity = Severity.WARNING
    message = "“{name}” is given, but no URL"
    languages = CS1_LANGUAGES
    aliases = {"cs1": "err_accessdate_missing_url"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date of access without an address."""
        for citation in cs1_citations(page):
            parameter = citation.get("access-date")
            if parameter is None or has_url(citation) or citation.kind in PREPRINTS:
                continue
            if not may_be_named_otherwise(page, citation):
                span = written_span(parameter)
                yield self.finding(span, remove(parameter), name=parameter.name)
