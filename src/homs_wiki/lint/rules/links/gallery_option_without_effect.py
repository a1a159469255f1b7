"""gallery-option-without-effect: `Mill.jpg|thumb|The mill` in a gallery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.links._places import files
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_PLACING = frozenset({
    "baseline", "border", "bottom", "center", "framed", "frameless", "left", "manualthumb",
    "middle", "none", "right", "sub", "super", "text_bottom", "text_top", "thumbnail", "top",
    "upright", "width",
})  # fmt: skip


class GalleryOptionWithoutEffect(Rule):
    """A line of a gallery has an option for the place or size of an image.

    ## What it does
    Finds options such as `thumb`, `left`, `upright` or `200px` in the lines of `<gallery>`. Only
    the alternative text, the link, the page and the language can be set there. (MediaWiki’s Linter
    lists the sizes only.)

    ## Why it matters
    The gallery decides on place and size. MediaWiki takes the option for a caption: it does
    nothing, or it is shown in the place of the caption.

    ## Example
    ```wikitext
    <gallery>
    Mill.jpg|thumb|The mill
    </gallery>
    ```

    ## Use instead
    ```wikitext
    <gallery>
    Mill.jpg|The mill
    </gallery>
    ```

    ## Fix safety
    The fix takes the option out, which is safe.
    """

    name = "gallery-option-without-effect"
    family = "links"
    severity = Severity.WARNING
    rule_set = RuleSet.STRICT
    message = "in a gallery “{option}” is no option"
    triggers = ("<gallery",)
    touches = frozenset(("link",))
    aliases = {"linter": "bogus-image-options"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such option."""
        for image in files(page.document):
            if not image.gallery:
                continue
            for option in image.options:
                if option.kind in _PLACING:
                    edit = Edit(option.start - 1, option.end, "")
                    fix = Fix((edit,), safe=True, description="Take the option out")
                    shown = page.text[option.start : option.end].strip()
                    yield self.finding((option.start, option.end), fix, option=shown)
