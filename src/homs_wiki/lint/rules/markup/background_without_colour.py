"""background-without-colour: a background colour without a colour of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_STYLE = lazily(r"style\s*=\s*[\"']([^\"'<>\n\0]*)[\"']")
_BACKGROUND = lazily(r"background(?:-color)?\s*:\s*(?!none|transparent|inherit|url|\s|;|$)")
# A cell that only shows a colour: the rest of its attributes, and nothing or a blank in it.
_NO_TEXT = lazily(r"[\"'][^|\n\0<>]{0,300}+\|(?!\|)[ \t]*+(?:&nbsp;)?[ \t]*+(?=\|\||\n[|!])")
_COLOUR = lazily(r"(?<![-\w])color\s*:")


class BackgroundWithoutColour(Rule):
    """A style sets a background colour and leaves the colour of the text as it is.

    ## What it does
    Looks at each `style` of tags, tables, rows and cells for a `background` with a colour but no
    `color`. Transparent and inherited ones are left alone, and so are cells without a text, as
    legends have them.

    ## Why it matters
    In dark mode the text is white: on a light background it cannot be read.

    ## Example
    ```wikitext
    {| style="background:#ffc"
    | mill
    |}
    ```

    ## Use instead
    ```wikitext
    {| style="background:#ffc; color:#202122"
    | mill
    |}
    ```

    ## Fix safety
    There is no fix: which colour fits the background a person must see.
    """

    name = "background-without-colour"
    family = "markup"
    severity = Severity.NOTE
    triggers = ("background",)
    message = "a background without a “color”: the text may be unreadable in dark mode"
    aliases = {"linter": "night-mode-unaware-background-color"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such style."""
        if "background" not in page.text:
            return
        flat = page.document.flat
        for match in _STYLE.finditer(flat.text):
            style = match[1].lower()
            if "background" not in style or not _BACKGROUND.search(style):
                continue
            if not _COLOUR.search(style) and not _NO_TEXT.match(flat.text, match.end(1)):
                yield self.finding(flat.span(*match.span(1)))
