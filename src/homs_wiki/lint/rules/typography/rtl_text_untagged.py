"""rtl-text-untagged: words written from right to left, and nothing says in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._rtl import RUN, has_rtl, is_tagged
from homs_wiki.lint.rules.typography._running import running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class RtlTextUntagged(Rule):
    """Words in a script written from right to left have no language.

    ## What it does
    Finds, on wikis written from left to right, words in Arabic, Hebrew, Syriac and the like in
    running text that stand in no `{{lang}}` or other template, and in no tag or table cell with
    `lang` or `dir`. Targets of links are left alone.

    ## Why it matters
    Marks and numbers beside such words are shown in the wrong place, a screen reader cannot
    read them, and browsers choose the wrong font.

    ## Example
    ```wikitext
    The town of Homs (حمص) is old.
    ```

    ## Use instead
    ```wikitext
    The town of Homs ({{lang|ar|حمص}}) is old.
    ```

    ## Fix safety
    There is no fix: which language it is, the letters alone do not say.
    """

    name = "rtl-text-untagged"
    family = "typography"
    severity = Severity.NOTE
    message = "“{text}” is in no {{{{lang}}}}: its language and direction are not marked"
    languages = frozenset(("en", "de", "es", "fr", "hi", "ja", "ru", "tr", "zh"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each stretch of such words."""
        if has_rtl(page):
            for span, found in running(page, RUN):
                if not is_tagged(page, span.start):
                    yield self.finding(span, text=found[0])
