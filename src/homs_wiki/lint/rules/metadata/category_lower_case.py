"""category-lower-case: `[[Category:mills]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._writing import write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class CategoryLowerCase(Rule):
    """The name of a category begins with a small letter.

    ## What it does
    Finds category links whose name begins with a small letter, on wikis where titles begin with a
    capital.

    ## Why it matters
    It means the same to MediaWiki, but lists and tools that compare names see two.

    ## Example
    ```wikitext
    [[Category:mills]]
    ```

    ## Use instead
    ```wikitext
    [[Category:Mills]]
    ```

    ## Fix safety
    The fix writes the capital, which is safe.
    """

    name = "category-lower-case"
    family = "metadata"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "the name of the category begins with a small letter"
    touches = frozenset({"link"})
    aliases = {"checkwiki": "18"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the name of each such category."""
        for link in page.categories:
            start = page.text.find(":", link.target_span.start) + 1
            target = page.text[start : link.target_span.end]
            start += len(target) - len(target.lstrip())
            letter = page.text[start : start + 1]
            capital = page.profile.capitalised(letter)
            if letter != capital and link.title and len(capital) == 1:
                fix = write((start, start + 1), capital, safe=True)
                yield self.finding((start, link.target_span.end), fix)
