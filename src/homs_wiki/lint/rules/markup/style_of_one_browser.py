"""style-of-one-browser: `style="-moz-border-radius:8px"`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_STYLE = compiled(r"style(?<=\bstyle)\s*=\s*([\"'][^\"'\n\0<>]*+)")
_PREFIXES = ("-moz-", "-webkit-", "-ms-", "-o-")
_NAME = compiled(r"[\"';\s](-(?:moz|webkit|ms|o)-[a-z-]+)\s*:")


class StyleOfOneBrowser(Rule):
    """A style is written for one kind of browser.

    ## What it does
    Finds properties that begin with `-moz-`, `-webkit-`, `-ms-` or `-o-` in the `style` of a tag, a
    table, a row or a cell.

    ## Why it matters
    Browsers have known the plain property for years; other browsers pass over this one.

    ## Example
    ```wikitext
    <div style="-moz-column-count:2">text</div>
    ```

    ## Use instead
    ```wikitext
    <div style="column-count:2">text</div>
    ```

    ## Fix safety
    There is no fix: the plain property may stand beside it, or have another form.
    """

    name = "style-of-one-browser"
    family = "markup"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{name}” works in one kind of browser only"
    triggers = ("-moz-", "-webkit-", "-ms-", "-o-", *CUT)
    aliases = {"checkwiki": "112"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such property."""
        flat = page.document.flat
        if not any(prefix in flat.text for prefix in _PREFIXES):
            return
        for style in _STYLE.finditer(flat.text):
            for match in _NAME.finditer(flat.text, *style.span(1)):
                yield self.finding(flat.span(*match.span(1)), name=match[1])
