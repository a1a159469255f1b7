"""closing-tag-attributes: a closing tag with attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import HTML_TAG
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ClosingTagAttributes(Rule):
    """A closing tag has attributes.

    ## What it does
    Finds closing HTML tags with anything but blanks behind their name.

    ## Why it matters
    MediaWiki drops them. They belong to the opening tag, or this was meant to be one.

    ## Example
    ```wikitext
    <span>mill</span class="a">
    ```

    ## Use instead
    ```wikitext
    <span class="a">mill</span>
    ```

    ## Fix safety
    The fix takes them out of the closing tag. It is not safe, since the opening tag may need them.
    """

    name = "closing-tag-attributes"
    family = "markup"
    severity = Severity.WARNING
    triggers = HTML_TAG
    message = "“</{tag}>” has attributes, which do nothing"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such tag."""
        for tag in page.document.html_tags:
            if tag.kind == "close" and tag.end - tag.start > len(tag.name) + 3:
                text = tag.text
                if text[2 + len(tag.name) : -1].strip(" \t\n/") and text.startswith("</"):
                    start = tag.start + 2 + len(tag.name)
                    fix = Fix(
                        (Edit(start, tag.end - 1, ""),), safe=False, description="Take them out"
                    )
                    yield self.finding(tag.span, fix, tag=tag.name)
