"""category-above-heading: a category before the last heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class CategoryAboveHeading(Rule):
    """A category stands before the last heading of the page.

    ## What it does
    Finds category links above the last heading. Links in templates are left alone, and so are
    pages without headings.

    ## Why it matters
    Editors look for the categories at the end of the page. Above a heading they get lost when its
    section is edited, moved or taken out.

    ## Example
    ```wikitext
    The mill is old. [[Category:Mills]]

    == History ==
    It was built in 1902.
    ```

    ## Use instead
    ```wikitext
    The mill is old.

    == History ==
    It was built in 1902.

    [[Category:Mills]]
    ```

    ## Fix safety
    There is no fix: where the end of the page is, before navigation boxes, stubs and other
    languages, differs from wiki to wiki.
    """

    name = "category-above-heading"
    family = "metadata"
    severity = Severity.NOTE
    message = "the category stands before the last heading"
    aliases = {"checkwiki": "52"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each category above the last heading."""
        if not page.categories:
            return
        last = page.sections[-1].start
        for link in page.categories:
            if link.start < last and page.document.enclosing(link.start) is None:
                yield self.finding((link.start, link.end))
