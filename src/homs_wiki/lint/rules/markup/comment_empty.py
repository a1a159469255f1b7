"""comment-empty: `<!-- -->`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class CommentEmpty(Rule):
    """A comment says nothing.

    ## What it does
    Finds comments with nothing but blanks in them.

    ## Why it matters
    It is what is left of something that was taken out, and in the way of those who edit the page.

    ## Example
    ```wikitext
    The mill is old.
    <!-- -->
    It burnt in 1910.
    ```

    ## Use instead
    ```wikitext
    The mill is old.
    It burnt in 1910.
    ```

    ## Fix safety
    The fix takes out a comment that has a line for itself. It is safe: MediaWiki drops such a line.
    Within a line it may part two words or marks on purpose, so there is no fix.
    """

    name = "comment-empty"
    family = "markup"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the comment is empty"
    triggers = ("<!--",)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each empty comment."""
        text = page.text
        for comment in page.document.comments:
            start, end = comment.span
            if text[start + 4 : end - 3].strip() or not text.endswith("-->", start, end):
                continue
            fix = None
            if text[start - 1 : start] == "\n" and text[end : end + 1] == "\n":
                edit = Edit(start, end + 1, "")
                fix = Fix((edit,), safe=True, description="Take the comment out")
            yield self.finding(comment.span, fix)
