"""direction-mark-useless: an invisible mark of direction where it does nothing, or harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import (
    addresses,
    has_any,
    places,
    replaced,
    unseen_targets,
)
from homs_wiki.lint.rules.typography._direction import ALM, LRM, MARKS, RLM, named, strong
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_MARK = lazily(f"[{LRM}{RLM}{ALM}]")


class DirectionMarkUseless(Rule):
    """A mark of direction stands where it can do nothing good.

    ## What it does
    Finds the marks U+200E, U+200F and U+061C where the text is shown alike without them: beside
    another mark or letter of the same direction, and where they can only break things: in web
    addresses and in targets of links that are not shown. A mark beside a number, a space or
    punctuation may be wanted; it is left alone, as are comments, formulas, code and `<nowiki>`.

    ## Why it matters
    Nobody sees it. It comes with pasting from other wikis and documents, and then the word is not
    found, the address leads nowhere, and the category has the page in the wrong place.

    ## Example
    ```wikitext
    [[Category:Mills&lrm;]]
    ```
    (with the character itself in the place of `&lrm;`)

    ## Use instead
    ```wikitext
    [[Category:Mills]]
    ```

    ## Fix safety
    The fix takes the mark out. It is safe: MediaWiki drops these marks from titles itself, and the
    text is shown as before. In web addresses it is not safe.
    """

    name = "direction-mark-useless"
    family = "typography"
    severity = Severity.NOTE
    triggers = tuple(sorted(MARKS))
    message = "the {mark} does nothing here"
    touches = frozenset({"heading", "link", "parameter", "reference", "template"})
    aliases = {"checkwiki": "16"}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each mark that does nothing."""
        if not has_any(page, MARKS):
            return
        for found in places(page, _MARK):
            safe = _is_safe_to_remove(page, found.start())
            if safe is not None:
                edits = replaced(found.span(), "")
                fix = Fix(edits, safe, description="Remove the invisible mark")
                yield self.finding(found.span(), fix, mark=named(found[0]))


def _is_safe_to_remove(page: Page, offset: int) -> bool | None:
    """Tell whether a mark can go unseen; None if it may be wanted."""
    text = page.text
    mark = text[offset]
    if addresses(page.document).hold(offset):
        return False
    if unseen_targets(page.document).hold(offset):
        return mark != ALM  # MediaWiki keeps that one in titles
    before, behind = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if mark == before:
        return True
    first, second = strong(before), strong(behind)
    if mark == LRM:
        return True if "L" in (first, second) else None
    # After an Arabic letter numbers are read otherwise than after the mark.
    return True if first in ("AL", "R") and second in ("AL", "R") else None
