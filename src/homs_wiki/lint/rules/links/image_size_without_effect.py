"""image-size-without-effect: `[[File:Mill.jpg|frame|200px]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT, FILES
from homs_wiki.lint.rules.links._places import files
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class ImageSizeWithoutEffect(Rule):
    """An image with a frame has a width, which does nothing.

    ## What it does
    Finds images with the option `frame` (or its name on this wiki) that have a width or `upright`
    too.

    ## Why it matters
    MediaWiki shows an image with a frame in its own size, whatever the width says. If it is to be
    smaller, `thumb` is what was meant.

    ## Example
    ```wikitext
    [[File:Mill.jpg|frame|200px|The mill in spring]]
    ```

    ## Use instead
    ```wikitext
    [[File:Mill.jpg|thumb|200px|The mill in spring]]
    ```

    ## Fix safety
    The fix takes out the width. It is not safe: perhaps `thumb` was meant.
    """

    name = "image-size-without-effect"
    family = "links"
    severity = Severity.WARNING
    triggers = (*FILES, *CUT)
    message = "an image with a frame keeps its own size: “{size}” does nothing"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each width of an image with a frame."""
        for image in files(page.document):
            if image.gallery or "framed" not in {option.kind for option in image.options}:
                continue
            for option in image.options:
                if option.kind in ("width", "upright"):
                    edit = Edit(option.start - 1, option.end, "")
                    size = page.text[option.start : option.end].strip()
                    fix = Fix(
                        (edit,), safe=False, description=Phrase("Take out “{text}”", text=size)
                    )
                    yield self.finding((option.start, option.end), fix, size=size)
