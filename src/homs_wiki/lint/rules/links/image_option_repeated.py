"""image-option-repeated: `[[File:Mill.jpg|thumb|left|right]]`."""

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
    from homs_wiki.syntax.wikilinks import FileOption

_PAIR = 2
_GROUPS = {
    **dict.fromkeys(("left", "right", "center", "none"), "place"),
    **dict.fromkeys(("thumbnail", "framed", "frameless", "manualthumb"), "format"),
    "width": "width",
    "alt": "alt",
    "link": "link",
}


class ImageOptionRepeated(Rule):
    """Two options of an image contradict or repeat each other.

    ## What it does
    Finds images with two places (`left`, `right`, `center`, `none`), two formats (`thumb`,
    `frame`, `frameless`), two widths, texts for `alt` or targets for `link`. The second is marked.

    ## Why it matters
    Only one of the two has an effect; the other misleads the next editor.

    ## Example
    ```wikitext
    [[File:Mill.jpg|thumb|left|right|The mill in spring]]
    ```

    ## Use instead
    ```wikitext
    [[File:Mill.jpg|thumb|right|The mill in spring]]
    ```

    ## Fix safety
    If both are written alike, the fix takes out the second, which is safe. Of two that differ a
    person must choose.
    """

    name = "image-option-repeated"
    family = "links"
    severity = Severity.WARNING
    triggers = (*FILES, *CUT)
    message = "“{second}” stands beside “{first}”: one of them has no effect"
    aliases = {"linter": "bogus-image-options"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each option that has a rival before it."""
        for image in files(page.document):
            if image.gallery or len(image.options) < _PAIR:
                continue
            seen: dict[str, FileOption] = {}
            for option in image.options:
                group = _GROUPS.get(option.kind)
                first = seen.setdefault(group, option) if group else option
                if first is not option:
                    yield self._second(page.text, first, option)

    def _second(self, text: str, first: FileOption, option: FileOption) -> Finding:
        one, two = text[first.start : first.end].strip(), text[option.start : option.end].strip()
        fix = None
        if one == two:
            edit = Edit(option.start - 1, option.end, "")
            fix = Fix(
                (edit,), safe=True, description=Phrase("Take out the second “{text}”", text=two)
            )
        return self.finding((option.start, option.end), fix, first=one, second=two)
