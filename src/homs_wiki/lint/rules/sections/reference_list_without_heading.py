"""reference-list-without-heading: a list of references under *External links*."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_OTHERS = frozenset(("see_also", "further_reading", "external_links"))


class ReferenceListWithoutHeading(Rule):
    """The list of references stands in a section that is for something else.

    ## What it does
    Finds a list of references, by tag or template, under a heading such as *See also* or *External
    links*, on a page that has no section for references or notes.

    ## Why it matters
    The notes get lost among the links, and the table of contents does not lead to them.

    ## Example
    ```wikitext
    == External links ==
    * [https://example.org Mills]
    {{reflist}}
    ```

    ## Use instead
    ```wikitext
    == References ==
    {{reflist}}

    == External links ==
    * [https://example.org Mills]
    ```

    ## Fix safety
    There is no fix: where the heading belongs a person must see.
    """

    name = "reference-list-without-heading"
    family = "sections"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the list of references has no heading of its own"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each list of references in such a section."""
        roles = [page.profile.section_role(section.title) for section in page.sections]
        if "references" in roles or "notes" in roles:
            return
        for shown in page.references.lists:
            index = bisect_right([section.start for section in page.sections], shown.node.start) - 1
            if roles[index] in _OTHERS:
                yield self.finding(shown.node.span)
