"""image-size-px-twice: `[[File:Mill.jpg|200pxpx]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.links._places import files
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ImageSizePxTwice(Rule):
    """The width of an image has “px” twice.

    ## What it does
    Finds widths of images that end in `pxpx`.

    ## Why it matters
    MediaWiki shows the image, but counts the page among those with mistakes. Mostly a template
    adds another `px` to it, where the width is then wrong.

    ## Example
    ```wikitext
    [[File:Mill.jpg|thumb|200pxpx|The mill in spring]]
    ```

    ## Use instead
    ```wikitext
    [[File:Mill.jpg|thumb|200px|The mill in spring]]
    ```

    ## Fix safety
    The fix takes out one of the two. It is safe: the image is shown as before.
    """

    name = "image-size-px-twice"
    family = "links"
    severity = Severity.NOTE
    triggers = ("pxpx",)
    message = "the width has “px” twice"
    aliases = {"linter": "bogus-image-options"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each width with a second “px”."""
        for image in files(page.document):
            for option in image.options:
                if option.kind != "width":
                    continue
                written = page.text[option.start : option.end].rstrip()
                if written.endswith("pxpx"):
                    end = option.start + len(written)
                    fix = Fix((Edit(end - 2, end, ""),), safe=True, description="Write “px” once")
                    yield self.finding((option.start, end), fix)
