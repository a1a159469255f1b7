"""category-repeated: one category twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._removal import may_go
from homs_wiki.lint.rules.metadata._templates import whole_line
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax.wikilinks import Wikilink


class CategoryRepeated(Rule):
    """The page is put into one category twice.

    ## What it does
    Finds each category link whose category another one before it names already, however both are
    written. Links in templates are left alone.

    ## Why it matters
    MediaWiki lists a page once in a category. If the two have different sort keys, only one of
    them counts.

    ## Example
    ```wikitext
    [[Category:Mills]]
    [[Category:Bridges]]
    [[Category:Mills]]
    ```

    ## Use instead
    ```wikitext
    [[Category:Mills]]
    [[Category:Bridges]]
    ```

    ## Fix safety
    If both have the same sort key, or none, the fix takes out the second, which is safe. Of two
    different sort keys a person must choose.
    """

    name = "category-repeated"
    family = "metadata"
    severity = Severity.WARNING
    message = "the page is in the category “{category}” already"
    touches = frozenset({"link"})
    aliases = {"checkwiki": "17"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each category that was named before."""
        seen: dict[str, Wikilink] = {}
        for link in page.categories:
            title = link.title
            if not title:
                continue
            first = seen.setdefault(title, link)
            if first is not link and page.document.enclosing(link.start) is None:
                fix = None
                if (first.label or "").strip() == (link.label or "").strip():
                    start, end = whole_line(page.text, link.start, link.end)
                    if may_go(page.text, start, end):
                        edit = Edit(start, end, "")
                        fix = Fix((edit,), safe=True, description="Take out the second")
                yield self.finding((link.start, link.end), fix, category=title)
