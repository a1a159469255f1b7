"""image-caption-line-break: `[[File:Mill.jpg|thumb|The mill<br>]]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT, FILES
from homs_wiki.lint.rules.links._places import files
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_BREAK = lazily(r"\s*<br\s*/?>\Z", re.IGNORECASE)


class ImageCaptionLineBreak(Rule):
    """The caption of an image ends in a line break.

    ## What it does
    Finds captions, in galleries too, whose last tag is `<br>`.

    ## Why it matters
    It shows an empty line below the caption.

    ## Example
    ```wikitext
    [[File:Mill.jpg|thumb|The mill in spring<br />]]
    ```

    ## Use instead
    ```wikitext
    [[File:Mill.jpg|thumb|The mill in spring]]
    ```

    ## Fix safety
    The fix takes out the line break. It is safe: nothing stands behind it.
    """

    name = "image-caption-line-break"
    family = "links"
    severity = Severity.NOTE
    triggers = (*FILES, *CUT)
    message = "the caption ends in a line break"
    aliases = {"checkwiki": "65"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each line break at the end of a caption."""
        for image in files(page.document):
            for option in image.options:
                if option.kind == "caption" and (end := _BREAK.search(option.value)):
                    start = page.text.index(option.value, option.start) + end.start()
                    span = (start, start + len(end[0]))
                    fix = Fix((Edit(*span, ""),), safe=True, description="Take out the line break")
                    yield self.finding(span, fix)
