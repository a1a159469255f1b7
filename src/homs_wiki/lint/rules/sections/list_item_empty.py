"""list-item-empty: an item of a list without a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._triggers import CUT
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_EMPTY = lazily(r"\n([*#]++)[ \t]*+(?=\n)")
_LISTS = ("*", "#", ":", ";")


class ListItemEmpty(Rule):
    """An item of a list has no text.

    ## What it does
    Finds lines that hold nothing but the mark of a list, `*` or `#`. An item above a deeper one is
    left alone, and so are lines that hold a comment.

    ## Why it matters
    MediaWiki makes an item of it and hides it. Where the style of the wiki is not at work, readers
    see a bullet or a number with nothing behind it.

    ## Example
    ```wikitext
    * the mill
    *
    * the bridge
    ```

    ## Use instead
    ```wikitext
    * the mill
    * the bridge
    ```

    ## Fix safety
    The fix takes the line out. It is safe for `*`, and not for `#`, where numbers may change.
    """

    name = "list-item-empty"
    family = "sections"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = ("*\n", "#\n", " \n", "\t\n", *CUT)
    message = "the item is empty"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each empty item."""
        flat = page.document.flat
        for match in _EMPTY.finditer(flat.text):
            marks = match[1]
            if flat.text.startswith(marks, match.end() + 1) and (
                flat.text[match.end() + 1 + len(marks) : match.end() + 2 + len(marks)] in _LISTS
            ):
                continue
            start, end = flat.span(match.start(), match.end())
            if page.text[start:end] == match[0] and page.text.startswith("\n", end):
                fix = Fix(
                    (Edit(start, end, ""),), safe="#" not in marks, description="Take the line out"
                )
                yield self.finding(flat.span(*match.span(1)), fix)
