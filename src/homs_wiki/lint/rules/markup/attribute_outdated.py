"""attribute-outdated: `align="center"`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_OUTDATED = frozenset(
    ("align", "bgcolor", "border", "cellpadding", "cellspacing", "clear", "valign")
)
_PLACES = compiled(
    r"""
    (?:\A|\n)[ \t:]*+ (?: \{\| | \|- ) (?P<line> [^\n\0]*+ )
    | (?: \n[|!](?![-}+]) | \|\| | !! ) (?P<cell> [^][|!\n\0{}<>]*+ ) \|(?!\|)
    | <(?:table|tr|t[dh]|div|p|br|hr|caption|h[1-6]|[ou]l|li) (?P<tag> \s[^<>\0]*+ ) >
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ATTRIBUTE = compiled(r"([\w-]++)\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s\"']++)")


class AttributeOutdated(Rule):
    """An attribute is used that HTML no longer has.

    ## What it does
    Finds attributes for the look of tables, rows, cells and tags that HTML has given up: `align`,
    `bgcolor`, `border`, `cellpadding`, `cellspacing`, `clear` and `valign`.

    ## Why it matters
    Browsers still know them, but are free to drop them, and styles of the wiki for dark mode or for
    printing do not reach them.

    ## Example
    ```wikitext
    {| align="right"
    | mill
    |}
    ```

    ## Use instead
    ```wikitext
    {| style="float:right"
    | mill
    |}
    ```

    ## Fix safety
    There is no fix: how a style says the same depends on the place.
    """

    name = "attribute-outdated"
    family = "markup"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "HTML no longer has the attribute “{name}”"
    triggers = ("align", "bgcolor", "border", "cellpadding", "cellspacing", "clear", *CUT)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such attribute."""
        flat = page.document.flat
        for place in _PLACES.finditer(flat.text):
            for match in _ATTRIBUTE.finditer(flat.text, *place.span(place.lastgroup or 0)):
                if match[1] and match[1].lower() in _OUTDATED:
                    yield self.finding(flat.span(*match.span(1)), name=match[1].lower())
