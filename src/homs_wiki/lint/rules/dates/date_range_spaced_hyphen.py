"""date-range-spaced-hyphen: a range of dates with a hyphen between spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import is_quoted
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_SPACED_HYPHEN = lazily(r"[ \u00a0]+-[ \u00a0]*|-[ \u00a0]+")
_MAYBE = lazily(r"-(?:(?=[ \u00a0])|(?<=[ \u00a0]-))")
_BLANK = lazily(r"[ \u00a0]")


class DateRangeSpacedHyphen(Rule):
    """A hyphen between spaces stands between the two ends of a range of dates.

    ## What it does
    Finds ranges of days, months or years whose ends are joined by a hyphen with a space on one
    side or both, in the text, infoboxes and citations. Quotations, titles in italics and text
    marked as another language are left alone.

    ## Why it matters
    A range takes an en dash; a hyphen between spaces looks like a break in the sentence or a
    minus sign, and citation templates reject it.

    ## Example
    ```wikitext
    The city fell in the night of 7 - 8 December.
    ```

    ## Use instead
    ```wikitext
    The city fell in the night of 7–8 December.
    ```

    ## Fix safety
    The fix puts an en dash, with spaces around it only where an end of the range has a space in
    itself (`5 December – 3 January`). It is safe.
    """

    name = "date-range-spaced-hyphen"
    family = "dates"
    severity = Severity.WARNING
    # Elsewhere ranges have hyphens, other dashes, or, in Japanese, just this.
    languages = frozenset(("ur", "en", "ar", "fa", "de"))
    aliases = {"cs1": "maint_date_format"}  # noqa: RUF012 - as in all rules
    message = "the range “{date}” has a spaced hyphen instead of an en dash"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each range with such a hyphen."""
        for date in page.dates:
            if not _MAYBE.search(date.text):
                continue
            place = date.found.separator_span
            if place is None or is_quoted(page, date):
                continue
            separator = date.text[place.start - date.found.start : place.end - date.found.start]
            if _SPACED_HYPHEN.fullmatch(separator):
                yield self.finding(date.span, _fix(page, date, separator), date=date.text)


def _fix(page: Page, date: PageDate, separator: str) -> Fix | None:
    """Put an en dash in the place of the hyphen."""
    start, end = date.span
    if page.text[start:end] != date.text:
        return None
    place = date.found.separator_span
    if place is None:
        return None
    begin = start + place.start - date.found.start
    behind = begin + len(separator)
    closed = _is_closed(page.text[start:begin], page.text[behind:end], date)
    edit = Edit(begin, behind, "–" if closed else " – ")
    return Fix((edit,), safe=True, description="Put an en dash")


def _is_closed(first: str, second: str, date: PageDate) -> bool:
    """Tell whether a range is written without spaces: between two numbers or two words."""
    if len(date.found.forms) == 1:
        return True  # two days or two months of one date
    return not _BLANK.search(first) and not _BLANK.search(second)
