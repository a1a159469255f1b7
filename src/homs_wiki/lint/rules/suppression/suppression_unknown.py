"""suppression-unknown: a comment names a rule that does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.directives import DirectiveRule
from homs_wiki.lint.finding import Fix
from homs_wiki.lint.rules._writing import write
from homs_wiki.source.closest import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.directives import Review
    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class SuppressionUnknown(DirectiveRule):
    """A comment for the linter names a rule that does not exist.

    ## What it does
    Finds names in comments such as `<!-- homs-wiki: ignore[…] -->` that are no rule, no family, no
    set, and no part of a family that belongs to a set.

    ## Why it matters
    A misspelled name silences nothing.

    ## Example
    ```wikitext
    He said that that was it. <!-- homs-wiki: ignore[repeated-words] -->
    ```

    ## Use instead
    ```wikitext
    He said that that was it. <!-- homs-wiki: ignore[repeated-word] -->
    ```

    ## Fix safety
    The fix writes the name that is most alike, where one is. It is not safe: another may be meant.
    """

    name = "suppression-unknown"
    family = "suppression"
    triggers = ("homs-wiki",)
    message = "there is no rule, family or set “{name}”"

    def review(self, page: Page, review: Review) -> Iterator[Finding]:  # noqa: ARG002
        """Yield each name that means nothing."""
        fixes: dict[str, str | None] = {}
        for directive in review.directives:
            for name in directive.names:
                if name.text in review.known or directive.problem:
                    continue
                if name.text not in fixes:
                    wanted = len(fixes) < _MOST_GUESSES
                    fixes[name.text] = (
                        closest(name.text[:_LONGEST], sorted(review.known)) if wanted else None
                    )
                yield self.finding(name.span, _fix(name.span, fixes[name.text]), name=name.text)


_MOST_GUESSES = 20  # looking for what is alike takes its time; nobody has so many mistakes
_LONGEST = 60


def _fix(span: tuple[int, int], right: str | None) -> Fix | None:
    if right is None:
        return None
    return write(span, right, safe=False)
