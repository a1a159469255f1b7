"""date-range-dash: a hyphen, an em dash or a minus sign between the ends of a range of dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._parts import replacement
from homs_wiki.page.dates.ranges import EN_DASH, HYPHEN, own_ranges
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.dates.ranges import Range

_MARKS = {
    HYPHEN: Phrase("a hyphen"),
    "—": Phrase("an em dash"),
    "−": Phrase("a minus sign"),
}
# Two numbers that rise are found as numbers, whether they are dates or not.
_NUMBERS = lazily(r"(?<!\d)([1-9]\d{0,3})-([1-9]\d{0,3})(?!\d)")
_MAY_BE_MONTH = lazily(r"\d{4}-(?:0[1-9]|1[0-2])")


class DateRangeDash(Rule):
    """The ends of a range of dates are joined by another mark than an en dash.

    ## What it does
    Finds ranges of dates in the text, headings and infoboxes that have a hyphen, an em dash or
    a minus sign between their ends. Hyphens between spaces have a rule of their own
    (`date-range-spaced-hyphen`), and so have, on English pages, two numbers in running text of
    which the second is greater (`number-range-hyphen`). Other marks between spaces, which may
    part a sentence, quotations, titles in italics, text marked as another language and lists of
    sources are left alone.

    ## Why it matters
    A range takes an en dash. A hyphen makes one word of two, an em dash parts a sentence.

    ## Example
    ```wikitext
    It was rebuilt in 1998-99 and painted from June—August 2001.
    ```

    ## Use instead
    ```wikitext
    It was rebuilt in 1998–99 and painted from June–August 2001.
    ```

    ## Fix safety
    The fix writes an en dash, with spaces around it only where an end of the range has a space in
    itself. It is safe, but for headings, to which links may lead, and for what may be a month in
    numbers (`2011-12`).
    """

    name = "date-range-dash"
    family = "dates"
    severity = Severity.NOTE
    message = "the range “{date}” has {mark} instead of an en dash"
    # Elsewhere ranges have hyphens or other dashes.
    languages = frozenset(("en", "de"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each range with another mark."""
        for found in own_ranges(page, _has_en_dash):
            date = found.date
            mark = _MARKS.get(found.mark)
            if mark is None or _is_known(page, found) or is_quoted(page, date):
                continue
            yield self.finding(date.span, _fix(page, found), date=date.text, mark=mark)


def _has_en_dash(text: str) -> bool:
    """Tell whether a date has an en dash and no hyphen, as nearly all ranges."""
    return EN_DASH in text and "-" not in text


def _is_known(page: Page, found: Range) -> bool:
    """Tell whether another rule finds the range, or may find that it is none."""
    if found.is_spaced:
        return True  # or, with another mark, the dash of a sentence
    if found.mark != HYPHEN:
        return False
    if page.profile.language != "en" or found.date.prose < 0:
        return False
    numbers = _NUMBERS.search(found.date.text)
    return numbers is not None and int(numbers[1]) < int(numbers[2])


def _fix(page: Page, found: Range) -> Fix | None:
    dash = EN_DASH if found.is_closed else f" {EN_DASH} "
    is_sure = not _MAY_BE_MONTH.fullmatch(found.date.text)
    return replacement(page, found.date, found.place, dash, "Write an en dash", safe=is_sure)
