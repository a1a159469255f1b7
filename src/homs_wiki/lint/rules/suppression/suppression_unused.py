"""suppression-unused: a comment silences nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.directives import DirectiveRule
from homs_wiki.lint.finding import Fix, Phrase
from homs_wiki.source import Edit, Span
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.directives import Directive, Name, Review
    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class SuppressionUnused(DirectiveRule):
    """A comment silences what does not complain.

    ## What it does
    Finds names in comments such as `<!-- homs-wiki: ignore[…] -->` of which nothing was found
    where the comment acts, and an `on` where nothing is off. A name counts only if all the rules
    that it means have run: that of a rule that is not selected may be needed another time.

    ## Why it matters
    What was wrong has been mended. The comment is in the way of the text, and would hide the next
    mistake.

    ## Example
    ```wikitext
    He said that this was it. <!-- homs-wiki: ignore[repeated-word] -->
    ```

    ## Use instead
    ```wikitext
    He said that this was it.
    ```

    ## Fix safety
    The fix takes the name out, or the comment if all its names do nothing; readers see neither.
    """

    name = "suppression-unused"
    family = "suppression"
    triggers = ("homs-wiki",)
    message = "nothing is silenced here by “{names}”"

    def review(self, page: Page, review: Review) -> Iterator[Finding]:
        """Yield each comment of which a part does nothing."""
        for directive, names in review.idle:
            whole = len(names) == len(directive.names)
            span = directive.span if whole else Span(names[0].span.start, names[-1].span.end)
            fix = _without(page.text, directive) if whole else _fewer(directive, names)
            yield self.finding(span, fix, names=", ".join(name.text for name in names))


_BLANKS = compiled(r"[ \t]*+")
_REACH = 100  # how many blanks before a comment go with it


def _without(text: str, directive: Directive) -> Fix:
    """Take the comment out, and its line if there is nothing else on it."""
    start, end = directive.span
    floor = max(0, start - _REACH)
    before = len(text[floor:start].rstrip(" \t")) + floor
    blanks = _BLANKS.match(text, end)
    behind = blanks.end() if blanks else end
    if text.startswith("\n", behind) or behind == len(text):
        start = before
        if before == 0 or text[before - 1] == "\n":
            start, end = (before, behind + 1) if behind < len(text) else (max(0, before - 1), end)
    return Fix((Edit(start, end, ""),), safe=True, description="Take out the comment")


def _fewer(directive: Directive, idle: tuple[Name, ...]) -> Fix:
    """Write the list of names again, without those that are idle."""
    gone = {name.span for name in idle}
    kept = ", ".join(name.text for name in directive.names if name.span not in gone)
    edit = Edit(directive.names[0].span.start, directive.names[-1].span.end, kept)
    words = Phrase("Take out “{names}”", names=", ".join(name.text for name in idle))
    return Fix((edit,), safe=True, description=words)
