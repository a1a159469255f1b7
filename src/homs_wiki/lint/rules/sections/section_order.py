"""section-order: sections at the end of the page in an unusual order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class SectionOrder(Rule):
    """The sections at the end of the page are not in the order of the wiki.

    ## What it does
    Compares *See also*, *Notes*, *References*, *Further reading*, *External links* with the order
    that the manual of style of the wiki gives. Only sections of level 2 with nothing else between
    them are compared; where the wiki gives no order, nothing is said.

    ## Why it matters
    Readers look for these sections where all pages have them.

    ## Example
    ```wikitext
    == References ==
    <references />

    == See also ==
    * [[Hilltown]]
    ```

    ## Use instead
    ```wikitext
    == See also ==
    * [[Hilltown]]

    == References ==
    <references />
    ```

    ## Fix safety
    There is no fix: moving a section may take categories and navigation boxes with it.
    """

    name = "section-order"
    family = "sections"
    severity = Severity.WARNING
    message = "“{title}” should stand before “{above}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the heading of each section that should stand before one above it."""
        order = page.profile.house.section_order
        if not order:
            return
        ranks = {role: rank for rank, roles in enumerate(order) for role in roles.split()}
        highest, above = -1, ""
        for section in page.sections:
            if section.level != 2 or section.heading is None:
                continue
            role = page.profile.section_role(section.title)
            rank = ranks.get(role, -1) if role else -1
            if rank < 0:
                highest = -1
            elif rank < highest:
                yield self.finding(section.heading.span, title=section.title, above=above)
            else:
                highest, above = rank, section.title
