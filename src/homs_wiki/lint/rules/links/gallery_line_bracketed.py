"""gallery-line-bracketed: `[[File:Mill.jpg|The mill]]` in a gallery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_LINE = compiled(r"(?m)^(\[\[)(?:[^][\n<>]|\[\[[^][\n]*+\]\])+(\]\])(?=[ \t]*$)")


class GalleryLineBracketed(Rule):
    """A line of a gallery has brackets around it.

    ## What it does
    Finds lines in `<gallery>` that are written as an image in the text is, with brackets.

    ## Why it matters
    A gallery wants the bare name of the file. A line in brackets is no name, and MediaWiki leaves
    it out without a word.

    ## Example
    ```wikitext
    <gallery>
    [[File:Mill.jpg|The mill]]
    </gallery>
    ```

    ## Use instead
    ```wikitext
    <gallery>
    File:Mill.jpg|The mill
    </gallery>
    ```

    ## Fix safety
    The fix takes the brackets out. It is not safe: options such as `thumb` would be left in the
    line.
    """

    name = "gallery-line-bracketed"
    family = "links"
    severity = Severity.ERROR
    message = "the gallery shows nothing for a line in brackets"
    triggers = ("<gallery",)
    touches = frozenset(("link",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each line in brackets."""
        for tag in page.document.extension_tags:
            if tag.name != "gallery" or tag.inner_span is None:
                continue
            for match in _LINE.finditer(page.text, *tag.inner_span):
                edits = (Edit(*match.span(1), ""), Edit(*match.span(2), ""))
                fix = Fix(edits, safe=False, description="Take the brackets out")
                yield self.finding(match.span(), fix)
