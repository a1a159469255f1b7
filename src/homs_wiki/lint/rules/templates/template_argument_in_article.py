"""template-argument-in-article: what belongs into a template stands on a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.templates._pages import is_for_inclusion
from homs_wiki.lint.rules.typography._characters import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class TemplateArgumentInArticle(Rule):
    """An argument of a template, `{{{…}}}`, stands on a page that is no template.

    ## What it does
    Finds triple braces with a name in them, on pages that are not in the namespace of templates
    and have no `<noinclude>`, `<includeonly>` or `<onlyinclude>`. Code, comments and `<nowiki>`
    are left alone.

    ## Why it matters
    Nothing fills the argument in, so readers see the braces and the name. It is what is left of a
    template that was substituted, or a template with a brace too many.

    ## Example
    ```wikitext
    The mill stands in {{{town}}}.
    ```

    ## Use instead
    ```wikitext
    The mill stands in Riverton.
    ```

    ## Fix safety
    There is no fix: what belongs there only a person knows.
    """

    name = "template-argument-in-article"
    family = "templates"
    severity = Severity.WARNING
    triggers = ("{{{",)
    message = "“{argument}” is an argument of a template, and nothing fills it in here"
    aliases = {"checkwiki": "34"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each argument, the outer one of those in each other."""
        if "{{{" not in page.text or is_for_inclusion(page):
            return
        end = 0
        for argument in page.document.arguments:
            start = argument.start
            if start >= end and not literal(page.document).hold(start):
                end = argument.end
                yield self.finding(argument.span, argument=_shortened(argument.text))


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
