"""external-link-unclosed: `[https://example.org` without `]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import HTTP_LINK
from homs_wiki.lint.rules.links._external import odd_external_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ExternalLinkUnclosed(Rule):
    """An external link has no closing bracket.

    ## What it does
    Finds `[` with a web address behind it for which no `]` follows in its line, cell or value of a
    template. What is shown as code is left alone, and so are links that go on in the next line,
    which `external-link-line-break` finds.

    ## Why it matters
    Readers see the bracket and the bare address.

    ## Example
    ```wikitext
    * [https://example.org/mills Mills of the valley
    ```

    ## Use instead
    ```wikitext
    * [https://example.org/mills Mills of the valley]
    ```

    ## Fix safety
    There is no fix: where the text of the link ends only a person can tell.
    """

    name = "external-link-unclosed"
    family = "links"
    severity = Severity.ERROR
    triggers = HTTP_LINK
    message = "the external link is not closed: there is no “]” for it"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each external link without an end."""
        for link in odd_external_links(page.document, "open"):
            yield self.finding(link.span)
