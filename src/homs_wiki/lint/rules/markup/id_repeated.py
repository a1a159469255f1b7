"""id-repeated: one id for two elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import HTML_TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class IdRepeated(Rule):
    """Two elements of the page have the same id.

    ## What it does
    Compares the `id` of all HTML tags on the page. Those in templates’ values count, those that
    templates make cannot be seen.

    ## Why it matters
    A link to the id leads to the first of the two, and the second cannot be reached.

    ## Example
    ```wikitext
    <span id="mill"></span> … <span id="mill"></span>
    ```

    ## Use instead
    ```wikitext
    <span id="mill"></span> … <span id="bridge"></span>
    ```

    ## Fix safety
    There is no fix: a link may point to either.
    """

    name = "id-repeated"
    family = "markup"
    severity = Severity.WARNING
    triggers = HTML_TAG
    message = "the id “{id}” is used already"
    aliases = {"linter": "duplicate-ids"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each id that stands there already."""
        seen: set[str] = set()
        text = page.text
        for tag in page.document.html_tags:
            if tag.kind == "close" or text.find("id", tag.start, tag.end) < 0:
                continue
            span = tag.attributes.get("id")
            value = text[slice(*span)].strip() if span else ""
            if not span or not value or "{" in value:
                continue
            if value in seen:
                yield self.finding(span, id=value)
            seen.add(value)
