"""iso-date-in-rtl-text: a date whose parts are shown in the wrong order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.typography._direction import strong
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_DATE = lazily(r"(?<![\w./-])[12][0-9]{3}-[01][0-9]-[0-3][0-9](?![\w/-])")
_REACH = 300


class IsoDateInRtlText(Rule):
    """A date such as 2024-12-05 stands in text written from right to left.

    ## What it does
    Finds dates of the form year-month-day in the running text of wikis in Arabic script, behind a
    letter of that script. Templates, where they are data, are left alone, and quotations.

    ## Why it matters
    By the rules of Unicode the three numbers are shown in the reverse order there: readers see
    05-12-2024.

    ## Example
    ```wikitext
    لڑائی 2024-12-05 کو ہوئی۔
    ```

    ## Use instead
    ```wikitext
    لڑائی 5 دسمبر 2024ء کو ہوئی۔
    ```

    ## Fix safety
    There is no fix: a date in words needs its place in the sentence.
    """

    name = "iso-date-in-rtl-text"
    family = "typography"
    severity = Severity.WARNING
    message = "the parts of “{date}” are shown in the reverse order here"
    languages = frozenset(("ur", "fa", "ar"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such date."""
        for span, found in running(page, _DATE):
            if _last_strong(found.string, found.start()) == "AL":
                yield self.finding(span, date=found[0])


def _last_strong(text: str, offset: int) -> str:
    """Return the kind of the last letter with a direction before ``offset``, on its line."""
    for character in reversed(text[max(0, offset - _REACH) : offset]):
        if character == "\n":
            return ""
        kind = strong(character)
        if kind:
            return kind
    return ""
