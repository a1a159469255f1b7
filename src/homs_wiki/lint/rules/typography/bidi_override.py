"""bidi-override: letters are forced to run against their direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import has_any, places
from homs_wiki.lint.rules.typography._direction import OVERRIDES, named
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_OVERRIDE = lazily("[\u202d\u202e]")


class BidiOverride(Rule):
    """An override of direction stands in the text.

    ## What it does
    Finds U+202D and U+202E. Comments, formulas, code and `<nowiki>` are left alone.

    ## Why it matters
    It shows all letters behind it in one direction, whatever their own is: words can be shown
    backwards, and a name or address can be made to look like another. No article needs it;
    `<bdo>` says the same so that everyone sees it.

    ## Example
    ```wikitext
    The file is called &#x202E;gpj.mill.
    ```
    (with the character itself in the place of `&#x202E;`)

    ## Use instead
    ```wikitext
    The file is called mill.jpg.
    ```

    ## Fix safety
    There is no fix: without the override the text reads the other way round, so a person must
    look at it.
    """

    name = "bidi-override"
    family = "typography"
    severity = Severity.WARNING
    triggers = tuple(sorted(OVERRIDES))
    message = "a {control} turns the text behind it around"
    aliases = {"checkwiki": "16"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each override."""
        if has_any(page, OVERRIDES):
            for found in places(page, _OVERRIDE):
                yield self.finding(found.span(), control=named(found[0]))
