"""category-in-braces: `{{Category:Mills}}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.metadata._templates import templates_of_the_page
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class CategoryInBraces(Rule):
    """A category stands in curly braces.

    ## What it does
    Finds `{{Category:…}}`, with any of the names that the namespace has on this wiki.

    ## Why it matters
    Braces put the text of the category's page into the article, and the article is not in the
    category.

    ## Example
    ```wikitext
    {{Category:Mills}}
    ```

    ## Use instead
    ```wikitext
    [[Category:Mills]]
    ```

    ## Fix safety
    The fix writes square brackets. It is not safe, because it puts the page into a category where
    it was not before.
    """

    name = "category-in-braces"
    family = "metadata"
    severity = Severity.ERROR
    message = "a category takes square brackets, not braces"
    touches = frozenset({"link", "template"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each category in braces."""
        for template, meaning in templates_of_the_page(page.document):
            if meaning != "category":
                continue
            inside = page.text[template.start + 2 : template.end - 2]
            edit = Edit(template.start, template.end, f"[[{inside}]]")
            fix = Fix((edit,), safe=False, description="Write square brackets")
            yield self.finding(template.span, fix)
