"""category-space: `[[ Category : Mills ]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class CategorySpace(Rule):
    """There are needless blanks in the link to a category.

    ## What it does
    Finds blanks behind the brackets, around the colon, and before the pipe or the closing brackets.
    Links with a template or comment in the target are left alone.

    ## Why it matters
    MediaWiki drops them, but tools that look for the category do not find it.

    ## Example
    ```wikitext
    [[Category: Mills ]]
    ```

    ## Use instead
    ```wikitext
    [[Category:Mills]]
    ```

    ## Fix safety
    The fix takes them out, which is safe.
    """

    name = "category-space"
    family = "metadata"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "there are needless blanks in the link to the category"
    touches = frozenset({"link"})
    aliases = {"checkwiki": "22"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the target of each such link."""
        for link in page.categories:
            target = link.target
            if "{" in target or "<" in target or ":" not in target or not link.title:
                continue
            head, _, title = target.partition(":")
            tidy = f"{head.strip()}:{title.strip()}"
            if tidy != target:
                fix = Fix((Edit(*link.target_span, tidy),), safe=True, description="Take them out")
                yield self.finding(link.target_span, fix)
