"""image-extension-missing: `[[File:Mill|thumb]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT, FILES
from homs_wiki.lint.rules.links._places import files
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_EXTENSION = lazily(r"\.[A-Za-z][A-Za-z0-9]{1,4}\Z")


class ImageExtensionMissing(Rule):
    """The name of a file has no extension.

    ## What it does
    Finds images, in galleries too, whose file name ends in no dot and letters. Names that a
    template makes are left alone. In a gallery a line that is no file at all is found as well.

    ## Why it matters
    All files of the wiki have an extension, so there is none of this name. Readers see a red link
    in place of the image.

    ## Example
    ```wikitext
    [[File:Hilltown mill|thumb|The mill in spring]]
    ```

    ## Use instead
    ```wikitext
    [[File:Hilltown mill.jpg|thumb|The mill in spring]]
    ```

    ## Fix safety
    There is no fix: which file was meant has to be looked up.
    """

    name = "image-extension-missing"
    family = "links"
    severity = Severity.ERROR
    triggers = (*FILES, *CUT)
    message = "the file name “{image}” has no extension"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each file without an extension."""
        for image in files(page.document):
            title = image.title
            if title is not None and not _EXTENSION.search(title):
                yield self.finding(image.target_span, image=title)
