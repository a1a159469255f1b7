"""link-colon-repeated: `[[::Category:Mills]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.links._places import in_code
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_COLONS = compiled(r"\[\[(::+)[^][{}<>|\n\0-\4:][^][{}<>\n\0-\4]*+\]\]")


class LinkColonRepeated(Rule):
    """A link begins with more than one colon.

    ## What it does
    Finds internal links with two or more colons before the target. One colon is right before
    categories, files and other languages, and is left alone.

    ## Why it matters
    With a second colon MediaWiki makes no link: readers see the brackets.

    ## Example
    ```wikitext
    See [[::Category:Mills]].
    ```

    ## Use instead
    ```wikitext
    See [[:Category:Mills]].
    ```

    ## Fix safety
    The fix leaves one colon, which is safe: no other link can be meant.
    """

    name = "link-colon-repeated"
    family = "links"
    severity = Severity.ERROR
    message = "{count} colons stand before the target: it is no link"
    triggers = ("[[::", *CUT)
    touches = frozenset(("link",))
    aliases = {"linter": "multi-colon-escape"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the colons of each such link."""
        flat = page.document.flat
        for match in _COLONS.finditer(flat.text):
            span = flat.span(*match.span(1))
            if not in_code(page.text, span[0]):
                fix = Fix((Edit(*span, ":"),), safe=True, description="Leave one colon")
                yield self.finding(span, fix, count=len(match[1]))
