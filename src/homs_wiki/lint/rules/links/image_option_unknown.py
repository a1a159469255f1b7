"""image-option-unknown: `[[File:Mill.jpg|thumb|lft|The mill]]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules._triggers import CUT, FILES
from homs_wiki.lint.rules.links._places import files
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import without_comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# Perhaps the page or the language of a file: of these options only the English names are known.
# Or a width in other digits, which a wiki may read.
_NUMBERED = lazily(r"[^\W\d_]+(?:=[\w.-]+|[ _]?\d+)|(?![0-9])\d+[^\W\d_]+")


class ImageOptionUnknown(Rule):
    """An image has a text that is neither an option nor its caption, so it is shown nowhere.

    ## What it does
    Finds what stands between two pipes of an image, is no option on this wiki, and is followed by
    another such text: only the last is the caption. Empty ones and those that a template makes are
    left alone. In galleries too. In other languages than English, `word=value` and widths in other
    digits are left alone as well: not all words for the page and the language of a file are known.

    ## Why it matters
    It is a misspelled option that does nothing, or a part of a caption that nobody can read.

    ## Example
    ```wikitext
    [[File:Mill.jpg|thumb|lft|The mill in spring]]
    ```

    ## Use instead
    ```wikitext
    [[File:Mill.jpg|thumb|left|The mill in spring]]
    ```

    ## Fix safety
    There is no fix: it may be an option to mend or a caption to keep.
    """

    name = "image-option-unknown"
    family = "links"
    severity = Severity.WARNING
    triggers = (*FILES, *CUT)
    message = "“{text}” does nothing: it is no option, and another text is the caption"
    aliases = {"linter": "bogus-image-options"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each text that is neither option nor caption."""
        is_foreign = page.profile.language != "en"
        for image in files(page.document):
            others = [option for option in image.options if option.kind == "other"]
            if not others or "{|" in (image.label or ""):
                continue  # cells of a table are not told from options
            for option in others:
                if "{{" in option.value:
                    continue
                text = without_comments(option.value).strip()
                if text and not (is_foreign and _NUMBERED.fullmatch(text)):
                    yield self.finding((option.start, option.end), text=text)
