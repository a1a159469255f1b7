"""invoke-without-function: a module is called, and none of its functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.syntax import without_comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class InvokeWithoutFunction(Rule):
    """A module is invoked without the name of a function.

    ## What it does
    Finds `{{#invoke:…}}` with nothing behind the name of the module, or with an empty name of the
    module or function.

    ## Why it matters
    Readers see “Script error: You must specify a function to call”.

    ## Example
    ```wikitext
    {{#invoke:Mills}}
    ```

    ## Use instead
    ```wikitext
    {{#invoke:Mills|list}}
    ```

    ## Fix safety
    There is no fix: only a person knows which function was meant.
    """

    name = "invoke-without-function"
    family = "templates"
    severity = Severity.ERROR
    triggers = ("#",)
    message = "the module is invoked without the name of a function"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each call that lacks module or function."""
        if not any(word in page.text for word in _words(page)):
            return
        for template in page.document.parser_functions:
            head, colon, module = template.name.partition(":")
            if not colon or page.profile.parser_function(head + ":") != "invoke":
                continue
            first = template.parameters[0] if template.parameters else None
            function = without_comments(first.value).strip() if first else ""
            written = first is not None and bool(first.equals is not None or function)
            if not module.strip() or not written:
                yield self.finding(template.span)


def _words(page: Page) -> list[str]:
    return ["#" + word.lstrip("#") for word in page.profile.magic_words("invoke")]
