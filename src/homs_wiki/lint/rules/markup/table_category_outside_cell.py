"""table-category-outside-cell: a category between two rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.sections._tables import in_table
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_OUTSIDE = compiled(r"(?:\A|\n)(?:\|-|\{\|)[^\n\0]*+\n++(\[\[[^][\n\0]*\]\])")


class TableCategoryOutsideCell(Rule):
    """A category stands in a table, but in no cell.

    ## What it does
    Finds links that put the page into a category on a line of their own directly below the line
    that opens a table or a row.

    ## Why it matters
    Browsers move it out of the table, and tools that edit the page as it is shown may lose it.

    ## Example
    ```wikitext
    {|
    [[Category:Mills]]
    |-
    | mill
    |}
    ```

    ## Use instead
    ```wikitext
    {|
    |-
    | mill
    |}

    [[Category:Mills]]
    ```

    ## Fix safety
    There is no fix: a category belongs to the end of the page.
    """

    name = "table-category-outside-cell"
    family = "markup"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "this category stands in the table, but in no cell"
    triggers = ("{|", *CUT)
    aliases = {"linter": "fostered-transparent"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such category."""
        document = page.document
        if not document.tables or not page.categories:
            return
        flat = document.flat
        starts = {link.start for link in page.categories if in_table(document, link.start)}
        if not starts:
            return
        for match in _OUTSIDE.finditer(flat.text):
            span = flat.span(*match.span(1))
            if span[0] in starts:
                yield self.finding(span)
