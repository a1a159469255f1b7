"""date-range-duration-wrong: a range of dates that is not as long as is said beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._lengths import bounds_of
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.profile.date_words import load_date_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates.beside import Duration

_PLACES: Final = frozenset(("prose", "infobox"))
_CLOSING: Final = frozenset((")", "）"))
_LONGEST_WORD: Final = 16


class DateRangeDurationWrong(Rule):
    """A range of dates is not as long as is said beside it.

    ## What it does
    Compares ranges of days, months and years with how long they are said to be: in brackets
    directly behind (“5–8 December 2024 (3 days)”, „(تین دن)“), or in words that belong to the range
    (“for two years from 1990 to 1995”, „1990ء سے 1995ء تک دو سال“), in the text and in infoboxes.

    The first and the last day may both be counted, or one of them: 5–8 December are three days, or
    four. Months and years may be whole ones or begun ones: 1990–1995 are four, five or six years.
    Approximate dates and durations (“about 3 days”), durations that a template works out, and
    quotations are left alone.

    ## Why it matters
    One of the three numbers is wrong.

    ## Example
    ```wikitext
    The battle lasted from 5 to 8 December 2024 (10 days).
    ```

    ## Use instead
    ```wikitext
    The battle lasted from 5 to 8 December 2024 (3 days).
    ```

    ## Fix safety
    There is no fix: only the source knows which of the numbers is wrong.
    """

    name = "date-range-duration-wrong"
    family = "dates"
    severity = Severity.WARNING
    message = "“{date}” is {length}, not “{duration}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each duration that does not fit its range."""
        for found in _durations(page):
            bounds = bounds_of(found.date.date, found.unit)
            if bounds is None or found.amount in bounds:
                continue
            if not is_quoted(page, found.date):
                length = bounds.said(found.unit)
                yield self.finding(
                    found.span, date=found.date.text, length=length, duration=found.text
                )


def _durations(page: Page) -> Iterator[Duration]:
    """Yield how long ranges are said to be, as far as it is said without doubt."""
    from homs_wiki.page.dates.beside import read_duration_in_words, read_durations

    for found in read_durations(page):
        if _behind(page, found)[:1] in _CLOSING and _begins_with_number(page, found.text):
            yield found
    words = load_date_words(page.profile.language)
    for date in (*glance(page).dashed, *glance(page).worded):
        if date.role not in _PLACES:
            continue
        told = read_duration_in_words(page, date)
        if told is not None and _behind(page, told).strip("،,.۔ ") not in words.durations_when:
            yield told


def _behind(page: Page, found: Duration) -> str:
    """Give the first word behind a duration, with the marks at it."""
    end = found.span.end
    return next(iter(page.text[end : end + _LONGEST_WORD].split(None, 1)), "")


def _begins_with_number(page: Page, text: str) -> bool:
    """Tell whether nothing stands before the number, which might make it another one."""
    return text[:1].isdecimal() or text.split()[0] in load_date_words(page.profile.language).numbers
