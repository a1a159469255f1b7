"""list-gap: a blank line between two items of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax.flat import BORDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ListGap(Rule):
    """A blank line stands between two items of a list.

    ## What it does
    Finds one blank line between two lines that begin with the same mark, `*` or `#`. More than one
    blank line, and lines that hold a comment, are left alone.

    ## Why it matters
    MediaWiki makes two lists of one: numbers begin anew at 1, and a screen reader says that the
    list has ended and that another one begins.

    ## Example
    ```wikitext
    * the mill

    * the bridge
    ```

    ## Use instead
    ```wikitext
    * the mill
    * the bridge
    ```

    ## Fix safety
    The fix takes the blank line out. That is safe for lists with `*`; with `#` it is not, since
    the numbers change.
    """

    name = "list-gap"
    family = "sections"
    severity = Severity.NOTE
    triggers = ("\n\n*", "\n\n#", *CUT)
    message = "a blank line splits the list"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each blank line within a list."""
        flat = page.document.flat
        for start, mark in _gaps(flat.text):
            span = flat.span(start, start + 2)
            fix = None
            if page.text[slice(*span)] == "\n\n":
                edit = Edit(*span, "\n")
                fix = Fix((edit,), safe=mark == "*", description="Take out the blank line")
            yield self.finding((span[0] + 1, span[1]), fix)


_GAP = lazily(r"\n\n([*#])")


def _gaps(text: str) -> Iterator[tuple[int, str]]:
    """Yield where the line breaks around a blank line begin, and the mark of both items."""
    for gap in _GAP.finditer(text):
        place, mark = gap.start(), gap[1]
        line = text.rfind("\n", 0, place) + 1
        line = max(line, text.rfind(BORDER, line, place) + 1)
        if text.startswith(mark, line):
            yield place, mark
