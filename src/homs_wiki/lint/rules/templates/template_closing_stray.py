"""template-closing-stray: the braces that close a template, and no template to close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.templates._pages import left_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class TemplateClosingStray(Rule):
    """There are closing braces, and no template that they close.

    ## What it does
    Finds two or more closing braces that belong to no template. Formulas, code, comments and
    `<nowiki>` are left alone.

    ## Why it matters
    Readers see the braces. Often the template they were meant for ends too early, at braces
    further up, and the rest of it lies open in the article.

    ## Example
    ```wikitext
    The mill burnt down.<ref>{{cite web|title=Fire|url=https://example.org}}}}</ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref>{{cite web|title=Fire|url=https://example.org}}</ref>
    ```

    ## Fix safety
    There is no fix: perhaps the braces are too many, perhaps a template lost its opening ones.
    """

    name = "template-closing-stray"
    family = "templates"
    severity = Severity.ERROR
    message = "these braces close no template"
    aliases = {"checkwiki": "47"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the closing braces that are left over."""
        for span in left_over(page, "}}"):
            yield self.finding(span)
