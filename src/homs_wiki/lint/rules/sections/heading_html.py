"""heading-html: a heading written with an HTML tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.sections._tables import in_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_NAMES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class HeadingHtml(Rule):
    """A heading is written with a tag, `<h2>` to `<h6>`.

    ## What it does
    Finds the opening tags of headings in the text of the page. Those in templates’ values and
    tables are left alone, where a heading in wikitext may not be possible.

    ## Why it matters
    The heading has no link for editing, and editors do not see it when they look for the sections.

    ## Example
    ```wikitext
    <h2>History</h2>
    ```

    ## Use instead
    ```wikitext
    == History ==
    ```

    ## Fix safety
    There is no fix: the heading must stand on a line of its own.
    """

    name = "heading-html"
    family = "sections"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = ("<h", *CUT)
    message = "the heading is written with “<{tag}>”"
    aliases = {"checkwiki": "49"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each opening tag of a heading."""
        for tag in page.document.html_tags:
            if tag.name in _NAMES and tag.kind == "open":
                document, start = page.document, tag.start
                if not in_table(document, start) and document.enclosing(start) is None:
                    yield self.finding(tag.span, tag=tag.name)
