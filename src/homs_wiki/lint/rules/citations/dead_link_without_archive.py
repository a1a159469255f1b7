"""dead-link-without-archive: a link is dead, and there is no copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.citations._dead import called_dead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class DeadLinkWithoutArchive(Rule):
    """The link of a citation is called dead, and no archived copy is given.

    ## What it does
    Finds `{{dead link}}` and its like directly behind a citation template without `archive-url`.
    That `url-status` says the same is another rule's finding.

    ## Why it matters
    Nobody can look the source up. Most pages of the web have a copy at the Internet Archive or
    elsewhere. To find it takes a person and the network, so the rule is strict.

    ## Example
    ```wikitext
    {{cite web |title=Mill |url=https://example.org/mill}}{{dead link|date=May 2020}}
    ```

    ## Use instead
    ```wikitext
    {{cite web |title=Mill |url=https://example.org/mill |archive-url=https://web.archive.org/web/20190503101112/https://example.org/mill |archive-date=2019-05-03}}
    ```

    ## Fix safety
    There is no fix: a copy has to be found.
    """  # noqa: E501 - addresses of archives are long

    name = "dead-link-without-archive"
    family = "citations"
    severity = Severity.NOTE
    triggers = ("|",)
    message = "the link is called dead, but no archived copy is given"
    rule_set = RuleSet.STRICT

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each remark behind a citation without a copy."""
        for template, citation in called_dead(page):
            if citation.get("url") and not citation.get("archive-url"):
                yield self.finding(template.span)
