"""table-start-repeated: a table opened where a row belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# The longest line that opens a table or row, in code points.
_LONGEST = 500


class TableStartRepeated(Rule):
    """A table is opened directly within another one, in no cell.

    ## What it does
    Finds `{|` directly below the line that opens a table or a row.

    ## Why it matters
    MediaWiki drops one of the two or moves the inner table out of the outer one, and one `|}` may
    be missing.

    ## Example
    ```wikitext
    {| class="wikitable"
    {|
    | mill
    |}
    ```

    ## Use instead
    ```wikitext
    {| class="wikitable"
    | mill
    |}
    ```

    ## Fix safety
    There is no fix: a person must see which of the two lines is right.
    """

    name = "table-start-repeated"
    family = "markup"
    severity = Severity.WARNING
    triggers = TABLE
    message = "a table begins here within another one, but in no cell"
    aliases = {"linter": "deletable-table-tag"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the second of the two marks."""
        text = page.text
        for table in page.document.tables:
            if table.parent is None:
                continue
            start = max(table.parent.start, table.start - _LONGEST)
            before = text[start : table.start].rstrip(" \t\n:")
            last = before[before.rfind("\n") + 1 :].lstrip(" \t:")
            if last.startswith(("{|", "|-")):
                yield self.finding((table.start, table.start + 2))
