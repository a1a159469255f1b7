"""lead-missing: an article that begins with a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.page.values import is_blank_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class LeadMissing(Rule):
    """The page begins with a heading, not with a text that says what it is about.

    ## What it does
    Looks whether there is anything but blanks and comments before the first heading. Anything
    there, a template or an image too, is taken for a lead.

    ## Why it matters
    Readers and search engines take what a page is about from the text before the first heading,
    and many read no further.

    ## Example
    ```wikitext
    == History ==
    The mill was built in 1902.
    ```

    ## Use instead
    ```wikitext
    '''Hilltown Mill''' is a water mill in Hilltown.

    == History ==
    The mill was built in 1902.
    ```

    ## Fix safety
    There is no fix: the lead has to be written.
    """

    name = "lead-missing"
    family = "sections"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "the page has no lead: it begins with this heading"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the first heading of a page without a lead."""
        sections = page.sections
        if len(sections) > 1 and is_blank_between(page.text, 0, sections[1].start):
            yield self.finding((sections[1].start, sections[1].content_start))
