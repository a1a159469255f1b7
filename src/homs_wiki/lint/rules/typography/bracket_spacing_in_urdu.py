"""bracket-spacing-in-urdu: `لاہور( شہر )`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.typography._characters import replaced
from homs_wiki.lint.rules.typography._clauses import PLAIN_LETTERS
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_BRACKET = compiled(
    rf"(?<=[{PLAIN_LETTERS}])(?P<touching>\()(?=[{PLAIN_LETTERS}]{{3,40}}[ )])"
    rf"|\([ ]+(?=[{PLAIN_LETTERS}])|(?<=[{PLAIN_LETTERS}])[ ]+\)"
)


class BracketSpacingInUrdu(Rule):
    """The blanks around a bracket are amiss.

    ## What it does
    Finds, in Urdu text, an opening bracket right behind a word, where a word of three letters or
    more stands in the brackets, and blanks on the inner side of brackets. Quotations, text in other
    languages, templates and targets of links are left alone.

    ## Why it matters
    Words and brackets run into each other, or a line breaks between a bracket and its word. The
    spelling gadget of the wiki writes them apart.

    ## Example
    ```wikitext
    لاہور( شہر ) میں
    ```

    ## Use instead
    ```wikitext
    لاہور (شہر) میں
    ```

    ## Fix safety
    The fix puts the blanks right, which is safe.
    """

    name = "bracket-spacing-in-urdu"
    family = "typography"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the blanks around the bracket are amiss"
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such bracket."""
        for span, found in running(page, _BRACKET):
            wanted = f" {found[0]}" if found["touching"] else found[0].strip()
            fix = Fix(replaced(span, wanted), safe=True, description="Put the blanks right")
            yield self.finding(span, fix)
