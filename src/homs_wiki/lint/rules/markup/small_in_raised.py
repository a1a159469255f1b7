"""small-in-raised: `<sup><small>a</small></sup>`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.syntax.html_tags import HtmlTag


class SmallInRaised(Rule):
    """Raised or lowered text is made small.

    ## What it does
    Finds `<small>` directly in `<sup>` or `<sub>`, and directly around one of them.

    ## Why it matters
    Such text is small already; smaller, few can read it.

    ## Example
    ```wikitext
    H<sub><small>2</small></sub>O
    ```

    ## Use instead
    ```wikitext
    H<sub>2</sub>O
    ```

    ## Fix safety
    The fix takes `<small>` out. It is not safe, because the look changes.
    """

    name = "small-in-raised"
    family = "markup"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "this text is small already"
    triggers = ("<small", *CUT)
    aliases = {"checkwiki": "63"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such tag."""
        tags = page.document.html_tags
        for place, tag in enumerate(tags):
            if tag.name != "small" or tag.kind != "open" or tag.partner is None:
                continue
            end = tag.partner
            pairs = ((place - 1, end + 1), (place + 1, end - 1))
            if any(_is_raised(tags, *pair, around=(place, end)) for pair in pairs):
                edits = (Edit(*tag.span, ""), Edit(*tags[end].span, ""))
                fix = Fix(edits, safe=False, description="Take “<small>” out")
                yield self.finding(tag.span, fix)


def _is_raised(tags: list[HtmlTag], first: int, last: int, around: tuple[int, int]) -> bool:
    """Tell whether two tags are a pair of ``<sup>`` with nothing between them and the others."""
    if first < 0 or last >= len(tags) or tags[first].partner != last:
        return False
    opening, small = sorted((tags[first], tags[around[0]]), key=lambda tag: tag.start)
    closing, behind = sorted((tags[last], tags[around[1]]), key=lambda tag: tag.start)
    return (
        tags[first].name in ("sub", "sup")
        and opening.end == small.start
        and closing.end == behind.start
    )
