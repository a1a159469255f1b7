"""redirect-link-labelled: a redirect whose link has a text of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class RedirectLinkLabelled(Rule):
    """The link of a redirect has a text that nobody sees.

    ## What it does
    Finds a pipe in the link of a redirect.

    ## Why it matters
    Readers are led to the other page at once. The text only makes editors think that it matters.

    ## Example
    ```wikitext
    #REDIRECT [[Hilltown Mill|the mill]]
    ```

    ## Use instead
    ```wikitext
    #REDIRECT [[Hilltown Mill]]
    ```

    ## Fix safety
    The fix takes the text out, which is safe: it is shown nowhere.
    """

    name = "redirect-link-labelled"
    family = "markup"
    severity = Severity.NOTE
    triggers = ("#",)
    message = "the link of a redirect needs no text"
    touches = frozenset({"link"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the text of the link of the redirect."""
        if not page.text.lstrip().startswith("#"):
            return
        redirect = page.document.redirect
        if redirect and redirect.target_span.end < redirect.end - 2:
            span = (redirect.target_span.end, redirect.end - 2)
            fix = Fix((Edit(*span, ""),), safe=True, description="Take the text out")
            yield self.finding(span, fix)
