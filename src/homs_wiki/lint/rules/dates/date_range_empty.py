"""date-range-empty: a range that begins and ends with the same date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.ranges import DASHES, is_certain, joint
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_DASH = lazily("[-–—−]")


class DateRangeEmpty(Rule):
    """A range of dates begins and ends with the same date.

    ## What it does
    Finds ranges of days, months or years whose two ends say the same, joined by a dash or by words
    that join nothing else, in the text, infoboxes and citations: “5–5 December”, “1990–1990”,
    “between 1990 and 1990”, „5 تا 5 دسمبر“. Quotations and titles in italics are left alone.

    ## Why it matters
    A range says that something went on from one date to another. Either an end of it is mistyped,
    or it was one date, which is written once.

    ## Example
    ```wikitext
    The battle (5–5 December 2024) was over soon.
    ```

    ## Use instead
    ```wikitext
    The battle (5 December 2024) was over soon.
    ```

    ## Fix safety
    The fix leaves one date where a dash joins the two. It is not safe: one of them may be mistyped.
    """

    name = "date-range-empty"
    family = "dates"
    severity = Severity.WARNING
    message = "the range “{date}” begins and ends with the same date"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each range of one date."""
        for date in (*glance(page).unrising, *glance(page).worded):
            between = _between_same(date)
            if not between:
                continue
            has_dash = between in DASHES
            if not (has_dash or is_certain(page, date, between)) or is_quoted(page, date):
                continue
            yield self.finding(date.span, _fix(page, date) if has_dash else None, date=date.text)


def _may_be_same(text: str) -> bool:
    """Tell whether the two ends of a range look alike, which few do: most need not be read."""
    found = _DASH.search(text)
    if found is None:
        return True
    first, second = text[: found.start()].split(), text[found.end() :].lstrip(" \u00a0")
    return bool(first) and second.startswith((first[0], first[-1]))


def _between_same(date: PageDate) -> str:
    """Give what joins the ends of a range if both say the same; else nothing."""
    if not _may_be_same(date.text):
        return ""
    value = date.date
    if value.start != value.end or value.approximate:
        return ""
    return joint(date)


def _fix(page: Page, date: PageDate) -> Fix | None:
    """Leave the second end, which is the fuller one where they differ."""
    start, end = date.span
    place = date.found.separator_span
    if page.text[start:end] != date.text or place is None or "/" in date.text:
        return None
    first, second = date.text[: place.start - date.found.start], place.end - date.found.start
    begin = start + _beginning(date.text, first, second)
    behind = start + second
    return Fix((Edit(begin, behind, ""),), safe=False, description="Write the date once")


def _beginning(text: str, first: str, second: int) -> int:
    """Give where the first of the two ends begins in the text of the range.

    The month may stand before both days: “May 5–5”.
    """
    number = ""
    for letter in text[second:]:
        if not letter.isdecimal():
            break
        number += letter
    place = len(first) - len(number)
    is_whole = number and first.endswith(number) and not first[:place][-1:].isdecimal()
    return place if is_whole else 0
