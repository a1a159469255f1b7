"""table-as-html: `<table>`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.sections._tables import in_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class TableAsHtml(Rule):
    """A table is written with HTML tags.

    ## What it does
    Finds `<table>` in the text of the page. Tables in templates, where the markup would need its
    pipes replaced, and in cells of other tables are left alone.

    ## Why it matters
    Few editors can read or edit it, and visual editors show it badly.

    ## Example
    ```wikitext
    <table>
    <tr><td>mill</td></tr>
    </table>
    ```

    ## Use instead
    ```wikitext
    {|
    | mill
    |}
    ```

    ## Fix safety
    There is no fix: cells may hold what needs a line of its own.
    """

    name = "table-as-html"
    family = "markup"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the table is written with HTML tags"
    triggers = ("<table", *CUT)
    aliases = {"checkwiki": "31"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each opening tag of a table."""
        for tag in page.document.html_tags:
            if tag.name != "table" or tag.kind != "open" or in_table(page.document, tag.start):
                continue
            if page.document.enclosing(tag.start) is None:
                yield self.finding(tag.span)
