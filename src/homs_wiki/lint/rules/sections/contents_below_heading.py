"""contents-below-heading: `__TOC__` behind a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ContentsBelowHeading(Rule):
    """The table of contents stands behind the first heading.

    ## What it does
    Finds the word that places the table of contents, in any of its forms on this wiki, behind a
    heading.

    ## Why it matters
    Readers look for it before the sections, and screen readers go there at once.

    ## Example
    ```wikitext
    == History ==
    __TOC__
    It was built in 1902.
    ```

    ## Use instead
    ```wikitext
    __TOC__

    == History ==
    It was built in 1902.
    ```

    ## Fix safety
    There is no fix: without the word MediaWiki places the table by itself, if there are enough
    headings.
    """

    name = "contents-below-heading"
    family = "sections"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the table of contents stands behind the first heading"
    triggers = ("__", *CUT)
    aliases = {"checkwiki": "96"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the word where it stands behind a heading."""
        first = next((each.start for each in page.document.headings if not each.possible), None)
        if first is None:
            return
        for switch in page.document.switches:
            if switch.name == "toc" and switch.start > first:
                yield self.finding(switch.span)
