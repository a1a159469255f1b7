"""image-caption-small: `[[File:Mill.jpg|thumb|<small>The mill</small>]]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.lint.rules.links._places import files
from homs_wiki.source import Edit
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_SMALL = compiled(r"\s*<small>(.*)</small>\s*", re.IGNORECASE | re.DOTALL)


class ImageCaptionSmall(Rule):
    """The whole caption of an image is small text.

    ## What it does
    Finds captions, in galleries too, that stand in `<small>` from beginning to end.

    ## Why it matters
    Captions are small already; smaller, few can read them.

    ## Example
    ```wikitext
    [[File:Mill.jpg|thumb|<small>The mill in spring</small>]]
    ```

    ## Use instead
    ```wikitext
    [[File:Mill.jpg|thumb|The mill in spring]]
    ```

    ## Fix safety
    The fix takes the tags out. It is not safe, because the look changes.
    """

    name = "image-caption-small"
    family = "links"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the whole caption is small text"
    triggers = ("<small", *CUT)
    aliases = {"checkwiki": "66 77"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each small caption."""
        for image in files(page.document):
            for option in image.options:
                match = _SMALL.fullmatch(option.value) if option.kind == "caption" else None
                if match and "<small" not in match[1].lower():
                    start = page.text.index(option.value, option.start)
                    span = (start, start + len(option.value))
                    fix = Fix((Edit(*span, match[1]),), safe=False, description="Take the tags out")
                    yield self.finding(span, fix)
