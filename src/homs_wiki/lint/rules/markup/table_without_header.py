"""table-without-header: a data table without header cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_HEADER = lazily(r"\n[ \t]*!")


class TableWithoutHeader(Rule):
    """A table of class `wikitable` has no header cells.

    ## What it does
    Finds tables of that class with three rows or more, none of them with a cell that begins with
    `!`. Tables with templates on lines of their own are left alone, since these may bring headers.

    ## Why it matters
    Readers who use a screen reader hear values and cannot tell what they are of.

    ## Example
    ```wikitext
    {| class="wikitable"
    |-
    | Name || Year
    |-
    | Mill || 1902
    |-
    | Bridge || 1910
    |}
    ```

    ## Use instead
    ```wikitext
    {| class="wikitable"
    |-
    ! Name !! Year
    |-
    | Mill || 1902
    |-
    | Bridge || 1910
    |}
    ```

    ## Fix safety
    There is no fix: which cells are headers only a person can tell.
    """

    name = "table-without-header"
    family = "markup"
    severity = Severity.NOTE
    triggers = ("wikitable",)
    message = "the table has no header cells"
    rule_set = RuleSet.STRICT

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first line of each such table."""
        text = page.text
        if "wikitable" not in text:
            return
        for table in page.document.tables:
            attributes = text[slice(*table.attributes_span)]
            if table.parent or "wikitable" not in attributes or "presentation" in attributes:
                continue
            inside = text[table.attributes_span.end : table.end]
            if (
                _HEADER.search(inside)
                or "\n{{" in inside
                or "<th" in inside
                or inside.count("\n|-") < 2
            ):
                continue
            yield self.finding((table.start, table.attributes_span.end))
