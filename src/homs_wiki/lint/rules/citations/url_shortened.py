"""url-shortened: an address that hides where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.citations._addresses import (
    address_around,
    is_shortener,
    shortened,
)
from homs_wiki.lint.rules.citations._cited import is_unread, read_cited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class UrlShortened(Rule):
    """An address in a reference is that of a service that shortens others.

    ## What it does
    Finds addresses at bit.ly, tinyurl.com, t.co and their like in references and citations. Short
    forms of a site's own addresses, such as youtu.be, are left alone.

    ## Why it matters
    Nobody can see what is cited, the service may close or lead elsewhere one day, and MediaWiki
    wikis commonly refuse such addresses because they get round the list of unwanted sites.

    ## Example
    ```wikitext
    It burnt.<ref>{{cite web |title=Mill |url=https://bit.ly/3xMill}}</ref>
    ```

    ## Use instead
    ```wikitext
    It burnt.<ref>{{cite web |title=Mill |url=https://example.org/news/mill}}</ref>
    ```

    ## Fix safety
    There is no fix: the address has to be followed.
    """

    name = "url-shortened"
    family = "citations"
    severity = Severity.WARNING
    triggers = ("//",)
    rule_set = RuleSet.STRICT
    message = "the address at “{host}” hides where it leads"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such address."""
        cited = read_cited(page.document)
        if not any(map(is_shortener, cited.hosts)):
            return
        for match in shortened().finditer(cited.text):
            span = address_around(page.text, cited.offset(match.end()) - 1)
            if span is None or is_unread(page, span[0]):
                continue
            yield self.finding(span, host=match[1].lower())
