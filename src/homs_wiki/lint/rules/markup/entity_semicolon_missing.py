"""entity-semicolon-missing: `12&nbsp kg`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import addresses, places
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_NAMES = (
    "nbsp ndash mdash thinsp hellip minus times deg amp lt gt quot eacute rarr larr middot bull "
    "frac12 frac14 frac34 ldquo rdquo lsquo rsquo prime Prime"
).replace(" ", "|")
_REFERENCE = compiled(rf"&(?:(?:{_NAMES})(?![\w;=])|#(?:\d{{2,6}}|[xX][\dA-Fa-f]{{2,5}})(?![\w;]))")
_ADDRESS = compiled(r"(?:https?:)?//\S*\Z")
_REACH = 300


def _in_address(text: str, offset: int) -> bool:
    return _ADDRESS.search(text[max(0, offset - _REACH) : offset]) is not None


class EntitySemicolonMissing(Rule):
    """A character reference lacks its semicolon.

    ## What it does
    Finds the names of common characters, such as `&nbsp` and `&ndash`, and numbers, such as
    `&#8211`, with no `;` behind them. Addresses are left alone.

    ## Why it matters
    Readers see the `&` and the name.

    ## Example
    ```wikitext
    It weighs 12&nbsp kg.
    ```

    ## Use instead
    ```wikitext
    It weighs 12&nbsp;kg.
    ```

    ## Fix safety
    The fix adds the semicolon. It is safe: nothing else can be meant.
    """

    name = "entity-semicolon-missing"
    family = "markup"
    severity = Severity.ERROR
    message = "“{reference}” is shown as it is: the semicolon is missing"
    triggers = ("&",)
    aliases = {"checkwiki": "87"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such reference."""
        for match in places(page, _REFERENCE):
            start, end = match.span()
            if not addresses(page.document).hold(start) and not _in_address(page.text, start):
                fix = Fix((Edit(end, end, ";"),), safe=True, description="Add the semicolon")
                yield self.finding((start, end), fix, reference=match[0])
