"""text-underlined: `<u>`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class TextUnderlined(Rule):
    """Text is underlined.

    ## What it does
    Finds `<u>` in the text of the page.

    ## Why it matters
    Readers take underlined words for links. Italics or bold stress words better.

    ## Example
    ```wikitext
    A <u>very</u> old mill.
    ```

    ## Use instead
    ```wikitext
    A ''very'' old mill.
    ```

    ## Fix safety
    There is no fix: italics, bold or nothing may be right.
    """

    name = "text-underlined"
    family = "markup"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "underlined words look like a link"
    triggers = ("<u", *CUT)
    aliases = {"checkwiki": "33"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each opening tag."""
        for tag in page.document.html_tags:
            if tag.name == "u" and tag.kind == "open":
                yield self.finding(tag.span)
