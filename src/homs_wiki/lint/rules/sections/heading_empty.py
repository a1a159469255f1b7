"""heading-empty: a heading without a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import without_comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_TAGS = r"</?(?:b|big|br|div|em|i|small|span|strong|u)\b[^<>]*>"
_NOTHING = lazily(rf"{_TAGS}|&nbsp;|[='\s]+", re.IGNORECASE)


class HeadingEmpty(Rule):
    """A heading has no text.

    ## What it does
    Finds headings with nothing between the equals signs but blanks, comments and tags without a
    text, and lines of nothing but equals signs. A template in a heading is left alone.

    ## Why it matters
    The table of contents has a line without words, and nobody can tell what the section is about.

    ## Example
    ```wikitext
    == ==
    The mill was built in 1902.
    ```

    ## Use instead
    ```wikitext
    == History ==
    The mill was built in 1902.
    ```

    ## Fix safety
    There is no fix: a person must find the title or take the line out.
    """

    name = "heading-empty"
    family = "sections"
    severity = Severity.WARNING
    message = "the heading has no text"
    aliases = {"linter": "empty-heading"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each heading without a text."""
        for heading in page.document.headings:
            title = heading.title
            if not title or (title[0] in "<=&'" and not _NOTHING.sub("", without_comments(title))):
                yield self.finding(heading.span)
