"""image-alt-missing: an image without `alt=`."""

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
# Of some other kind altogether: sound and film played by the page.
_ENOUGH = frozenset({"starttime", "endtime", "noplayer", "noicon"})


class ImageAltMissing(Rule):
    """An image has no text for those who cannot see it.

    ## What it does
    Finds images with neither `alt=` nor a caption; with thumbnails and frames, whose caption
    stands below the image, those without `alt=`. An empty `alt=`, which says that the image is an
    ornament, is left alone, and so are galleries and images in templates.

    ## Why it matters
    Screen readers read out the name of the file instead.

    ## Example
    ```wikitext
    [[File:Mill.jpg|thumb|The mill in spring]]
    ```

    ## Use instead
    ```wikitext
    [[File:Mill.jpg|thumb|alt=A stone mill with a wheel, between blooming trees|The mill in spring]]
    ```

    ## Fix safety
    There is no fix: somebody has to look at the image.
    """

    name = "image-alt-missing"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = (*FILES, *CUT)
    message = "the image “{image}” has no alternative text"
    aliases = {"linter": "missing-image-alt-text"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each image without an alternative text."""
        document = page.document
        for image in files(document):
            kinds = {option.kind for option in image.options}
            if image.gallery or "alt" in kinds or not _ENOUGH.isdisjoint(kinds):
                continue
            if "caption" in kinds and _WITH_CAPTION.isdisjoint(kinds):
                continue
            if not isinstance(document.enclosing(image.start), Template):
                yield self.finding(image.target_span, image=image.target.strip())
