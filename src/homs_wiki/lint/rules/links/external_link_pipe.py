"""external-link-pipe: `[https://example.org|text]`."""

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


class ExternalLinkPipe(Rule):
    """A pipe stands between the address and the text of an external link.

    ## What it does
    Finds external links in brackets with a pipe behind the address. Pipes that may be a part of it
    are left alone: those behind a question mark, or with an equals sign, slash and the like after
    them.

    ## Why it matters
    MediaWiki takes the pipe and the next word for a part of the address, so the link leads
    nowhere.

    ## Example
    ```wikitext
    [https://example.org/mills|Mills of the valley]
    ```

    ## Use instead
    ```wikitext
    [https://example.org/mills Mills of the valley]
    ```

    ## Fix safety
    The fix writes a space for the pipe. It is not safe: open the link to be sure that the pipe is
    not a part of the address.
    """

    name = "external-link-pipe"
    family = "links"
    severity = Severity.ERROR
    triggers = HTTP_LINK
    message = "the text of an external link stands behind a space, not behind a pipe"
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each external link with a pipe."""
        for link in odd_external_links(page.document, "pipe"):
            edit = Edit(link.place, link.place + 1, " ")
            fix = Fix((edit,), safe=False, description="Write a space for the pipe")
            yield self.finding(link.span, fix)
