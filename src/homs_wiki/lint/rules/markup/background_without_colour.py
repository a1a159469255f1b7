"""background-without-colour: a background colour without a colour of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_STYLE = re.compile(r"style\s*=\s*[\"']([^\"'<>\n\0]*)[\"']")
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*(?!none|transparent|inherit|url|\s|;|$)")
_COLOUR = re.compile(r"(?<![-\w])color\s*:")


class BackgroundWithoutColour(Rule):
    """A style sets a background colour and leaves the colour of the text as it is.

    ## What it does
    Looks at each `style` of tags, tables, rows and cells for a `background` with a colour but no
    `color`. Transparent and inherited ones are left alone.

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
    message = "a background without a “color”: the text may be unreadable in dark mode"
    rule_set = RuleSet.STRICT
    aliases = {"linter": "night-mode-unaware-background-color"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such style."""
        if "background" not in page.text:
            return
        flat = page.document.flat
        for match in _STYLE.finditer(flat.text):
            style = match[1].lower()
            if "background" in style and _BACKGROUND.search(style) and not _COLOUR.search(style):
                yield self.finding(flat.span(*match.span(1)))
