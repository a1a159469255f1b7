"""style-forbidden: `style="background:url(…)"`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_STYLE = compiled(r"style(?<=\sstyle)\s*=\s*(\"[^\"\n\0]*+|'[^'\n\0]*+)")
# What stands before it on its line: the beginning of a tag, or of a table, a row or a cell.
_BEFORE = compiled(r"(?:<[a-z][^<>\0]*|(?:\A|\n)[:*# ]*[|!{][^\n\0<>]*)\Z", re.IGNORECASE)
_REACH = 500
_FORBIDDEN = compiled(
    r"expression|filter\s*:|accelerator\s*:|-o-link(?:-source)?\s*:|-o-replace\s*:"
    r"|(?<![\w-])(?:url|image|image-set)\s*\(",
    re.IGNORECASE,
)


class StyleForbidden(Rule):
    """A style holds something that MediaWiki does not let through.

    ## What it does
    Finds, in the `style` of a tag, a table, a row or a cell, what could load a file or run a
    program: `url(…)`, `image(…)`, `expression`, `filter:`, `accelerator:` and the like.

    ## Why it matters
    MediaWiki drops the whole style, not only that part of it.

    ## Example
    ```wikitext
    <div style="color:red; background:url(mill.png)">text</div>
    ```

    ## Use instead
    ```wikitext
    <div style="color:red">text</div>
    ```

    ## Fix safety
    There is no fix: the rest of the style may or may not be right without it.
    """

    name = "style-forbidden"
    family = "markup"
    severity = Severity.ERROR
    message = "because of “{part}” MediaWiki drops the whole style"
    triggers = ("style", *CUT)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first such part of each style."""
        flat = page.document.flat
        for style in _STYLE.finditer(flat.text):
            match = _FORBIDDEN.search(style[1])
            before = flat.text[max(0, style.start() - _REACH) : style.start()] if match else ""
            if match and _BEFORE.search(before):
                start = style.start(1) + match.start()
                yield self.finding(flat.span(start, start + len(match[0])), part=match[0])
