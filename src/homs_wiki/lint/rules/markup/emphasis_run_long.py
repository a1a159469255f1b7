"""emphasis-run-long: `''''''mill'''`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_SIX = "'" * 6
_RUN = compiled(f"{_SIX}+")


class EmphasisRunLong(Rule):
    """More than five apostrophes stand side by side.

    ## What it does
    Finds runs of six apostrophes or more. In templates and tables too.

    ## Why it matters
    Five make bold italics; MediaWiki shows the others as apostrophes. Mostly bold was switched on
    and off with nothing in between.

    ## Example
    ```wikitext
    The ''''''mill is old.
    ```

    ## Use instead
    ```wikitext
    The mill is old.
    ```

    ## Fix safety
    There is no fix: which marks were meant only a person can tell.
    """

    name = "emphasis-run-long"
    family = "markup"
    severity = Severity.WARNING
    message = "{count} apostrophes: only five make bold italics, the others are shown"
    triggers = ("''''''", *CUT)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each run."""
        flat = page.document.flat
        for match in _RUN.finditer(flat.text):
            span = flat.span(*match.span())
            if span[1] - span[0] == len(match[0]):
                yield self.finding(span, count=len(match[0]))
