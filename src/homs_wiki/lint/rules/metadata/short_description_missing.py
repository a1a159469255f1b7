"""short-description-missing: no short description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.metadata._templates import is_article, templates_of_the_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ShortDescriptionMissing(Rule):
    """The page has no short description.

    ## What it does
    Finds pages without `{{Short description}}`. A redirect, and a page of which the title is known
    to be no article, are left alone, and so is a page with an infobox: many make a short
    description themselves.

    ## Why it matters
    It is shown in lists of search results and tells readers which of several pages is the one.

    ## Example
    ```wikitext
    The '''mill''' is old.
    ```

    ## Use instead
    ```wikitext
    {{Short description|Water mill near Hilltown}}
    The '''mill''' is old.
    ```

    ## Fix safety
    There is no fix: somebody has to write it.
    """

    name = "short-description-missing"
    family = "metadata"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    languages = frozenset(("en",))
    message = "the page has no short description"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the beginning of a page without a short description."""
        document = page.document
        if any(concept == "short_description" for _, concept in templates_of_the_page(document)):
            return
        if page.title is not None and not is_article(page.title, page.profile):
            return
        if page.text.strip() and document.redirect is None and not page.infoboxes:
            yield self.finding((0, 0))
