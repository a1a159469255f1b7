"""life-category-missing: an infobox with a date of birth and no category of births."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.metadata._sorting import category_names, category_of
from homs_wiki.lint.rules.metadata._templates import templates_of_the_page
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_KINDS = {
    "birth_date": "births",
    "birth_date_age": "births",
    "death_date": "deaths",
    "death_date_age": "deaths",
}
_YEAR = compiled(r"[12]\d{3}")


class LifeCategoryMissing(Rule):
    """The infobox says when a person was born or died, and no category does.

    ## What it does
    Looks at pages whose infobox has a template for the date of birth or death with a year, and that
    are in a category of living people or of a year of the other kind, so that they are on a person;
    and finds no category of that year’s births or deaths.

    ## Why it matters
    The page is missing from the lists of those born or died in a year.

    ## Example
    ```wikitext
    {{Infobox person | birth_date = {{Birth date|1902|5|3}} }}
    [[Category:1970 deaths]]
    ```

    ## Use instead
    ```wikitext
    {{Infobox person | birth_date = {{Birth date|1902|5|3}} }}
    [[Category:1902 births]]
    [[Category:1970 deaths]]
    ```

    ## Fix safety
    There is no fix: where the category belongs among the others, a person should see.
    """

    name = "life-category-missing"
    family = "metadata"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{category}” is missing, though the infobox says {year}"
    languages = frozenset(("en", "ur"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date whose category is missing."""
        names = category_names(page.profile.name)
        box = page.infobox
        if names is None or box is None or not page.categories:
            return
        has = {
            kind: any(pattern.fullmatch(link.title or "") for link in page.categories)
            for kind, pattern in names.items()
        }
        for template, concept in templates_of_the_page(page.document):
            kind = _KINDS.get(concept)
            inside = box.template.start < template.start < box.template.end
            first = template.get("1")
            year = first.value.strip() if first else ""
            if not kind or has[kind] or not inside or not _YEAR.fullmatch(year):
                continue
            if any(has.values()):
                category = category_of(page.profile.name, kind, year)
                yield self.finding(template.span, category=category, year=year)
