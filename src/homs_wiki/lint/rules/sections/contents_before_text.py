"""contents-before-text: text between `__TOC__` and the first heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ContentsBeforeText(Rule):
    """Text of the lead stands behind the table of contents.

    ## What it does
    Finds paragraphs between the word that places the table of contents and the first heading.
    Images, templates and tables there are left alone.

    ## Why it matters
    Readers with a screen reader go from the table to the sections, and miss what stands between.

    ## Example
    ```wikitext
    The mill is old.
    __TOC__
    It burnt in 1910.

    == History ==
    ```

    ## Use instead
    ```wikitext
    The mill is old.

    It burnt in 1910.
    __TOC__

    == History ==
    ```

    ## Fix safety
    There is no fix: the word can go behind the text, or out.
    """

    name = "contents-before-text"
    family = "sections"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "text of the lead stands behind the table of contents"
    triggers = ("__", *CUT)
    aliases = {"checkwiki": "97"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the word where text stands behind it."""
        first = next((each.start for each in page.document.headings if not each.possible), -1)
        for switch in page.document.switches:
            if switch.name == "toc" and switch.end < first:
                start, end = page.prose.position(switch.end), page.prose.position(first)
                if any(
                    block.kind == "paragraph" and start <= block.start < end
                    for block in page.prose.blocks
                ):
                    yield self.finding(switch.span)
