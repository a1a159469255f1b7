"""lead-without-bold-title: a lead in which nothing is bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# How much of the lead is marked, in code points.
_SHOWN = 20


class LeadWithoutBoldTitle(Rule):
    """Nothing is bold in the lead, so the title of the page is not.

    ## What it does
    Looks for bold text in the lead, if there is a text at all.

    ## Why it matters
    Readers who come from elsewhere see by the bold words what the page is about. Where the title
    only describes the subject, it need not be bold.

    ## Example
    ```wikitext
    Hilltown Mill is a water mill.
    ```

    ## Use instead
    ```wikitext
    '''Hilltown Mill''' is a water mill.
    ```

    ## Fix safety
    There is no fix: which words are the title only a person can tell.
    """

    name = "lead-without-bold-title"
    family = "sections"
    severity = Severity.NOTE
    message = "nothing is bold in the lead"
    rule_set = RuleSet.ALL

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first words of a lead without bold text."""
        prose = page.prose
        block = prose.blocks[0] if prose.blocks else None
        if block is None or block.section or page.document.redirect:
            return
        if page.text.find("'''", 0, page.sections[0].content_end) < 0:
            end = min(block.end, block.start + _SHOWN)
            yield self.finding(prose.span(block.start, end))
