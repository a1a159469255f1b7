"""heading-level-one: a heading with one equals sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class HeadingLevelOne(Rule):
    """A heading has one equals sign on each side, as the title of the page has.

    ## What it does
    Finds headings of level 1.

    ## Why it matters
    That level belongs to the title of the page. The outline of the page, and that of readers who
    use a screen reader, has several tops.

    ## Example
    ```wikitext
    = History =
    ```

    ## Use instead
    ```wikitext
    == History ==
    ```

    ## Fix safety
    There is no fix: the headings below it may have to go down by one level too.
    """

    name = "heading-level-one"
    family = "sections"
    severity = Severity.WARNING
    message = "the heading is of level 1, which belongs to the page’s title"
    aliases = {"checkwiki": "19"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each heading of level 1."""
        for heading in page.document.headings:
            if heading.level == 1 and not heading.possible and heading.title.strip("= \t"):
                yield self.finding(heading.span)
