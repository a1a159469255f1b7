"""font-around-link: a font tag that colours a link and has no effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_LINK = lazily(r"\s*\[\[[^\[\]\n]*+\]\]\s*")


class FontAroundLink(Rule):
    """A `<font>` tag that sets a colour stands around a link.

    ## What it does
    Finds `<font color=…>` with nothing in it but one link.

    ## Why it matters
    The colour of the link wins, so the tag does nothing. It did before MediaWiki changed the way
    it mends HTML.

    ## Example
    ```wikitext
    <font color="red">[[Hilltown]]</font>
    ```

    ## Use instead
    ```wikitext
    [[Hilltown|<span style="color:red">Hilltown</span>]]
    ```

    ## Fix safety
    There is no fix: mostly the tag can go, but a person may want the colour in the link.
    """

    name = "font-around-link"
    family = "markup"
    severity = Severity.WARNING
    triggers = ("<font", *CUT)
    message = "the colour has no effect on the link within"
    aliases = {"linter": "tidy-font-bug"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such tag."""
        tags = page.document.html_tags
        for tag in tags:
            if tag.name != "font" or tag.kind != "open" or tag.partner is None:
                continue
            inside = page.text[tag.end : tags[tag.partner].start]
            if "color" in tag.attributes and _LINK.fullmatch(inside):
                yield self.finding(tag.span)
