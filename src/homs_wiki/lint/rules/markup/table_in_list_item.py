"""table-in-list-item: an HTML table of several lines in a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._lines import LineStarts
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# What ends a table on its line, or the line before it.
_END = lazily(r"</table|\n", re.IGNORECASE)


class TableInListItem(Rule):
    """An HTML table of several lines stands in an item of a list.

    ## What it does
    Finds `<table>` in a line that begins with the mark of a list, if the table is not closed on
    that line.

    ## Why it matters
    An item of a list ends with its line. The table is torn in two, and what follows is shown in
    the wrong place.

    ## Example
    ```wikitext
    * Mills: <table>
    <tr><td>1902</td></tr>
    </table>
    ```

    ## Use instead
    ```wikitext
    Mills:
    <table>
    <tr><td>1902</td></tr>
    </table>
    ```

    ## Fix safety
    There is no fix: the table may go below the list, or be written as a list.
    """

    name = "table-in-list-item"
    family = "markup"
    severity = Severity.WARNING
    triggers = ("<table", *CUT)
    message = "a table of several lines cannot stand in an item of a list"
    aliases = {"linter": "multiline-html-table-in-list"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such opening tag."""
        text = page.text
        lines = LineStarts(text)
        end: re.Match[str] | None = None
        for tag in page.document.html_tags:
            if tag.name != "table" or tag.kind != "open":
                continue
            if end is None or end.start() < tag.end:
                end = _END.search(text, tag.end)
            if end is None:
                return
            if end[0] == "\n" and text[lines.of(tag.start)] in "*#:;":
                node = page.document.enclosing(tag.start)
                if node is None:
                    yield self.finding(tag.span)
