"""link-in-external-link: `[https://example.org by [[Ann Miller]]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import HTTP_LINK
from homs_wiki.lint.rules.links._external import odd_external_links
from homs_wiki.lint.rules.links._places import link_at
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class LinkInExternalLink(Rule):
    """The text of an external link holds a link to a page.

    ## What it does
    Finds internal links between the brackets of an external link. Images there are left alone.

    ## Why it matters
    A link cannot stand in a link. MediaWiki ends the outer one where the inner one begins, so a
    part of its text leads nowhere.

    ## Example
    ```wikitext
    [https://example.org/mills Mills of the valley, by [[Ann Miller]]]
    ```

    ## Use instead
    ```wikitext
    [https://example.org/mills Mills of the valley], by [[Ann Miller]]
    ```

    ## Fix safety
    The fix leaves the words of the inner link without its brackets. It is not safe: the external
    link could end before them instead.
    """

    name = "link-in-external-link"
    family = "links"
    severity = Severity.WARNING
    triggers = HTTP_LINK
    message = "there is a link to “{target}” in the text of an external link"
    touches = frozenset({"link"})
    aliases = {"linter": "wikilink-in-extlink"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first link in each external link."""
        for odd in odd_external_links(page.document, "link"):
            link = link_at(page.document, odd.place)
            if link and link.kind in ("link", "interwiki"):
                shown = link.label if link.label is not None else link.target
                fix = Fix((Edit(link.start, link.end, shown),), False, "Take out the inner link")
                yield self.finding((link.start, link.end), fix, target=link.target.strip())
