"""image-repeated: the same thumbnail twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.links._places import files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_FRAMES = frozenset(("thumbnail", "framed", "manualthumb"))


class ImageRepeated(Rule):
    """An image is shown twice on the page.

    ## What it does
    Finds images with a frame, and those of galleries, whose file another such image shows before.
    Small images within a line, such as flags, are left alone, and so are those in templates.

    ## Why it matters
    The second picture tells readers nothing new. Often a section was copied or an image put in
    again.

    ## Example
    ```wikitext
    [[File:Mill.jpg|thumb|The mill]]

    Text.

    [[File:Mill.jpg|thumb|The mill]]
    ```

    ## Use instead
    ```wikitext
    [[File:Mill.jpg|thumb|The mill]]

    Text.
    ```

    ## Fix safety
    There is no fix: a person must choose which one stays.
    """

    name = "image-repeated"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the image “{image}” is on the page already"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each image that was shown before."""
        seen: set[str] = set()
        for image in files(page.document):
            title = image.title
            framed = image.gallery or any(option.kind in _FRAMES for option in image.options)
            if not title or not framed:
                continue
            if title in seen:
                yield self.finding((image.start, image.end), image=title)
            seen.add(title)
