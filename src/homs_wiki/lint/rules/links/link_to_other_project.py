"""link-to-other-project: `[[wikt:mill]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.links._places import links_abroad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class LinkToOtherProject(Rule):
    """A link in the text leads to a sister project.

    ## What it does
    Finds links with the prefix of another project, such as a dictionary or the media collection, in
    the text of the page. Links in templates and references are left alone.

    ## Why it matters
    Readers leave the wiki without notice. Most wikis keep such links to boxes at the end of the
    page.

    ## Example
    ```wikitext
    An old [[wikt:mill|mill]].
    ```

    ## Use instead
    ```wikitext
    An old mill.
    ```

    ## Fix safety
    There is no fix: a template, or plain words, may be better.
    """

    name = "link-to-other-project"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "the link leads to another project (“{prefix}”)"
    aliases = {"checkwiki": "82"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each of them."""
        for link, prefix in links_abroad(page, "interwiki"):
            yield self.finding((link.start, link.end), prefix=prefix)
