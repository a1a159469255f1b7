"""date-mixed-decade: the 1990s here, the '90s there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.dates._forms import minority_of
from homs_wiki.lint.rules.dates._parts import replacement
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.standing import own_dates
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_LONG, _SHORT, _SIGNED = "long", "short", "signed"
_SHOWN = {
    _LONG: Phrase("the whole year"),
    _SHORT: Phrase("two digits"),
    _SIGNED: Phrase("the whole year with its sign"),
}
_NUMBER = lazily(r"['‘’]?(\d{4}|\d{2})(?!\d)(ء?)")
_DECADE = lazily(r"['‘’]?(?:\d\d)?\d0(?!\d)|\D+(?:\d\d)?\d0(?!\d)")
_SIGN = "ء"


class DateMixedDecade(Rule):
    """Some decades are written with the whole year, some without the century or with a sign.

    ## What it does
    Compares how decades are written in the text, headings and infobox of an article: with the
    whole year (`1990s`, `1990 کی دہائی`), with two digits (`'90s`, `années 90`), in Urdu also
    with the sign of the year (`1990ء کی دہائی`). What at least three decades and three of four
    have is the form of the article; the others are found. Quotations, titles in italics, names
    of pages, text marked as another language and lists of sources are left alone.

    ## Why it matters
    Both forms in one article look like two hands; two digits do not tell the century.

    ## Example
    ```wikitext
    The mill grew in the 1970s and 1980s, closed in the '90s and burned in the 2000s.
    ```

    ## Use instead
    ```wikitext
    The mill grew in the 1970s and 1980s, closed in the 1990s and burned in the 2000s.
    ```

    ## Fix safety
    The fix for the sign of the year is safe, but for headings, to which links may lead; that which
    writes the century is not, because somebody must see which century is meant. There is no fix
    that takes the century away.
    """

    name = "date-mixed-decade"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    message = "the decade “{date}” has {way}; {count} of {total} decades have {norm}"
    languages = frozenset(("ur", "en", "fa", "de", "fr", "ru"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each decade written in the rarer way."""
        ways = {
            date: way
            for date in own_dates(page)
            if _DECADE.match(date.text) and (way := _way(date)) is not None
        }
        for found in minority_of(page, ways, ways.get):
            date, way = found.date, ways[found.date]
            fix = _fix(page, date, way, found.norm)
            yield self.finding(date.span, fix, way=_SHOWN[way], **found.said(_SHOWN))


def _way(date: PageDate) -> str | None:
    """Tell how a decade is written; None of other dates."""
    if not isinstance(date.found, FoundDate) or date.date.precision != "decade":
        return None
    found = _NUMBER.search(date.text)
    if found is None or len(date.found.forms) > 1:
        return None
    if len(found[1]) == len("90"):
        return _SHORT
    return _SIGNED if found[2] else _LONG


def _fix(page: Page, date: PageDate, way: str, norm: str) -> Fix | None:
    """Write a decade as ``norm`` says; None where that takes something away."""
    found = _NUMBER.search(date.text)
    year = date.date.start.year
    if found is None or norm == _SHORT or year is None or (way == _SHORT and year < 0):
        return None
    if way != _SHORT:
        new = found[1] + (_SIGN if norm == _SIGNED else "")
    else:
        digits = load_date_facts(page.profile.language).digit_sets
        if not found[1].isascii() and digits:
            return None
        new = str(year) + (_SIGN if norm == _SIGNED else "")
    description = Phrase("Write “{text}”", text=new)
    return replacement(page, date, found.span(), new, description, safe=way != _SHORT)
