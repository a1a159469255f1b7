"""ordinal-raised: `1<sup>st</sup>`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.links._places import in_code
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_ORDINAL = compiled(r"<sup>(?<=\d<sup>)\s*(st|nd|rd|th)\s*</sup>(?!\w)")


class OrdinalRaised(Rule):
    """The ending of an English ordinal number is raised.

    ## What it does
    Finds `<sup>` around *st*, *nd*, *rd* or *th* behind a digit. Templates and quotations of other
    languages are left alone.

    ## Why it matters
    It makes lines uneven and is read badly by screen readers; the manual of style wants the plain
    letters.

    ## Example
    ```wikitext
    The 1<sup>st</sup> mill.
    ```

    ## Use instead
    ```wikitext
    The 1st mill.
    ```

    ## Fix safety
    The fix takes the tags out. It is safe: the words stay.
    """

    name = "ordinal-raised"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the ending of the number is raised"
    languages = frozenset(("en",))
    triggers = ("<sup>", *CUT)
    aliases = {"checkwiki": "101"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each raised ending."""
        flat = page.document.flat
        for match in _ORDINAL.finditer(flat.text):
            span = flat.span(*match.span())
            if span[1] - span[0] == len(match[0]) and not in_code(page.text, span[0]):
                fix = Fix((Edit(*span, match[1]),), safe=True, description="Take the tags out")
                yield self.finding(span, fix)
