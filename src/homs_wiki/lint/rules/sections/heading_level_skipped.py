"""heading-level-skipped: a heading more than one level below the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class HeadingLevelSkipped(Rule):
    """A heading is more than one level below the heading before it.

    ## What it does
    Compares the level of each heading with that of the one before it. The title of the page counts
    as level 1. Going up several levels is left alone; headings in templates and tags are not seen.

    ## Why it matters
    The outline of the page has a hole. Readers who go from heading to heading with a screen reader
    look for the section that is missing.

    ## Example
    ```wikitext
    == History ==
    ==== Middle ages ====
    ```

    ## Use instead
    ```wikitext
    == History ==
    === Middle ages ===
    ```

    ## Fix safety
    There is no fix: the heading may be too deep, or one above it may be missing.
    """

    name = "heading-level-skipped"
    family = "sections"
    severity = Severity.WARNING
    message = "the heading is of level {level}, what stands above it of level {above}"
    aliases = {"checkwiki": "7 25 83"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each heading that skips a level."""
        above = 1
        for heading in page.document.headings:
            if heading.possible:
                continue
            level = heading.level
            if level > above + 1:
                yield self.finding(heading.span, level=level, above=above)
            above = level
