"""url-missing-scheme: an address without https:// is no link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.citations._links import odd_links
from homs_wiki.lint.rules.citations._urls import (
    ADDRESS,
    has_usual_scheme,
    may_begin_with_www,
)
from homs_wiki.page.citations.urls import URL_PARAMETERS
from homs_wiki.source import Edit, Span
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WWW = compiled(r"\s*\[?(www\.[^\s\[\]<>|{}]*[^\s\[\]<>|{},;.:!?،؛۔])", re.IGNORECASE)


class UrlMissingScheme(Rule):
    """A web address lacks its beginning, `https://` or `http://`.

    ## What it does
    Finds parameters for an address (`url`, `archive-url` and the like) whose value is a host name,
    perhaps with a path, without a scheme and without the `//` that may stand for one; and
    references that begin with `www.`.

    ## Why it matters
    MediaWiki makes no link of it, and Citation Style 1 shows an error.

    ## Example
    ```wikitext
    {{cite web |url=www.example.org/bridges |title=Bridges}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |url=https://www.example.org/bridges |title=Bridges}}
    ```

    ## Fix safety
    The fix adds `https://`. It is not safe: old sites may answer to `http://` only, so a person
    should open the address.
    """

    name = "url-missing-scheme"
    family = "citations"
    severity = Severity.ERROR
    message = "“{url}” lacks “https://”"
    touches = frozenset({"link"})
    aliases = {"cs1": "err_bad_url", "checkwiki": "62"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each address without a scheme."""
        text = page.text
        for citation in odd_links(page.document).schemeless:
            parameters = citation.parameters
            for name in URL_PARAMETERS:
                if name in parameters and not has_usual_scheme(parameters[name]):
                    span = parameters[name].stripped_span
                    if ADDRESS.fullmatch(text, *span):
                        yield self._at(span, text[slice(*span)])
        for reference in page.references.all:
            for definition in reference.definitions:
                start, end = definition.span
                if may_begin_with_www(text, start) and (match := _WWW.match(text, start, end)):
                    yield self._at(Span(*match.span(1)), match[1])

    def _at(self, span: Span, url: str) -> Finding:
        edit = Edit(span.start, span.start, "https://")
        fix = Fix((edit,), safe=False, description="Add “https://”")
        return self.finding(span, fix, url=url)
