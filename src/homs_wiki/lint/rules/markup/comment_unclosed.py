"""comment-unclosed: a comment without its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class CommentUnclosed(Rule):
    """A comment is opened and not closed.

    ## What it does
    Finds `<!--` with no `-->` behind it.

    ## Why it matters
    All of the page behind it, or the rest of the reference or template that it stands in, is
    hidden.

    ## Example
    ```wikitext
    The mill burnt down.<!-- year? It was rebuilt.
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<!-- year? --> It was rebuilt.
    ```

    ## Fix safety
    There is no fix: where the comment ends only a person can tell.
    """

    name = "comment-unclosed"
    family = "markup"
    severity = Severity.ERROR
    triggers = ("<!--",)
    message = "the comment is not closed: what follows is hidden"
    aliases = {"checkwiki": "5"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield where each comment without an end begins."""
        text = page.text
        for comment in page.document.comments:
            if not text.endswith("-->", comment.start + 4, comment.end):
                yield self.finding((comment.start, comment.start + 4))
