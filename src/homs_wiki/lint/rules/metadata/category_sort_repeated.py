"""category-sort-repeated: `[[Category:Mills|Miller, Ann]]` beside the same default sort key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.metadata._sorting import default_sort_keys
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class CategorySortRepeated(Rule):
    """A category has the sort key that the page has anyway.

    ## What it does
    Compares the sort key of each category with the one of `{{DEFAULTSORT:…}}`, in any of its words
    on this wiki.

    ## Why it matters
    It does nothing, and when the default is mended, the category keeps the old key.

    ## Example
    ```wikitext
    {{DEFAULTSORT:Miller, Ann}}
    [[Category:Mills|Miller, Ann]]
    ```

    ## Use instead
    ```wikitext
    {{DEFAULTSORT:Miller, Ann}}
    [[Category:Mills]]
    ```

    ## Fix safety
    The fix takes the key out of the category. It is safe: the page is sorted as before.
    """

    name = "category-sort-repeated"
    family = "metadata"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the page is sorted by “{key}” already"
    touches = frozenset(("link",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the sort key of each such category."""
        keys = list(default_sort_keys(page))
        if len(keys) != 1:
            return
        for link in page.categories:
            label = link.label
            if label is not None and label.strip() == keys[0] and link.label_span is not None:
                span = (link.label_span.start - 1, link.label_span.end)
                fix = Fix((Edit(*span, ""),), safe=True, description="Take the key out")
                yield self.finding(span, fix, key=keys[0])
