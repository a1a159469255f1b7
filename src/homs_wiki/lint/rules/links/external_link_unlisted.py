"""external-link-unlisted: a link without a bullet under *External links*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.sections._tables import in_table
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_LINE = compiled(r"(?m)^\[?(?:https?:)?//[^][\s|{}<>]+")


class ExternalLinkUnlisted(Rule):
    """A link under *External links* is no item of a list.

    ## What it does
    Finds lines that begin with an external link in a section for such links.

    ## Why it matters
    Lines without a mark run into each other in one paragraph.

    ## Example
    ```wikitext
    == External links ==
    [https://example.org Mills]
    [https://example.com Bridges]
    ```

    ## Use instead
    ```wikitext
    == External links ==
    * [https://example.org Mills]
    * [https://example.com Bridges]
    ```

    ## Fix safety
    The fix makes an item of the line. It is safe: only the look changes.
    """

    name = "external-link-unlisted"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "this link is no item of a list"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the address of each such line."""
        for section in page.sections:
            if not section.heading or page.profile.section_role(section.title) != "external_links":
                continue
            for match in _LINE.finditer(page.text, section.content_start, section.content_end):
                start = match.start()
                if page.document.enclosing(start) is None and not in_table(page.document, start):
                    fix = Fix(
                        (Edit(start, start, "* "),), safe=True, description="Make an item of it"
                    )
                    yield self.finding(match.span(), fix)
