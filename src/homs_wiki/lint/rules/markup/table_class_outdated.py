"""table-class-outdated: `class="prettytable"`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_CLASS = compiled(r"(?:\A|\n)[ \t:]*\{\|[^\n\0]*?class\s*=\s*[\"']?[^\"'\n\0]*?\b(prettytable)\b")


class TableClassOutdated(Rule):
    """A table has a class that wikis no longer know.

    ## What it does
    Finds the class `prettytable` in the first line of a table.

    ## Why it matters
    It was renamed to `wikitable` long ago; where the old name is gone, the table has no lines.

    ## Example
    ```wikitext
    {| class="prettytable"
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
    The fix writes the name of today. It is safe.
    """

    name = "table-class-outdated"
    family = "markup"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the class is “wikitable” now"
    triggers = ("prettytable", *CUT)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such class."""
        flat = page.document.flat
        if "prettytable" not in flat.text:
            return
        for match in _CLASS.finditer(flat.text):
            span = flat.span(*match.span(1))
            fix = Fix((Edit(*span, "wikitable"),), safe=True, description="Write “wikitable”")
            yield self.finding(span, fix)
