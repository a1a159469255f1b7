"""list-marker-mixed: a sublist whose marks are not those of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_INDENTED = lazily(r"\n(:++[*#])(?![*#:;])")
_LIST = lazily(r"([*#]++)(?![:;])")


class ListMarkerMixed(Rule):
    """An item of a list is indented with a colon where the mark of its list belongs.

    ## What it does
    Finds lines that begin with colons and one `*` or `#` directly below an item that begins with
    `*` or `#` and is one level higher.

    ## Why it matters
    MediaWiki ends the list and begins another one in an indented paragraph. Readers with a screen
    reader hear of lists that end and begin, and numbers begin anew at 1.

    ## Example
    ```wikitext
    * mills
    :* the old mill
    ```

    ## Use instead
    ```wikitext
    * mills
    ** the old mill
    ```

    ## Fix safety
    The fix writes the marks of the item above. That is safe: only the structure changes.
    """

    name = "list-marker-mixed"
    family = "sections"
    severity = Severity.WARNING
    triggers = (":*", ":#", *CUT)
    message = "“{marks}” below a list should be “{wanted}”"
    aliases = {"checkwiki": "75"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the marks of each such item."""
        flat = page.document.flat
        text = flat.text
        if "\n:" not in text:
            return
        above, behind = "", -1
        for match in _INDENTED.finditer(text):
            marks = match[1]
            if match.start() != behind:
                line = max(text.rfind("\n", 0, match.start()), -1) + 1
                above = _marks(text, line)
            # Where the one before was wrong in the same way, this one stands below the same item.
            if above and len(marks) == len(above) + 1:
                span = flat.span(*match.span(1))
                wanted = above + marks[-1]
                fix = Fix(
                    (Edit(*span, wanted),),
                    safe=True,
                    description="Write the marks of the item above",
                )
                yield self.finding(span, fix, marks=marks, wanted=wanted)
                behind = text.find("\n", match.end())


def _marks(text: str, line: int) -> str:
    """Return the marks of the list item at ``line``; nothing if there is none."""
    match = _LIST.match(text, line)
    return match[1] if match else ""
