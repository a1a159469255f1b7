"""number-after-rtl-text: a number that is shown on the wrong side of a foreign word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._rtl import LETTERS, has_rtl, is_tagged
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_NUMBER = lazily(
    rf"[{LETTERS}][\u0591-\u05c7\u0610-\u061a\u064b-\u065f]{{0,4}}"
    r"[ ,;:(/–—-]{1,9}\d[\d.,]{0,20}"
)


class NumberAfterRtlText(Rule):
    """A number stands behind words written from right to left, and is shown before them.

    ## What it does
    Finds, on wikis written from left to right, a number behind Arabic, Hebrew and other such words
    with nothing but spaces and punctuation between (no closing bracket among it), where the words
    stand in no `{{lang}}`, tag or cell with `lang` or `dir`.

    ## Why it matters
    By the rules of Unicode the number goes with the words before it: `(حمص, 1620)` is shown with
    the number to the left of the word, and the comma between them in the wrong place.

    ## Example
    ```wikitext
    The mill (طاحونة, 1620) is old.
    ```

    ## Use instead
    ```wikitext
    The mill ({{lang|ar|طاحونة}}, 1620) is old.
    ```

    ## Fix safety
    There is no fix: which language it is, the letters alone do not say.
    """

    name = "number-after-rtl-text"
    family = "typography"
    severity = Severity.WARNING
    message = (
        "the number is shown on the wrong side of the word before it, as that is in no {{{{lang}}}}"
    )
    languages = frozenset(("en", "de", "es", "fr", "hi", "ja", "ru", "tr", "zh"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such number, with the letter before it."""
        if has_rtl(page):
            for span, _ in running(page, _NUMBER):
                if not is_tagged(page, span.start):
                    yield self.finding(span)
