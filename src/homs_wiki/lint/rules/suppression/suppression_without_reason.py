"""suppression-without-reason: a comment silences a rule and does not say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.directives import DirectiveRule
from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.directives import Review
    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class SuppressionWithoutReason(DirectiveRule):
    """A comment silences a rule and does not say why.

    ## What it does
    Finds comments such as `<!-- homs-wiki: ignore[…] -->` with nothing behind the names. An `on`
    needs no reason.

    ## Why it matters
    Who comes later cannot know whether the comment is still needed.

    ## Example
    ```wikitext
    He said that that was it. <!-- homs-wiki: ignore[repeated-word] -->
    ```

    ## Use instead
    ```wikitext
    He said that that was it. <!-- homs-wiki: ignore[repeated-word] the usual grammar -->
    ```

    ## Fix safety
    There is no fix.
    """

    name = "suppression-without-reason"
    family = "suppression"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = ("homs-wiki",)
    message = "the comment does not say why it silences what it silences"

    def review(self, page: Page, review: Review) -> Iterator[Finding]:  # noqa: ARG002
        """Yield each comment without a reason."""
        for directive in review.directives:
            if not (directive.reason or directive.problem or directive.action == "on"):
                yield self.finding(directive.span)
