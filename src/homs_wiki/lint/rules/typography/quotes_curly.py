"""quotes-curly: curly quotation marks where the language's wikis have straight ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import (
    addresses,
    has_any,
    places,
    replaced,
    targets,
)
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WANTED = frozenset("“”")
_CURLY = lazily("[“”]")
# From a mark to the end of the name of a file that it may be in.
_FILE = lazily(
    r"[^|\n\[\]{}<>=]{0,200}\.(?:jpe?g|png|svg|gif|tiff?|webp|og[agv]|webm|pdf|djvu|mp3|wav)\b",
    re.IGNORECASE,
)
_REACH = 200


class QuotesCurly(Rule):
    """A quotation mark is curly where straight ones are the style.

    ## What it does
    Finds “ and ” on English wikis. Targets of links, web addresses, comments, formulas, code and
    `<nowiki>` are left alone, attributes of tags, names of files, and the second mark of „German“
    quotes; so are single marks, as an apostrophe beside italics would be read as markup.

    ## Why it matters
    The manual of style asks for straight marks: they are on every keyboard, and the search of
    browsers finds them.

    ## Example
    ```wikitext
    They call it the “Old Mill”.
    ```

    ## Use instead
    ```wikitext
    They call it the "Old Mill".
    ```

    ## Fix safety
    The fix writes straight marks. It is safe.
    """

    name = "quotes-curly"
    family = "typography"
    severity = Severity.NOTE
    triggers = (
        "“",
        "”",
    )
    message = "this quotation mark is curly; straight ones are the style here"
    languages = frozenset(("en",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each curly mark."""
        if not has_any(page, _WANTED):
            return
        for found in places(page, _CURLY):
            offset = found.start()
            if targets(page.document).hold(offset) or addresses(page.document).hold(offset):
                continue
            if _is_kept(page.text, offset):
                continue
            fix = Fix(replaced(found.span(), '"'), safe=True, description="Write a straight mark")
            yield self.finding(found.span(), fix)


def _is_kept(text: str, offset: int) -> bool:
    """Tell whether a mark stands in a tag, the name of a file, or behind „."""
    start = max(0, offset - _REACH)
    if text.rfind("<", start, offset) > text.rfind(">", start, offset):
        return True
    return text.rfind("„", start, offset) >= 0 or _FILE.match(text, offset) is not None
