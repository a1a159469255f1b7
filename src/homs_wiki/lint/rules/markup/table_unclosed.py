"""table-unclosed: a table without its end."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class TableUnclosed(Rule):
    """A table is opened and not closed.

    ## What it does
    Finds `{|` without its `|}`. It is left alone if a template stands on a line of its own between
    the table and the next heading, since it may close the table.

    ## Why it matters
    All that follows becomes part of the last cell of the table, down to the end of the page.

    ## Example
    ```wikitext
    {| class="wikitable"
    | mill || 1902

    == Geography ==
    ```

    ## Use instead
    ```wikitext
    {| class="wikitable"
    | mill || 1902
    |}

    == Geography ==
    ```

    ## Fix safety
    There is no fix: where the table ends only a person can tell.
    """

    name = "table-unclosed"
    family = "markup"
    severity = Severity.ERROR
    triggers = TABLE
    message = "the table is not closed: there is no “|}}” for it"
    aliases = {"linter": "missing-end-tag", "checkwiki": "28"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the mark that opens each table without an end."""
        document = page.document
        if document.ignored:
            return
        unclosed = [table for table in document.tables if not table.closed]
        if not unclosed:
            return
        text = page.text
        headings = [heading.start for heading in document.headings]
        # Templates on lines of their own: they may bring the end of a table.
        lines = [
            each.start for each in document.templates if text[each.start - 1 : each.start] == "\n"
        ]
        for table in unclosed:
            following = bisect_right(headings, table.start)
            end = headings[following] if following < len(headings) else table.end
            template = bisect_right(lines, table.start)
            if template == len(lines) or lines[template] >= end:
                yield self.finding((table.start, table.start + 2))
