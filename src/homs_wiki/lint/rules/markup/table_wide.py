"""table-wide: a table of many columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Option, Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax.tables import Row

_ROWS = 10


class TableWide(Rule):
    """A table has so many columns that it does not fit on a small screen.

    ## What it does
    Counts the cells in each of the first ten rows of a table: header cells and others, each for
    itself. Tables with tables in them are left alone. How many are too many can be set.

    ## Why it matters
    On a telephone readers must move the table back and forth, and lose the row. MediaWiki’s Linter
    lists such tables, with five columns as its limit.

    ## Example
    ```wikitext
    {|
    | a || b || c || d || e || f
    |}
    ```

    ## Use instead
    ```wikitext
    {|
    | a || b || c
    |}
    ```

    ## Fix safety
    There is no fix: columns may be left out, or rows and columns exchanged.
    """

    name = "table-wide"
    family = "markup"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "the table has {count} columns, more than {most}"
    triggers = ("{|", *CUT)
    options = {"most": Option(5, "Columns that a table may have.")}  # noqa: RUF012 - as in all rules
    aliases = {"linter": "large-tables"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first line of each wide table."""
        most = self.number("most")
        tables = page.document.tables
        outer = {id(table.parent) for table in tables}
        for table in tables:
            if id(table) in outer:
                continue
            count = max((_cells(row) for row in table.rows[:_ROWS]), default=0)
            if count > most:
                first_line = page.text.find("\n", table.start)
                yield self.finding((table.start, first_line), count=count, most=most)


def _cells(row: Row) -> int:
    headers = sum(cell.kind == "header" for cell in row.cells)
    return max(headers, len(row.cells) - headers)
