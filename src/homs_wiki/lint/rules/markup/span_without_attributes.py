"""span-without-attributes: a span that does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._removal import may_go
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class SpanWithoutAttributes(Rule):
    """A `<span>` has no attributes, so it does nothing.

    ## What it does
    Finds pairs of `<span>` and `</span>` without attributes. Empty ones have a rule of their own.

    ## Why it matters
    It is left by visual editors and translation tools, and is in the way of those who edit the
    page.

    ## Example
    ```wikitext
    The <span>mill</span> burnt down.
    ```

    ## Use instead
    ```wikitext
    The mill burnt down.
    ```

    ## Fix safety
    The fix takes the two tags out, which is safe: what stands between them stays.
    """

    name = "span-without-attributes"
    family = "markup"
    severity = Severity.WARNING
    triggers = ("<span", *CUT)
    message = "this span has no attributes and does nothing"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each opening tag of such a pair."""
        tags = page.document.html_tags
        for tag in tags:
            if tag.name != "span" or tag.partner is None or tag.kind != "open":
                continue
            closing = tags[tag.partner]
            if not tag.text[5:-1].strip() and page.text[tag.end : closing.start].strip():
                edits = (Edit(*tag.span, ""), Edit(*closing.span, ""))
                fix = Fix(edits, safe=True, description="Take the two tags out")
                both = may_go(page.text, *tag.span) and may_go(page.text, *closing.span)
                yield self.finding(tag.span, fix if both else None)
