"""template-unclosed: the braces that open a template, and none that close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.templates._pages import left_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class TemplateUnclosed(Rule):
    """A template is opened and not closed.

    ## What it does
    Finds two or more opening braces to which MediaWiki finds no closing ones. Where templates
    stand in each other, MediaWiki gives the closing braces to the inner ones, so the braces that
    are marked may be those of the outer one. Formulas, code, comments and `<nowiki>` are left
    alone.

    ## Why it matters
    Readers see the wikitext of the template instead of what it makes: a whole infobox or
    citation lies open in the article.

    ## Example
    ```wikitext
    The mill burnt down.<ref>{{cite web|title=Fire|url=https://example.org}</ref>
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.<ref>{{cite web|title=Fire|url=https://example.org}}</ref>
    ```

    ## Fix safety
    There is no fix: only a person can tell where the template ends.
    """

    name = "template-unclosed"
    family = "templates"
    severity = Severity.ERROR
    message = "these braces open a template that is not closed"
    aliases = {"checkwiki": "43"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the opening braces that are left over."""
        for span in left_over(page, "{{"):
            yield self.finding(span)
