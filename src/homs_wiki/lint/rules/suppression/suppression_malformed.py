"""suppression-malformed: a comment for the linter that it does not understand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.directives import DirectiveRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.directives import Review
    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class SuppressionMalformed(DirectiveRule):
    """A comment is meant for the linter, but cannot be understood.

    ## What it does
    Finds comments that begin with `homs-wiki:` and go on with none of `ignore`,
    `ignore-next-line`, `ignore-page`, `off` and `on`, or without names in square brackets. A
    comment without the colon is found if all else is there.

    ## Why it matters
    Such a comment silences nothing, and its writer thinks that it does.

    ## Example
    ```wikitext
    He said that that was it. <!-- homs-wiki: ignore repeated-word -->
    ```

    ## Use instead
    ```wikitext
    He said that that was it. <!-- homs-wiki: ignore[repeated-word] the usual grammar -->
    ```

    ## Fix safety
    There is no fix.
    """

    name = "suppression-malformed"
    family = "suppression"
    triggers = ("homs-wiki",)
    message = "this comment silences nothing: {problem}"

    def review(self, page: Page, review: Review) -> Iterator[Finding]:  # noqa: ARG002
        """Yield each comment that cannot be understood."""
        for directive in review.directives:
            if directive.problem:
                yield self.finding(directive.span, problem=directive.problem)
