"""heading-capitals: `== OLD MILLS ==`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_LONG = compiled(r"[^\W\d_]{5,}\W(?:.*\W)?[^\W\d_]{5,}|[^\W\d_]{10,}")


class HeadingCapitals(Rule):
    """A heading is written in capitals from beginning to end.

    ## What it does
    Finds headings without a small letter that have two words of five capitals or more, or one of
    ten. Shorter ones may be abbreviations.

    ## Why it matters
    Capitals are hard to read, and screen readers may spell them out letter by letter.

    ## Example
    ```wikitext
    == HISTORY OF THE MILL ==
    ```

    ## Use instead
    ```wikitext
    == History of the mill ==
    ```

    ## Fix safety
    There is no fix: which words keep a capital a person must say.
    """

    name = "heading-capitals"
    family = "sections"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the heading is all in capitals"
    aliases = {"checkwiki": "58"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the title of each such heading."""
        for heading in page.document.headings:
            title = heading.title
            if title.isupper() and _LONG.search(title) and "{{" not in title:
                yield self.finding(heading.title_span)
