"""small-nested: small text within small text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class SmallNested(Rule):
    """A `<small>` stands in a `<small>`.

    ## What it does
    Finds pairs of `<small>` and `</small>` directly or indirectly within another such pair.

    ## Why it matters
    The text becomes smaller than anybody can read.

    ## Example
    ```wikitext
    <small>Mill <small>(1902)</small></small>
    ```

    ## Use instead
    ```wikitext
    <small>Mill (1902)</small>
    ```

    ## Fix safety
    The fix takes the inner pair out. It is not safe, because the look changes.
    """

    name = "small-nested"
    family = "markup"
    severity = Severity.WARNING
    triggers = ("<small", *CUT)
    message = "this text is small already"
    aliases = {"checkwiki": "55"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the opening tag of each inner pair."""
        tags = page.document.html_tags
        end = -1
        for tag in tags:
            if tag.name != "small" or tag.kind != "open" or tag.partner is None:
                continue
            closing = tags[tag.partner]
            if tag.start < end:
                edits = (Edit(*tag.span, ""), Edit(*closing.span, ""))
                fix = Fix(edits, safe=False, description="Take the inner pair out")
                yield self.finding(tag.span, fix)
            else:
                end = closing.end
