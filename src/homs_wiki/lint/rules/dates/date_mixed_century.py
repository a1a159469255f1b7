"""date-mixed-century: the 19th century here, the nineteenth century there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.dates._forms import minority_of
from homs_wiki.lint.rules.dates._numbers import ordinal, roman
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

_NUMBER, _JOINED, _ROMAN, _WORD = "#", "#+", "I", "one"
_SHOWN = {
    _NUMBER: Phrase("a number"),
    _JOINED: Phrase("a number with its ending joined to it"),
    _ROMAN: Phrase("a Roman number"),
    _WORD: Phrase("a word"),
}
_APART = Phrase("a number with its ending apart")
_LONGER_NUMBER = lazily(r"\d{3}")
_TOKENS = {
    _NUMBER: lazily(r"\d{1,2}(?:st|nd|rd|th|[ \u00a0]?ویں)?"),
    _ROMAN: lazily(r"\b[IVX]+\b"),
}
_TOKENS[_JOINED] = _TOKENS[_NUMBER]
_WITH_ENDING = "ur"


class DateMixedCentury(Rule):
    """Some centuries are numbered with digits, some with words or Roman numbers.

    ## What it does
    Compares how centuries are numbered in the text, headings and infobox of an article: with
    digits (`19th century`), Roman numbers (`siglo XIX`) or words (`nineteenth century`), in Urdu
    also whether ویں is joined to the number (`19ویں صدی`, `19 ویں صدی`). What at least three
    centuries and three of four have is the form of the article; the others are found. A word at
    the beginning of a sentence, quotations, titles in italics, names of pages, text marked as
    another language and lists of sources are left alone.

    ## Why it matters
    Style guides leave the choice, and ask for one form in an article.

    ## Example
    ```wikitext
    The mill of the 17th century was rebuilt in the 18th century, grew in the 19th century and
    closed in the twentieth century.
    ```

    ## Use instead
    ```wikitext
    The mill of the 17th century was rebuilt in the 18th century, grew in the 19th century and
    closed in the 20th century.
    ```

    ## Fix safety
    The fix writes the number as the others are. It is safe, but for headings, to which links may
    lead: what comes out is read again and says the same. Words are written for numbers, and numbers
    for words, in English and Urdu only.
    """

    name = "date-mixed-century"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = (
        *("centur", "صدی", "قرن", "سده", "सदी", "शताब्दी", "siècle", "siglo"),
        *("век", " вв", " в.", "yüzyıl", "asır"),
    )
    message = "“{date}” has {way}; {count} of {total} centuries have {norm}"
    languages = frozenset(("ur", "en", "ar", "fa", "hi", "fr", "es", "ru", "tr"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each century numbered in the rarer way."""
        language = page.profile.language
        ways = {
            date: way
            for date in own_dates(page)
            if not _LONGER_NUMBER.search(date.text) and (way := _way(date, language)) is not None
        }
        shown = {**_SHOWN, _NUMBER: _APART} if language == _WITH_ENDING else _SHOWN
        for found in minority_of(page, ways, ways.get):
            date, way = found.date, ways[found.date]
            fix = _fix(page, date, way, found.norm)
            yield self.finding(date.span, fix, way=shown[way], **found.said(shown))


def _way(date: PageDate, language: str) -> str | None:
    """Tell how a century is numbered; None of other dates."""
    if not isinstance(date.found, FoundDate) or date.date.precision != "century":
        return None
    period = date.form.period
    for sign in (_WORD, _ROMAN, _NUMBER):
        if sign in period:
            if sign == _WORD and date.text[0].isupper():
                return None  # at the beginning of a sentence a number does not stand
            if language == _WITH_ENDING and sign == _NUMBER and period.startswith("#ویں"):
                return _JOINED
            return sign
    return None


def _fix(page: Page, date: PageDate, way: str, norm: str) -> Fix | None:
    """Number a century as ``norm`` says; None where it cannot be."""
    if len(date.found.forms) > 1:
        return None
    start, end = date.date.start.year or 0, date.date.end
    if end is None or end.year is None:
        return None
    number = end.year // 100 if start > 0 else -start // 100
    place = _place(page, date, way)
    new = _number(page.profile.language, number, norm)
    if place is None or new is None or not _is_known(page.profile.language, way, norm):
        return None
    return replacement(page, date, place, new, Phrase("Write “{text}”", text=new))


def _is_known(language: str, way: str, norm: str) -> bool:
    """Tell whether a number written in one way can simply be put in the place of the other."""
    return _WORD not in (way, norm) or language in ("en", "ur")


def _place(page: Page, date: PageDate, way: str) -> tuple[int, int] | None:
    """Give where the number of a century stands in its text."""
    if way != _WORD:
        found = _TOKENS[way].search(date.text)
        return found.span() if found else None
    words = load_date_facts(page.profile.language).century_words
    word = max((word for word in words if date.text.startswith(word)), key=len, default=None)
    return (0, len(word)) if word else None


def _number(language: str, number: int, norm: str) -> str | None:
    """Give the number of a century as ``norm`` says."""
    if norm == _ROMAN:
        return roman(number)
    if norm == _WORD:
        words = load_date_facts(language).century_words
        return next((word for word, value in words.items() if value == number), None)
    if language == _WITH_ENDING:
        return f"{number}ویں" if norm == _JOINED else f"{number} ویں"
    if language == "en":
        return ordinal(number)
    return str(number)
