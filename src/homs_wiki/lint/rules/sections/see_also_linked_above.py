"""see-also-linked-above: an entry of See also that the text links already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._lines import item_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class SeeAlsoLinkedAbove(Rule):
    """An entry of the section *See also* is linked in the text above.

    ## What it does
    Compares the first link of each item under a heading such as *See also* with the links before
    it on the page.

    ## Why it matters
    The section is for pages that the text does not mention. A link that stands there already only
    makes the list longer.

    ## Example
    ```wikitext
    The mill is in [[Hilltown]].

    == See also ==
    * [[Hilltown]]
    ```

    ## Use instead
    ```wikitext
    The mill is in [[Hilltown]].
    ```

    ## Fix safety
    There is no fix: some wikis like to keep central pages there.
    """

    name = "see-also-linked-above"
    family = "sections"
    severity = Severity.NOTE
    message = "“{title}” is linked in the text already"
    rule_set = RuleSet.STRICT

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the link of each such entry."""
        text = page.text
        for section in page.sections:
            if section.heading and page.profile.section_role(section.title) == "see_also":
                above = {
                    (link.namespace, link.title)
                    for link in page.links
                    if link.start < section.start and link.kind == "link"
                }
                for link in page.links:
                    if not section.content_start <= link.start < section.content_end:
                        continue
                    before = item_start(text, link.start)
                    here = (link.namespace, link.title)
                    is_entry = before and not before.strip("* ")
                    if is_entry and here in above and not link.fragment:
                        yield self.finding(link.span, title=link.title)
                return
