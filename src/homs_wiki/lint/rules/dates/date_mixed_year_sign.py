"""date-mixed-year-sign: 2024م here, 2024 there."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.dates._forms import minority_of
from homs_wiki.lint.rules.dates._parts import replacement
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.standing import is_in_table, own_dates
from homs_wiki.profile.date_forms import load_date_forms
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_WITH, _WITHOUT = "with", "without"
_SHOWN = {_WITH: Phrase("have it"), _WITHOUT: Phrase("do not")}
_HOW = {_WITH: Phrase("with"), _WITHOUT: Phrase("without")}
_ORDERS = frozenset(("y", "my", "dmy"))
_BESIDE = 8
"""How near a date in another calendar stands that makes the sign needed."""


class DateMixedYearSign(Rule):
    """The sign م stands behind some Gregorian years, and not behind others.

    ## What it does
    Looks at the Gregorian years in the text, headings and infobox of an Arabic or Persian article,
    those of dates with a month included. If at least three and three of four are written without
    the sign م, those with it are found, and the other way round. Years beside a date in another
    calendar (`138هـ / 755م`), which need it, the words for it, ranges, decades, tables,
    quotations, text marked as another language and lists of sources are left alone.

    ## Why it matters
    A sign that stands behind one year of many seems to mean something.

    ## Example
    ```wikitext
    بني الجسر في عام 1990، ورمم في عام 1995، وأغلق في عام 2001، وهدم في عام 2024م.
    ```

    ## Use instead
    ```wikitext
    بني الجسر في عام 1990، ورمم في عام 1995، وأغلق في عام 2001، وهدم في عام 2024.
    ```

    ## Fix safety
    The fix takes the sign away or puts it there. It is safe, but for headings, to which links may
    lead: what comes out is read again and says the same.
    """

    name = "date-mixed-year-sign"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "“{date}” is a year {how} “{sign}”; {count} of {total} years {norm}"
    languages = frozenset(("ar", "fa"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each year written in the rarer way."""
        forms = load_date_forms(page.profile.language)
        if forms is None or not forms.year_sign:
            return
        sign = forms.year_sign
        dates = list(own_dates(page))
        beside = _beside_others(dates)
        ways = {
            date: way
            for date in dates
            if date not in beside
            and (way := _way(date, sign)) is not None
            and not is_in_table(page, date)
        }
        for found in minority_of(page, ways, ways.get):
            date, how = found.date, _HOW[ways[found.date]]
            fix = _fix(page, date, found.norm, sign)
            yield self.finding(date.span, fix, how=how, sign=sign, **found.said(_SHOWN))


def _beside_others(dates: Sequence[PageDate]) -> set[PageDate]:
    """Give the dates beside one in another calendar."""
    found: set[PageDate] = set()
    for one, other in pairwise(dates):
        if other.start - one.span.end <= _BESIDE and one.date.calendar != other.date.calendar:
            found.update((one, other))
    return found


@cache
def _year(sign: str) -> re.Pattern[str]:
    """Give what fits a date that ends in a year, with or without a sign."""
    return compiled(rf"(?s:.*)(?<!\d)\d{{4}}(?P<sign>[ \u00a0]?{re.escape(sign)})?")


def _way(date: PageDate, sign: str) -> str | None:
    """Tell whether a Gregorian year has the sign; None of other dates."""
    found = _year(sign).fullmatch(date.text)
    if found is None or not isinstance(date.found, FoundDate):
        return None
    value = date.date
    if value.calendar != "gregorian" or value.is_range or date.form.order not in _ORDERS:
        return None
    return _WITH if found["sign"] else _WITHOUT


def _fix(page: Page, date: PageDate, norm: str, sign: str) -> Fix | None:
    """Take the sign away, or put it behind the year."""
    found = _year(sign).fullmatch(date.text)
    if found is None:
        return None
    end = len(date.text)
    if norm == _WITHOUT:
        return replacement(page, date, found.span("sign"), "", "Take the sign away")
    # With its last digit: nothing stands in no place.
    new = date.text[-1] + sign
    description = Phrase("Put “{text}” behind the year", text=sign)
    return replacement(page, date, (end - 1, end), new, description)
