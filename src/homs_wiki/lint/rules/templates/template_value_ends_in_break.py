"""template-value-ends-in-break: `|name=Mill<br>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_BREAK = compiled(r"(<br\s*/?>)\s*(?=\||\}\})", re.IGNORECASE)


class TemplateValueEndsInBreak(Rule):
    """The value of a template's parameter ends in a line break.

    ## What it does
    Finds a `<br>` at the end of a value, in calls of templates that are no functions.

    ## Why it matters
    It shows an empty line, or nothing at all. Often the second of two things was taken out.

    ## Example
    ```wikitext
    {{Infobox mill |owner=Ann Miller<br> |built=1902}}
    ```

    ## Use instead
    ```wikitext
    {{Infobox mill |owner=Ann Miller |built=1902}}
    ```

    ## Fix safety
    The fix takes the line break out. It is not safe: a few templates rely on it.
    """

    name = "template-value-ends-in-break"
    family = "templates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "a line break at the end of the value does nothing good"
    triggers = ("<br",)
    aliases = {"checkwiki": "59"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each line break at the end of a value."""
        document = page.document
        for match in _BREAK.finditer(page.text):
            node = document.enclosing(match.start())
            if not isinstance(node, Template) or page.profile.is_parser_function(node.written_name):
                continue
            kept = page.text[node.start : match.start()].rstrip()
            ends = (parameter.end for parameter in node.parameters)
            if not kept.endswith(("=", "|", ">")) and match.end() in ends:
                edit = Edit(node.start + len(kept), match.end(1), "")
                fix = Fix((edit,), safe=False, description="Take the break out")
                yield self.finding(match.span(1), fix)
