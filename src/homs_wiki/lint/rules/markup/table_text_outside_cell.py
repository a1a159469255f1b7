"""table-text-outside-cell: text in a table that is in no cell."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import TABLE
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# Patterns that begin with what is found fast; the page may begin with a table, too.
_OUTSIDE = tuple(
    lazily(rf"{start}[^\n\0]*+\n++([^\W_][^\n\0]*)") for start in (r"\{\|", r"\n\{\|", r"\n\|-")
)


class TableTextOutsideCell(Rule):
    """A line of text stands in a table, but in no cell.

    ## What it does
    Finds a line that begins with a letter or digit directly below the line that opens a table or a
    row.

    ## Why it matters
    Browsers move the text out of the table and show it above, away from its place. Mostly the `|`
    of a cell is missing.

    ## Example
    ```wikitext
    {| class="wikitable"
    |-
    mill || 1902
    |}
    ```

    ## Use instead
    ```wikitext
    {| class="wikitable"
    |-
    | mill || 1902
    |}
    ```

    ## Fix safety
    There is no fix: it may be a cell, a caption, or text that belongs elsewhere.
    """

    name = "table-text-outside-cell"
    family = "markup"
    severity = Severity.WARNING
    triggers = TABLE
    message = "this text stands in the table, but in no cell"
    aliases = {"linter": "fostered"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such line."""
        document = page.document
        if not document.tables:
            return
        flat = document.flat
        tables = [table for table in document.tables if table.parent is None]
        starts = [table.start for table in tables]
        for match in _outside(flat.text):
            span = flat.span(*match.span(1))
            index = bisect_right(starts, span[0]) - 1
            if index >= 0 and span[0] < tables[index].end:
                yield self.finding(span)


def _outside(text: str) -> Iterator[re.Match[str]]:
    """Yield lines of text behind a line that opens a table or row, with nothing but blank lines."""
    first, *others = _OUTSIDE
    if match := first.match(text):
        yield match
    for pattern in others:
        yield from pattern.finditer(text)
