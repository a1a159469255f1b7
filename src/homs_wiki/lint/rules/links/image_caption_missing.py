"""image-caption-missing: `[[File:Mill.jpg|thumb]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT, FILES
from homs_wiki.lint.rules.links._places import files
from homs_wiki.syntax import Template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WITH_CAPTION = frozenset({"thumbnail", "framed", "manualthumb"})


class ImageCaptionMissing(Rule):
    """A thumbnail has no caption.

    ## What it does
    Finds images with `thumb` or `frame` (or their names on this wiki) that have no caption. Images
    in templates and in galleries are left alone.

    ## Why it matters
    Readers see a picture in a box and cannot tell what it shows.

    ## Example
    ```wikitext
    [[File:Mill.jpg|thumb]]
    ```

    ## Use instead
    ```wikitext
    [[File:Mill.jpg|thumb|The mill in spring]]
    ```

    ## Fix safety
    There is no fix: somebody has to look at the image.
    """

    name = "image-caption-missing"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = (*FILES, *CUT)
    message = "the image “{image}” has no caption"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each thumbnail without a caption."""
        document = page.document
        for image in files(document):
            captioned = {option.kind for option in image.options if option.kind != "caption"}
            if image.gallery or _WITH_CAPTION.isdisjoint(captioned):
                continue
            if any(option.kind == "caption" and option.value for option in image.options):
                continue
            if not isinstance(document.enclosing(image.start), Template):
                yield self.finding((image.start, image.end), image=image.target.strip())
