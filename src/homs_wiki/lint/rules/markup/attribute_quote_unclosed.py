"""attribute-quote-unclosed: an attribute whose quotation mark is not closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import HTML_TAG
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_OPENING = lazily(r"=\s*\"[^\"=]*$")


class AttributeQuoteUnclosed(Rule):
    """The value of an attribute begins with a quotation mark and has none at its end.

    ## What it does
    Finds HTML tags with an odd number of double quotation marks and no single ones.

    ## Why it matters
    MediaWiki takes what follows for the value, or drops the attribute, so the style or the id does
    nothing.

    ## Example
    ```wikitext
    <span style="color:red>the mill</span>
    ```

    ## Use instead
    ```wikitext
    <span style="color:red">the mill</span>
    ```

    ## Fix safety
    If there is one mark only, the fix puts the other at the end of the tag. It is not safe:
    attributes behind it may belong outside.
    """

    name = "attribute-quote-unclosed"
    family = "markup"
    severity = Severity.WARNING
    triggers = HTML_TAG
    message = "a quotation mark in this “<{tag}>” is not closed"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each tag with a mark too few."""
        text = page.text
        for tag in page.document.html_tags:
            number = text.count('"', tag.start, tag.end)
            if number % 2 and "{" not in tag.text and "'" not in tag.text:
                fix = None
                end = tag.end - (2 if tag.text.endswith("/>") else 1)
                inside = text[tag.start : end]
                if number == 1 and _OPENING.search(inside):
                    end = tag.start + len(inside.rstrip())
                    fix = Fix(
                        (Edit(end, end, '"'),), safe=False, description="Close the quotation mark"
                    )
                yield self.finding(tag.span, fix, tag=tag.name)
