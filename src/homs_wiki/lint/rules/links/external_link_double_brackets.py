"""external-link-double-brackets: `[[https://example.org]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.links._external import odd_external_links
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ExternalLinkDoubleBrackets(Rule):
    """An external link stands in two brackets on each side.

    ## What it does
    Finds web addresses in double square brackets, with a text, behind a space or a pipe, or
    without one. What is shown as code is left alone.

    ## Why it matters
    Double brackets are for pages of the wiki. Readers see the outer ones, and of a text behind a
    pipe only a broken address is made.

    ## Example
    ```wikitext
    [[https://example.org/mills|Mills of the valley]]
    ```

    ## Use instead
    ```wikitext
    [https://example.org/mills Mills of the valley]
    ```

    ## Fix safety
    The fix takes out the outer brackets, and writes a space for the pipe. It is safe but for the
    pipe, which may be a part of the address.
    """

    name = "external-link-double-brackets"
    family = "links"
    severity = Severity.ERROR
    triggers = ("[[http", *CUT)
    message = "an external link takes one bracket on each side"
    touches = frozenset({"link"})
    aliases = {"checkwiki": "86"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each external link in double brackets."""
        for link in odd_external_links(page.document, "double"):
            inside = page.text[link.span.start + 2 : link.span.end - 2].strip()
            address, pipe, words = inside.partition("|")
            edit = Edit(*link.span, f"[{f'{address} {words.strip()}'.strip()}]")
            fix = Fix((edit,), safe=not pipe, description="Write single brackets")
            yield self.finding(link.span, fix)
