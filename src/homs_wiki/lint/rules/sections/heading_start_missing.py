"""heading-start-missing: a heading without the equals signs before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_LONGEST = 100
_LINE = lazily(r"[^\W\d_][^=\n\0-\4|<>{}\[\]]*[\w)] ?(={2,6})")


class HeadingStartMissing(Rule):
    """A line ends in equals signs as a heading does, but does not begin with them.

    ## What it does
    Finds short lines that begin with a letter and end in two equals signs or more behind a space
    or a letter, with none before.

    ## Why it matters
    MediaWiki shows the line as it is typed, and the section is none.

    ## Example
    ```wikitext
    History ==
    The mill was built in 1902.
    ```

    ## Use instead
    ```wikitext
    == History ==
    The mill was built in 1902.
    ```

    ## Fix safety
    The fix writes as many signs before the line as behind it. It is not safe, since a heading may
    not be what was meant.
    """

    name = "heading-start-missing"
    family = "sections"
    severity = Severity.ERROR
    message = "there are no equals signs before this heading"
    touches = frozenset({"heading"})
    aliases = {"checkwiki": "105"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such line."""
        flat = page.document.flat
        text = flat.text
        place = text.find("==\n")
        while place >= 0:
            line = text.rfind("\n", max(0, place - _LONGEST), place) + 1
            match = _LINE.fullmatch(text, line, place + 2) if line else None
            if match and text[line - 1] == "\n":
                span = flat.span(line, place + 2)
                if page.document.enclosing(span[0]) is None:
                    edit = Edit(span[0], span[0], f"{match[1]} ")
                    fix = Fix((edit,), safe=False, description="Write the signs before it too")
                    yield self.finding(span, fix)
            place = text.find("==\n", place + 2)
