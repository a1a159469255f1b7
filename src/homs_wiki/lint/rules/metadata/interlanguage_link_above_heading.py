"""interlanguage-link-above-heading: `[[de:Mühle]]` before the last heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class InterlanguageLinkAboveHeading(Rule):
    """A link to the page in another language stands before the last heading.

    ## What it does
    Finds interlanguage links, those at the side of the page, above the last heading. Links in
    templates are left alone.

    ## Why it matters
    Editors look for them at the end of the page. Above a heading they get lost when its section is
    moved or taken out.

    ## Example
    ```wikitext
    [[de:Mühle]]

    == History ==
    It is old.
    ```

    ## Use instead
    ```wikitext
    == History ==
    It is old.

    [[de:Mühle]]
    ```

    ## Fix safety
    There is no fix: it belongs to the end of the page, or to the central list of such links.
    """

    name = "interlanguage-link-above-heading"
    family = "metadata"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the interlanguage link stands before the last heading"
    aliases = {"checkwiki": "51 53"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such link."""
        last = page.sections[-1].start
        for link in page.document.special_links:
            if link.start >= last:
                return
            if link.kind == "interlanguage" and page.document.enclosing(link.start) is None:
                yield self.finding((link.start, link.end))
