"""year-sign-outside-link: `[[1972]]ء`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_SIGN = "ء"
_OUTSIDE = "]]" + _SIGN
_YEAR = lazily(r"\d{3,4}")
_WORD = lazily(r"\w")


class YearSignOutsideLink(Rule):
    """The sign of a year stands behind the link to the year.

    ## What it does
    Finds links to a number of three or four digits with ء right behind them. Links with a label
    are left alone.

    ## Why it matters
    The pages of years are named with the sign (1972ء); without it the link leads to the page of
    the number. The reader sees no difference.

    ## Example
    ```wikitext
    وہ [[1972]]ء میں آیا۔
    ```

    ## Use instead
    ```wikitext
    وہ [[1972ء]] میں آیا۔
    ```

    ## Fix safety
    The fix takes the sign into the link. It is not safe: the link leads elsewhere then.
    """

    name = "year-sign-outside-link"
    family = "dates"
    severity = Severity.NOTE
    triggers = (_OUTSIDE,)
    message = "the link leads to the number {number}; the sign ء of the year stands outside"
    languages = frozenset(("ur",))
    touches = frozenset(("link",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such link."""
        text = page.text
        if _OUTSIDE not in text:
            return
        for link in page.links:
            behind = link.end
            if link.kind != "link" or link.label_span is not None:
                continue
            if text[behind : behind + 1] != _SIGN or _WORD.match(text, behind + 1):
                continue
            start, end = link.target_span
            number = text[start:end].strip()
            if _YEAR.fullmatch(number):
                edits = (Edit(end, end, _SIGN), Edit(behind, behind + 1, ""))
                fix = Fix(edits, False, "Take the sign into the link")
                yield self.finding((link.start, behind + 1), fix, number=number)
