"""list-space-missing: `*لاہور`."""

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

_ITEM = compiled(r"\n([*#]++)(?=[\w'\[])")


class ListSpaceMissing(Rule):
    """No space stands between the mark of a list and its item.

    ## What it does
    Finds lines that begin with `*` or `#` and go on with a letter, a digit or a link at once, on
    wikis whose habit is a space.

    ## Why it matters
    Readers see no difference, but the articles of the wiki have the space, its tools write it, and
    the wikitext is easier to read.

    ## Example
    ```wikitext
    *لاہور
    *کراچی
    ```

    ## Use instead
    ```wikitext
    * لاہور
    * کراچی
    ```

    ## Fix safety
    The fix puts a space behind the mark. It is safe: nothing changes for readers.
    """

    name = "list-space-missing"
    family = "sections"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "a space is missing behind the mark of the item"
    languages = frozenset(("ur",))
    triggers = ("\n*", "\n#", *CUT)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the marks of each such item."""
        flat = page.document.flat
        for match in _ITEM.finditer(flat.text):
            span = flat.span(*match.span(1))
            if span[1] - span[0] == len(match[1]):
                fix = Fix((Edit(span[1], span[1], " "),), safe=True, description="Put a space")
                yield self.finding(span, fix)
