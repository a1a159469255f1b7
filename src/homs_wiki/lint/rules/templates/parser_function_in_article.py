"""parser-function-in-article: `{{#if:x|y}}` in an article."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.templates._pages import is_for_inclusion
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile

_IDS = ("if", "ifeq", "iferror", "ifexist", "ifexpr", "switch")


@cache
def _functions(profile: Profile) -> re.Pattern[str]:
    words = {word.lstrip("#").rstrip(":") for each in _IDS for word in profile.magic_words(each)}
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return compiled(rf"\{{\{{(#(?:{either})):", re.IGNORECASE)


class ParserFunctionInArticle(Rule):
    """A function for templates stands in an article.

    ## What it does
    Finds `#if`, `#ifeq`, `#iferror`, `#ifexist`, `#ifexpr` and `#switch`, in any of their words on
    this wiki, on pages with no argument of a template and no part that is for inclusion.

    ## Why it matters
    In an article the outcome is always the same, and editors cannot read it. It is left behind when
    a template is substituted.

    ## Example
    ```wikitext
    The mill is {{#if:1|old|new}}.
    ```

    ## Use instead
    ```wikitext
    The mill is old.
    ```

    ## Fix safety
    There is no fix: what is shown a person must see and write.
    """

    name = "parser-function-in-article"
    family = "templates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{function}” belongs into a template"
    triggers = ("{{#",)
    aliases = {"checkwiki": "34"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the name of each such function."""
        if "{{{" in page.text or is_for_inclusion(page):
            return
        for match in _functions(page.profile).finditer(page.text):
            start = match.start()
            node = page.document.enclosing(start)
            if isinstance(node, Template) and node.start == start:
                yield self.finding(match.span(), function=match[1])
