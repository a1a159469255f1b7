"""sort-key-missing: a person's page without a sort key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.metadata._sorting import category_names, default_sorts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class SortKeyMissing(Rule):
    """A page on a person has no key to sort it by the family name.

    ## What it does
    Looks at pages in a category of a year of birth or death, or of living people, that have no
    `{{DEFAULTSORT:…}}` in any form and no sort key in a category. Pages whose infobox has a name of
    one word are left alone.

    ## Why it matters
    The page is sorted by the given name in every category.

    ## Example
    ```wikitext
    [[Category:1902 births]]
    ```

    ## Use instead
    ```wikitext
    {{DEFAULTSORT:Miller, Ann}}
    [[Category:1902 births]]
    ```

    ## Fix safety
    There is no fix: in which order names are sorted differs by culture.
    """

    name = "sort-key-missing"
    family = "metadata"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "the page on a person has no sort key"
    languages = frozenset(("en",))
    aliases = {"checkwiki": "37"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the category that says that the page is on a person."""
        names = category_names(page.profile.name)
        if names is None or not page.categories or any(default_sorts(page)):
            return
        if any(link.label is not None for link in page.categories) or _has_one_name(page):
            return
        for link in page.categories:
            if any(kind.fullmatch(link.title or "") for kind in names.values()):
                yield self.finding((link.start, link.end))
                return


def _has_one_name(page: Page) -> bool:
    """Tell whether what the page is about has a name of one word."""
    field = page.infobox.get("name") if page.infobox else None
    name = page.title or (field.text if field else "")
    return bool(name) and " " not in name.strip()
