"""external-link-line-break: a line ends in a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import HTTP_LINK
from homs_wiki.lint.rules.links._external import odd_external_links
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ExternalLinkLineBreak(Rule):
    """A line ends in the text of an external link.

    ## What it does
    Finds external links in brackets whose `]` stands in the next line. A next line that begins a
    list, a heading or a table is left alone; then the link is not closed.

    ## Why it matters
    MediaWiki makes no link over the end of a line. Readers see the brackets and the bare address.

    ## Example
    ```wikitext
    * [https://example.org/mills Mills of
    the valley]
    ```

    ## Use instead
    ```wikitext
    * [https://example.org/mills Mills of the valley]
    ```

    ## Fix safety
    The fix writes a space for the line's end. It is safe: that makes the link that was written.
    """

    name = "external-link-line-break"
    family = "links"
    severity = Severity.ERROR
    triggers = HTTP_LINK
    message = "a line ends in the external link, so it is no link"
    touches = frozenset({"link"})
    aliases = {"checkwiki": "80"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each external link over the end of a line."""
        for link in odd_external_links(page.document, "break"):
            edit = Edit(link.place, link.place + 1, " ")
            fix = Fix((edit,), safe=True, description="Put it on one line")
            yield self.finding(link.span, fix)
