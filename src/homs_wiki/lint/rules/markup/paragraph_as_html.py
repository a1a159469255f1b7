"""paragraph-as-html: `<p>`."""

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

_LONGEST = len("<p />")


class ParagraphAsHtml(Rule):
    """A paragraph is written with an HTML tag.

    ## What it does
    Finds `<p>` in the text of the page. Tags with attributes, in templates and in tables are left
    alone.

    ## Why it matters
    An empty line makes a paragraph. The tag is left behind by converters, and makes empty
    paragraphs if it stands beside an empty line.

    ## Example
    ```wikitext
    The mill is old.<p>It burnt in 1910.
    ```

    ## Use instead
    ```wikitext
    The mill is old.

    It burnt in 1910.
    ```

    ## Fix safety
    There is no fix: a line break, an empty line or nothing may be right.
    """

    name = "paragraph-as-html"
    family = "markup"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "an empty line makes a paragraph"
    triggers = ("<p", *CUT)
    aliases = {"checkwiki": "39"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each opening tag of a paragraph."""
        for tag in page.document.html_tags:
            if tag.name != "p" or tag.kind == "close" or tag.end - tag.start > _LONGEST:
                continue
            document = page.document
            if document.enclosing(tag.start) is None and not in_table(document, tag.start):
                yield self.finding(tag.span)
