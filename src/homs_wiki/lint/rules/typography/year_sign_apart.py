"""year-sign-apart: a space between a year and its sign ء."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._characters import has_any, places, replaced, targets
from homs_wiki.source import Span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_WANTED = frozenset("ء")
_APART = lazily(r"(?<![\d.,،/:-])[12۱۲١٢]\d{3}(?P<space>[ \u00a0]{1,3})ء(?![\w\u0654])")


class YearSignApart(Rule):
    """A space stands between a year and its sign ء.

    ## What it does
    Finds a year of four digits, a space and ء, in the text and in templates. Targets of links,
    comments, code and `<nowiki>` are left alone.

    ## Why it matters
    The sign is joined to the year. With the space citation templates reject the date, and the sign
    may begin a new line.

    ## Example
    ```wikitext
    شہر 1620 ء میں بسا۔
    ```

    ## Use instead
    ```wikitext
    شہر 1620ء میں بسا۔
    ```

    ## Fix safety
    The fix takes the space out. It is safe.
    """

    name = "year-sign-apart"
    family = "typography"
    severity = Severity.NOTE
    triggers = (
        " ء",
        "\u00a0ء",
    )
    message = "a space stands between the year “{year}” and its sign ء"
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such year."""
        if not has_any(page, _WANTED) or not (" ء" in page.text or "\u00a0ء" in page.text):
            return
        for found in places(page, _APART):
            if targets(page.document).hold(found.start()):
                continue
            fix = Fix(replaced(found.span("space"), ""), True, "Join the sign to the year")
            yield self.finding(Span(*found.span()), fix, year=found[0][:4])
