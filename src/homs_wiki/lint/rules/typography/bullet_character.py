"""bullet-character: a list whose items begin with a bullet instead of an asterisk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import characters, places, replaced
from homs_wiki.source import Span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WANTED = frozenset("•●⚫⬤٭")
_BULLET = lazily(r"[•●⚫⬤٭][ \t\u00a0]*(?=\S)")


class BulletCharacter(Rule):
    """A line begins with the character of a bullet instead of the markup for a list.

    ## What it does
    Finds • ● ⚫ ⬤ ٭ at the beginning of a line. Templates, comments, tags such as `<poem>` and
    `<nowiki>`, and bullets within a line are left alone.

    ## Why it matters
    It makes no list: the lines run into each other in one paragraph.

    ## Example
    ```wikitext
    • The old mill
    • The new mill
    ```

    ## Use instead
    ```wikitext
    * The old mill
    * The new mill
    ```

    ## Fix safety
    The fix writes the markup. It is not safe: a person should look at the list it makes.
    """

    name = "bullet-character"
    family = "typography"
    severity = Severity.WARNING
    triggers = tuple(sorted(_WANTED))
    message = "“{bullet}” makes no list item; the markup is “*”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each line that begins so."""
        text = page.text
        wanted = _WANTED & characters(page.document)
        if not any(text.startswith(each) or "\n" + each in text for each in wanted):
            return
        for found in places(page, _BULLET):
            start = found.start()
            if start and text[start - 1] != "\n":
                continue
            if page.document.enclosing(start) is None:
                fix = Fix(replaced(found.span(), "* "), safe=False, description="Write “* ”")
                place = Span(start, start + 1)
                yield self.finding(place, fix, bullet=found[0][0])
