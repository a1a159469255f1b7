"""link-unclosed: `[[` without `]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.links._brackets import stray_brackets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class LinkUnclosed(Rule):
    """A link or image is opened with `[[` and not closed.

    ## What it does
    Finds `[[` for which no `]]` follows in its paragraph, cell or value of a template, before
    another link begins. Of an image whose caption holds links, the brackets of the image itself
    are counted. `[[` that is shown as code, in `<nowiki>` or in a comment, is left alone.

    ## Why it matters
    Readers see the brackets and the address instead of a link or an image.

    ## Example
    ```wikitext
    The mill stands on the [[River Ash, near [[Hilltown]].
    ```

    ## Use instead
    ```wikitext
    The mill stands on the [[River Ash]], near [[Hilltown]].
    ```

    ## Fix safety
    There is no fix: where the link was to end only a person can tell.
    """

    name = "link-unclosed"
    family = "links"
    severity = Severity.ERROR
    message = "the link to “{target}” is not closed: there is no “]]” for it"
    aliases = {"checkwiki": "10"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each link without an end."""
        for stray in stray_brackets(page.document, "unclosed"):
            yield self.finding(stray.span, target=stray.shown)
