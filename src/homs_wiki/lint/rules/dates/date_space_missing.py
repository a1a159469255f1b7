"""date-space-missing: `6ستمبر1965ء`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_GLUED = lazily(r"\d[^\W\d_]{2}|[^\W\d_]{2}\d")
_WORD = lazily(r"[^\W\d_]+")
_ROLES = frozenset(("prose", "infobox"))


class DateSpaceMissing(Rule):
    """Day, month and year are written without a space between them.

    ## What it does
    Finds dates in the text and in infoboxes in which the name of the month touches the number of
    the day or of the year. Quotations and citations are left alone.

    ## Why it matters
    The parts of a date are words of their own. Written in one, a line cannot break between them,
    and a search for the month or the year may miss them.

    ## Example
    ```wikitext
    جنگ 6ستمبر1965ء کو شروع ہوئی۔
    ```

    ## Use instead
    ```wikitext
    جنگ 6 ستمبر 1965ء کو شروع ہوئی۔
    ```

    ## Fix safety
    The fix puts in the spaces. It is safe.
    """

    name = "date-space-missing"
    family = "dates"
    severity = Severity.NOTE
    message = "no space between the parts of “{date}”"
    # Those in whose data such dates are read.
    languages = frozenset(("ur", "fa"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date in one piece."""
        months = load_date_facts(page.profile.language).months
        for date in page.dates:
            if date.role not in _ROLES or not _GLUED.search(date.text):
                continue
            edits = [Edit(date.start + at, date.start + at, " ") for at in _gaps(date.text, months)]
            # With markup in it, a date as shown is not the one as written.
            if edits and page.text.startswith(date.text, date.start) and not is_quoted(page, date):
                fix = Fix(tuple(edits), True, Phrase("Put in the spaces"))
                yield self.finding(date.span, fix, date=date.text)


def _gaps(text: str, months: Collection[str]) -> Iterator[int]:
    """Yield the places where a space is missing beside the name of a month."""
    for word in _WORD.finditer(text):
        if word[0] in months:
            start, end = word.span()
            if text[start - 1 : start].isdecimal():
                yield start
            if text[end : end + 1].isdecimal():
                yield end
