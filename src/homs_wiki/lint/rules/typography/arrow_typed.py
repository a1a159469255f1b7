"""arrow-typed: `mill -> house`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules._writing import write
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_ARROW = compiled(r"(?<=[ ])(?:<?-{1,2}>|<?={1,2}>|<-{1,2})(?=[ ])")
_ARROWS = {
    (False, False, True): "→",
    (False, True, False): "←",
    (False, True, True): "↔",
    (True, False, True): "⇒",
    (True, True, True): "⇔",
}


class ArrowTyped(Rule):
    """An arrow is typed with hyphens.

    ## What it does
    Finds `->`, `-->`, `=>`, `<-`, `<->` and the like between blanks in running text. Code,
    quotations and templates are left alone.

    ## Why it matters
    Screen readers read a hyphen and a mark; the character is an arrow for all.

    ## Example
    ```wikitext
    From mill -> house.
    ```

    ## Use instead
    ```wikitext
    From mill → house.
    ```

    ## Fix safety
    The fix writes the character. It is not safe: in text on programs the signs may be meant.
    """

    name = "arrow-typed"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "“{typed}” is typed for the arrow “{arrow}”"
    triggers = ("->", "=>", "<-", "-&gt;", "=&gt;", *CUT)
    aliases = {"checkwiki": "56"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each typed arrow."""
        for span, found in running(page, _ARROW):
            typed = found[0]
            double, left, right = "=" in typed, typed[0] == "<", typed[-1] == ">"
            arrow = _ARROWS[double, left, right]
            fix = write(span, arrow, safe=False)
            yield self.finding(span, fix, typed=typed, arrow=arrow)
