"""archive-date-without-url: when a copy was made, but no copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.citations._cs1 import (
    CS1_LANGUAGES,
    PREPRINTS,
    is_shown,
    may_be_named_otherwise,
)
from homs_wiki.lint.rules.citations._links import odd_links
from homs_wiki.lint.rules.citations._parameters import remove, written_span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ArchiveDateWithoutUrl(Rule):
    """A citation says when an archived copy was made, but gives no copy.

    ## What it does
    Finds `archive-date` without `archive-url` in templates of Citation Style 1.

    ## Why it matters
    The date is not shown, and newer editions of the module show an error. The address of the copy
    was forgotten or misspelt, or taken out without the date.

    ## Example
    ```wikitext
    {{cite web |url=http://example.org/a |title=Bridges |archive-date=3 May 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |url=http://example.org/a |title=Bridges}}
    ```

    ## Fix safety
    The fix takes out the date. It is not safe, because the address may be what is missing.
    """

    name = "archive-date-without-url"
    family = "citations"
    severity = Severity.WARNING
    message = "“{name}” is given, but no archived copy"
    languages = CS1_LANGUAGES
    touches = frozenset({"parameter"})
    aliases = {"cs1": "err_archive_date_missing_url"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date of a copy without a copy."""
        for citation in odd_links(page.document).copyless:
            parameter = citation.get("archive-date")
            if parameter is None or citation.kind in PREPRINTS or not is_shown(citation):
                continue
            if not may_be_named_otherwise(page, citation):
                span = written_span(parameter)
                yield self.finding(span, remove(parameter), name=parameter.name)
