"""date-mixed-closing-year: 1939–1945 here, 1939–45 there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.dates._forms import minority_of
from homs_wiki.lint.rules.dates._parts import replacement
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.standing import OWN_ROLES, is_in_table
from homs_wiki.profile.dates import DIGIT_SETS
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_LONG, _SHORT = "long", "short"
_SHOWN = {_LONG: Phrase("four digits"), _SHORT: Phrase("two digits")}
_YEARS = lazily(r"(\d{4})\D?[ \u00a0]?[-–—−][ \u00a0]?(\d{4}|\d{2})(?!\d)\D*")
_CENTURY = 100
_SEASON = 1
"""Years of a season or a budget lie side by side and have two digits everywhere: 2023–24."""


class DateMixedClosingYear(Rule):
    """The last year of some ranges has two digits, that of others four.

    ## What it does
    Looks at ranges of years within a century in the text, headings and infobox of an article
    (`1939–45`, `1939–1945`). If at least three ranges and three of four have a last year of four
    digits, those of two digits are found, and the other way round. Two years side by side
    (`2023–24`), tables, quotations, titles in italics, names of pages, text marked as another
    language and lists of sources are left alone.

    ## Why it matters
    Style guides prefer four digits, and ask for one form in an article.

    ## Example
    ```wikitext
    The mill ran from 1871–1890, from 1901–1914, from 1918–1939 and from 1945–62.
    ```

    ## Use instead
    ```wikitext
    The mill ran from 1871–1890, from 1901–1914, from 1918–1939 and from 1945–1962.
    ```

    ## Fix safety
    The fix writes the last year as the others have it. It is safe, but for headings, to which links
    may lead: what comes out is read again and says the same.
    """

    name = "date-mixed-closing-year"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the last year of “{date}” has {way}; {count} of {total} such ranges have {norm}"
    languages = frozenset(("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each range written in the rarer way."""
        ways = {
            date: way
            for date in glance(page).dashed
            if date.role in OWN_ROLES
            and (way := _way(date)) is not None
            and not is_in_table(page, date)
        }
        for found in minority_of(page, ways, ways.get):
            date = found.date
            fix = _fix(page, date, found.norm)
            yield self.finding(date.span, fix, way=_SHOWN[ways[date]], **found.said(_SHOWN))


def _way(date: PageDate) -> str | None:
    """Tell how the last year of a range is written; None of other dates."""
    found = _YEARS.fullmatch(date.text)
    if found is None:
        return None
    start, end = date.date.start.year, date.date.end
    if start is None or start < 0 or end is None or end.year is None:
        return None
    if not end.year - start > _SEASON or start // _CENTURY != end.year // _CENTURY:
        return None
    return _SHORT if len(found[2]) < len(found[1]) else _LONG


def _fix(page: Page, date: PageDate, norm: str) -> Fix | None:
    """Write the last year with as many digits as the others have."""
    found = _YEARS.fullmatch(date.text)
    if found is None:
        return None
    first, last = found.groups()
    new = last[-2:] if norm == _SHORT else first[:2] + last
    if not any(set(new) <= set(digits) for digits in DIGIT_SETS.values()):
        return None
    return replacement(page, date, found.span(2), new, Phrase("Write “{text}”", text=new))
