"""replacement-character: U+FFFD where a letter was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import has_any, places
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WANTED = frozenset("\ufffd")
_LOST = lazily(r"(?<=\w)\ufffd+|\ufffd+(?=\w)")


class ReplacementCharacter(Rule):
    """The replacement character � stands where a letter was lost.

    ## What it does
    Finds � (U+FFFD) beside a letter or digit. Where it stands by itself it may be shown on
    purpose; that is left alone, and so are comments, formulas, code and `<nowiki>`.

    ## Why it matters
    Some program could not read the letter and put this in its place. The text is damaged, and
    nobody but a person with the source can mend it.

    ## Example
    ```wikitext
    The mill of Saint-�tienne.
    ```

    ## Use instead
    ```wikitext
    The mill of Saint-Étienne.
    ```

    ## Fix safety
    There is no fix: the letter is lost.
    """

    name = "replacement-character"
    family = "typography"
    severity = Severity.WARNING
    triggers = ("\ufffd",)
    message = "a letter was lost here: U+FFFD stands in its place"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each run of lost letters."""
        if has_any(page, _WANTED):
            for found in places(page, _LOST):
                yield self.finding(found.span())
