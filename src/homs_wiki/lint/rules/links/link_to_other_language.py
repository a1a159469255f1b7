"""link-to-other-language: `[[:de:Wassermühle]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.links._places import links_abroad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class LinkToOtherLanguage(Rule):
    """A link in the text leads to the wiki in another language.

    ## What it does
    Finds links with the prefix of a language other than the wiki's own, in the text of the page.
    Links in templates and references are left alone.

    ## Why it matters
    Readers land on a page they may not be able to read, and nobody sees that the article is missing
    here. Many wikis have a template that shows both.

    ## Example
    ```wikitext
    The [[:de:Wassermühle|mill]] is old.
    ```

    ## Use instead
    ```wikitext
    The [[mill]] is old.
    ```

    ## Fix safety
    There is no fix: a link to a page of this wiki, a template, or plain words may be better.
    """

    name = "link-to-other-language"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "the link leads to the wiki in another language (“{prefix}”)"
    aliases = {"checkwiki": "68"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each of them."""
        own = page.profile.name.partition(".")[0]
        for link, prefix in links_abroad(page, "interlanguage"):
            if prefix != own:
                yield self.finding((link.start, link.end), prefix=prefix)
