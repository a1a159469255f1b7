"""category-shared-line: two categories on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class CategorySharedLine(Rule):
    """Two categories stand on one line.

    ## What it does
    Finds a category link right behind another one, with nothing but blanks between them.

    ## Why it matters
    Each category has a line of its own on nearly all pages; editors overlook the second.

    ## Example
    ```wikitext
    [[Category:Mills]] [[Category:Bridges]]
    ```

    ## Use instead
    ```wikitext
    [[Category:Mills]]
    [[Category:Bridges]]
    ```

    ## Fix safety
    The fix begins a new line. It is safe: readers see no difference.
    """

    name = "category-shared-line"
    family = "metadata"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "another category stands on this line"
    aliases = {"checkwiki": "9"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each category behind another one."""
        end, text = -1, page.text
        for link in page.categories:
            between = text[end : link.start] if end >= 0 else "-"
            if not between.strip(" ") and page.document.enclosing(link.start) is None:
                fix = Fix((Edit(end, link.start, "\n"),), safe=True, description="Begin a new line")
                yield self.finding((link.start, link.end), fix)
            end = link.end
