"""rule-below-heading: a line of hyphens below a heading."""

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

_RULE = compiled(r"\s*\n((-{4,})[ \t]*\n?)")


class RuleBelowHeading(Rule):
    """A horizontal rule stands right below a heading.

    ## What it does
    Finds a line of four or more hyphens as the first thing in a section.

    ## Why it matters
    Headings of the second level have a rule of their own, so readers see two.

    ## Example
    ```wikitext
    == History ==
    ----
    It was built in 1902.
    ```

    ## Use instead
    ```wikitext
    == History ==
    It was built in 1902.
    ```

    ## Fix safety
    The fix takes the rule out. It is safe: only the look changes.
    """

    name = "rule-below-heading"
    family = "sections"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "a rule stands below the heading"
    triggers = ("\n----", *CUT)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each rule below a heading."""
        for heading in page.document.headings:
            match = _RULE.match(page.text, heading.end)
            if match and not heading.possible:
                fix = Fix((Edit(*match.span(1), ""),), safe=True, description="Take the rule out")
                yield self.finding(match.span(2), fix)
