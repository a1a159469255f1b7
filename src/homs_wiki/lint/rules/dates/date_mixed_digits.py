"""date-mixed-digits: dates in digits of two kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import house_norm, minorities
from homs_wiki.lint.rules.dates._parts import may_be_safe, part_span
from homs_wiki.page.dates import FoundDate
from homs_wiki.profile.dates import DIGIT_SETS
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_SHOWN = {
    "latin": "0–9",
    "persian": "۰–۹",
    "arabic": "٠–٩",
    "devanagari": "०–९",
    "fullwidth": "０–９",
}
_NUMBER = lazily(r"\d+")


class DateMixedDigits(Rule):
    """Some dates are written in digits of one kind, some in digits of another.

    ## What it does
    Compares the digits of dates within the text, headings and infobox, and apart from them
    within the dates of citations, their access dates and their archive dates. The digits that
    count are those of the wiki's habit in running text, elsewhere those that at least three dates
    and three of four have. A date that has digits of two kinds in itself is found as well. Dates
    as `2024-12-05`, quotations and text marked as another language are left alone.

    ## Why it matters
    Digits of two kinds in one text make it harder to read, and to search: ۲۰۲۴ does not find
    2024. Citation templates may not understand a date in digits they do not expect.

    ## Example
    ```wikitext
    جنگ 5 دسمبر 2024ء کو شروع ہوئی اور ۸ دسمبر ۲۰۲۴ء کو ختم ہوئی۔
    ```

    ## Use instead
    ```wikitext
    جنگ 5 دسمبر 2024ء کو شروع ہوئی اور 8 دسمبر 2024ء کو ختم ہوئی۔
    ```

    ## Fix safety
    The fix writes the same number in the digits of the others. It is safe, but for headings, to
    which links may lead. Targets of links keep their digits.
    """

    name = "date-mixed-digits"
    family = "dates"
    severity = Severity.WARNING
    triggers = (*"۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩०१२३४५६७८९０１２３４５６７８９", "&#")
    message = "“{date}” is not written in the digits {norm}; {count} of {total} dates are"
    languages = frozenset(("ur", "ar", "fa", "hi", "zh", "ja"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date in other digits."""
        for found in minorities(page, _digits, house_norm(page, "digits")):
            date = found.date
            yield self.finding(
                date.span,
                _fix(page, date, found.norm),
                date=date.text,
                norm=_SHOWN[found.norm],
                count=found.same,
                total=found.total,
            )


def _digits(date: PageDate) -> str | None:
    """Give the digits of a date; None where it has none, or where its form asks for some."""
    form = date.form
    if form.order == "iso" or not isinstance(date.found, FoundDate):
        return None
    return None if form.digits in ("none", "other") else form.digits


def _fix(page: Page, date: PageDate, norm: str) -> Fix | None:
    """Write the digits of a date in the digits of the norm."""
    digits = DIGIT_SETS.get(norm)
    if digits is None:
        return None
    edits = []
    for number in _NUMBER.finditer(date.text):
        new = "".join(digits[int(digit)] for digit in number[0])
        if new == number[0]:
            continue
        span = part_span(page, date, *number.span())
        if span is None:
            return None  # one half of a date is not written anew
        edits.append(Edit(*span, new))
    description = Phrase("Write it in the digits {text}", text=_SHOWN[norm])
    return Fix(tuple(edits), may_be_safe(date), description)
