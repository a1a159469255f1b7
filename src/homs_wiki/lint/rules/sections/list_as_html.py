"""list-as-html: a list written with tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.sections._tables import in_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_LISTS = frozenset({"ol", "ul"})


class ListAsHtml(Rule):
    """A list is written with `<ul>`, `<ol>` and `<li>`, not with the marks of wikitext.

    ## What it does
    Finds the opening tags of such lists that have no attributes, outside of templates and tables.

    ## Why it matters
    Editors know the marks, and tools look for them. An item of several paragraphs needs the tags,
    so this rule is off by default.

    ## Example
    ```wikitext
    <ul>
    <li>mill</li>
    <li>bridge</li>
    </ul>
    ```

    ## Use instead
    ```wikitext
    * mill
    * bridge
    ```

    ## Fix safety
    There is no fix: items may hold what a line of a list cannot.
    """

    name = "list-as-html"
    family = "sections"
    severity = Severity.NOTE
    triggers = (
        "<ol>",
        "<ul>",
    )
    message = "the list is written with “<{tag}>”"
    rule_set = RuleSet.STRICT
    aliases = {"checkwiki": "12"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the opening tag of each list."""
        document = page.document
        for tag in document.html_tags:
            if tag.name in _LISTS and tag.kind == "open" and len(tag.text) == 4:
                start = tag.start
                if not in_table(document, start) and document.enclosing(start) is None:
                    yield self.finding(tag.span, tag=tag.name)
