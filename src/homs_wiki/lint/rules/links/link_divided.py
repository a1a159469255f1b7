"""link-divided: `[[Old mill|old]] [[Old mill|mill]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.links._labels import written
from homs_wiki.lint.rules.links._places import link_at
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_PAIR = compiled(
    r"\[\[([^][{}|<>#:\n\0-\4]+)\|([^][{}|<>'\n\0-\4]+)\]\]( ?)\[\[\1\|([^][{}|<>'\n\0-\4]+)\]\]"
)


class LinkDivided(Rule):
    """Two links to one page stand side by side.

    ## What it does
    Finds two links to the same page with nothing or a blank between them.

    ## Why it matters
    Readers take them for two things. Mostly a visual editor cut one in two.

    ## Example
    ```wikitext
    An [[Old mill|old]] [[Old mill|mill]].
    ```

    ## Use instead
    ```wikitext
    An [[Old mill|old mill]].
    ```

    ## Fix safety
    The fix makes one link of them, which is safe.
    """

    name = "link-divided"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "this and the link before it lead to the same page"
    triggers = ("]][[", "]] [[", *CUT)
    touches = frozenset(("link",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the second of each pair."""
        for match in _PAIR.finditer(page.document.flat.text):
            span = page.document.flat.span(*match.span())
            if link_at(page.document, span[0]) is None or len(match[0]) != span[1] - span[0]:
                continue
            whole = written(match[1], f"{match[2]}{match[3]}{match[4]}")
            fix = Fix((Edit(*span, whole),), safe=True, description="Make one link of them")
            yield self.finding(
                (span[1] - len(match[4]) - len(match[1]) - len("[[|]]"), span[1]), fix
            )
