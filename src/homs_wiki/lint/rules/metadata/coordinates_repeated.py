"""coordinates-repeated: two coordinates for the title."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.page.by_name import ByName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile
    from homs_wiki.syntax import Template


@cache
def _coord(profile: Profile) -> ByName[bool]:
    return ByName(lambda name: profile.concept(name) == "coord", False)


class CoordinatesRepeated(Rule):
    """Two sets of coordinates claim to be those of the page.

    ## What it does
    Finds templates for coordinates with `display=title` or `display=inline,title` behind another
    one.

    ## Why it matters
    A page has one place at its top: MediaWiki shows an error, or one of the two lies over the
    other.

    ## Example
    ```wikitext
    {{coord|51|30|N|0|7|W|display=title}}
    {{coord|51.5|-0.1|display=inline,title}}
    ```

    ## Use instead
    ```wikitext
    {{coord|51|30|N|0|7|W|display=title}}
    ```

    ## Fix safety
    There is no fix: if they differ, a person must look up which is right.
    """

    name = "coordinates-repeated"
    family = "metadata"
    severity = Severity.ERROR
    rule_set = RuleSet.STRICT
    message = "other coordinates stand at the top of the page already"
    triggers = ("display",)

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each but the first."""
        templates = page.document.templates
        first: Template | None = None
        is_coord = _coord(page.profile).of_each(templates)
        for template, wanted in zip(templates, is_coord, strict=True):
            display = template.get("display") if wanted else None
            if display is None or "title" not in display.value or template.get("notes"):
                continue
            if first is not None:
                yield self.finding(template.span)
            first = first or template
