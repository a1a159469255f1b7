"""comment-in-comment: a comment that begins in another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class CommentInComment(Rule):
    """A comment begins in another comment.

    ## What it does
    Finds `<!--` within a comment.

    ## Why it matters
    The first `-->` ends both. Either the outer comment was not closed and hides more than it was
    meant to, or its rest and a `-->` are shown to readers.

    ## Example
    ```wikitext
    The mill burnt down.<!-- year? It was rebuilt.<!-- in 1910 -->
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<!-- year? --> It was rebuilt.<!-- in 1910 -->
    ```

    ## Fix safety
    There is no fix: where the first comment ends only a person can tell.
    """

    name = "comment-in-comment"
    family = "markup"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    triggers = ("<!--",)
    message = "a comment begins here within another one; the first “-->” ends both"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield where the inner comment begins."""
        text = page.text
        for comment in page.document.comments:
            inner = text.find("<!--", comment.start + 4, comment.end)
            if inner >= 0 and text.endswith("-->", comment.start + 4, comment.end):
                yield self.finding((inner, inner + 4))
