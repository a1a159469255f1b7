"""attribute-repeated: an attribute that a tag has twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import HTML_TAG
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_ATTRIBUTE = lazily(r"([\w:-]+)\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")


class AttributeRepeated(Rule):
    """An HTML tag has the same attribute twice.

    ## What it does
    Compares the names of the attributes of each HTML tag.

    ## Why it matters
    MediaWiki keeps the last one only; what the first says is lost.

    ## Example
    ```wikitext
    <span class="a" class="b">mill</span>
    ```

    ## Use instead
    ```wikitext
    <span class="a b">mill</span>
    ```

    ## Fix safety
    There is no fix: a person must choose or join the two.
    """

    name = "attribute-repeated"
    family = "markup"
    severity = Severity.WARNING
    triggers = HTML_TAG
    message = "“{name}” stands twice in this “<{tag}>”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the name of each attribute that stands there already."""
        text = page.text
        for tag in page.document.html_tags:
            if text.count("=", tag.start, tag.end) < 2 or "{" in tag.text:
                continue
            seen: set[str] = set()
            for match in _ATTRIBUTE.finditer(text, tag.start + 1 + len(tag.name), tag.end - 1):
                name = match[1].lower()
                if name in seen:
                    yield self.finding(match.span(1), name=name, tag=tag.name)
                seen.add(name)
