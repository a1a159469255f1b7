"""default-sort-unspaced: `{{DEFAULTSORT:Miller,Ann}}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.metadata._sorting import default_sorts
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_COMMA = compiled(r"(?<=[^\W\d_])[,،](?=[^\W\d_])")


class DefaultSortUnspaced(Rule):
    """No blank stands behind the comma of the default sort key.

    ## What it does
    Finds a comma between two letters in `{{DEFAULTSORT:…}}`, in any of its words on this wiki.

    ## Why it matters
    The page is sorted apart from those that have the blank: “Miller,Ann” stands behind “Miller,
    Zoe”.

    ## Example
    ```wikitext
    {{DEFAULTSORT:Miller,Ann}}
    ```

    ## Use instead
    ```wikitext
    {{DEFAULTSORT:Miller, Ann}}
    ```

    ## Fix safety
    The fix puts a blank there, which is safe.
    """

    name = "default-sort-unspaced"
    family = "metadata"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "a blank is missing behind the comma of the sort key"
    touches = frozenset(("template",))
    aliases = {"checkwiki": "89"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such comma."""
        for template in default_sorts(page):
            for match in _COMMA.finditer(page.text, template.start, template.end):
                edit = Edit(match.end(), match.end(), " ")
                fix = Fix((edit,), safe=True, description="Put a blank")
                yield self.finding(match.span(), fix)
