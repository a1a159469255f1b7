"""table-rows-uneven: rows of a table with different numbers of cells."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax.tables import Cell, Row

_WIDEST, _HIGHEST = 1000, 100


class TableRowsUneven(Rule):
    """A row has more or fewer cells than the other rows of its table.

    ## What it does
    Counts the columns of each row, those that reach over several columns or rows included. A row
    is reported if at least two thirds of the rows agree, and at least three. Tables with templates
    on lines of their own and rows without cells are left alone.

    ## Why it matters
    Cells stand under the wrong header, or the table has a hole at its edge.

    ## Example
    ```wikitext
    {|
    | Mill || 1902
    |-
    | Bridge || 1910 || stone
    |-
    | Tower || 1920
    |-
    | Well || 1930
    |}
    ```

    ## Fix safety
    There is no fix: a cell may be missing or too many.
    """

    name = "table-rows-uneven"
    family = "markup"
    severity = Severity.WARNING
    triggers = TABLE
    message = "the row has {width} columns, the others have {usual}"
    rule_set = RuleSet.STRICT

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each row that differs from most others."""
        if "{|" not in page.text:
            return
        for table in page.document.tables:
            if table.parent or page.text.find("\n{{", table.start, table.end) >= 0:
                continue
            widths = list(_widths(table.rows))
            if len(widths) < 4:
                continue
            counted = Counter(width for _, width in widths)
            usual, number = counted.most_common(1)[0]
            if number < 3 or number * 3 < len(widths) * 2:
                continue
            for row, width in widths:
                if width != usual:
                    yield self.finding(row.span, width=width, usual=usual)


def _widths(rows: Sequence[Row]) -> Iterator[tuple[Row, int]]:
    """Yield each row with cells, and how many columns it has."""
    # How many columns cells of rows above take in the rows to come.
    reaching: list[int] = []
    for row in rows:
        if not row.cells:
            continue
        width = reaching.pop(0) if reaching else 0
        for cell in row.cells:
            columns, height = _number(cell, "colspan"), _number(cell, "rowspan")
            width += columns
            for below in range(min(height, _HIGHEST) - 1):
                if below == len(reaching):
                    reaching.append(0)
                reaching[below] += columns
        yield row, width


def _number(cell: Cell, name: str) -> int:
    if cell.attributes_span is None:
        return 1
    span = cell.attributes.get(name)
    value = cell.source[slice(*span)].strip() if span else ""
    return min(max(int(value), 1), _WIDEST) if value.isascii() and value.isdigit() else 1
