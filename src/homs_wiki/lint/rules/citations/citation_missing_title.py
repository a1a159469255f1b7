"""citation-missing-title: a citation that does not say what it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.citations._cs1 import (
    CS1_LANGUAGES,
    cs1_citations,
    has_title,
    may_be_named_otherwise,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class CitationMissingTitle(Rule):
    """A citation template has no title.

    ## What it does
    Finds each template of Citation Style 1 that has no title in any form: `title`, `script-title`
    or `trans-title`. In some templates another parameter is the title: the series of
    `{{cite episode}}`, the `book-title` of `{{cite conference}}`, the encyclopedia where only an
    entry is named. `title=none` is a title. A template without anything to show is left alone, and
    so is one with an unknown parameter that may be the wiki's own name for the title.

    ## Why it matters
    Readers see an error in place of the title, and cannot tell what is cited once the address is
    dead.

    ## Example
    ```wikitext
    {{cite news |url=https://example.org/a |newspaper=Hilltown Post |date=3 May 1902}}
    ```

    ## Use instead
    ```wikitext
    {{cite news |url=https://example.org/a |title=Bridge opens |newspaper=Hilltown Post |date=3 May 1902}}
    ```

    ## Fix safety
    There is no fix: the title has to be looked up.
    """  # noqa: E501 - wikitext has long lines

    name = "citation-missing-title"
    family = "citations"
    severity = Severity.ERROR
    message = "the citation has no title"
    languages = CS1_LANGUAGES
    aliases = {"cs1": "err_citation_missing_title"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each citation without a title."""
        for citation in cs1_citations(page):
            if not has_title(citation) and not may_be_named_otherwise(page, citation):
                yield self.finding(citation.template.span)
