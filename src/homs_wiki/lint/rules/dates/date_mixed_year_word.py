"""date-mixed-year-word: the word for year before some years, and not before others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.dates._forms import minorities
from homs_wiki.lint.rules.dates._parts import replacement
from homs_wiki.page.dates import FoundDate
from homs_wiki.profile.date_forms import load_date_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.profile.date_forms import DateForms

_ORDERS = frozenset(("y", "my", "ym", "dmy", "mdy", "ymd"))
_WITH, _WITHOUT = "with", "without"
_BEFORE = 12
_SHOWN = {_WITH: Phrase("have it"), _WITHOUT: Phrase("do not")}


class DateMixedYearWord(Rule):
    """The word سنہ stands before some years, and not before others.

    ## What it does
    Looks at the years in the text, headings and infobox of an article, those of dates with a month
    included (`2024ء`, `سنہ 2024ء`, `5 دسمبر 2024ء`). If at least three and three of four are
    written without the word, those with it are found; the other way round, years without it that
    stand alone. Years behind a word that needs it (اسی سنہ), behind سال, ranges, quotations,
    titles in italics and lists of sources are left alone.

    ## Why it matters
    Both are right, but a word that stands before one year of many seems to mean something.

    ## Example
    ```wikitext
    وہ 1990ء میں آیا، 1992ء میں گیا، سنہ 1995ء میں لوٹا اور 2001ء میں فوت ہوا۔
    ```

    ## Use instead
    ```wikitext
    وہ 1990ء میں آیا، 1992ء میں گیا، 1995ء میں لوٹا اور 2001ء میں فوت ہوا۔
    ```

    ## Fix safety
    The fix takes the word away. It is safe, but for headings, to which links may lead. Where most
    years have the word there is no fix: not every sentence takes it.
    """

    name = "date-mixed-year-word"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = ("سن",)
    message = "“{date}” is a year {how} “{word}”; {count} of {total} years {norm}"
    languages = frozenset(("ur",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each year written in the rarer way."""
        forms = load_date_forms(page.profile.language)
        if forms is None or not any(word in page.text for word in forms.year_words):
            return

        def way_of(date: PageDate) -> str | None:
            return _way(page, date, forms)

        for date, norm, count, total in minorities(page, way_of, None, ("text",)):
            if norm == _WITH and not _is_year(date):
                continue  # behind a month the word is not needed
            yield self.finding(
                date.span,
                _fix(page, date) if norm == _WITHOUT else None,
                date=date.text,
                how=Phrase("with") if norm == _WITHOUT else Phrase("without"),
                word=forms.year_words[0],
                count=count,
                total=total,
                norm=_SHOWN[norm],
            )


def _is_year(date: PageDate) -> bool:
    return isinstance(date.found, FoundDate) and date.found.is_year


def _way(page: Page, date: PageDate, forms: DateForms) -> str | None:
    """Tell whether a single Gregorian year has the word; None of other dates."""
    form, value = date.form, date.date
    if form.order not in _ORDERS or not isinstance(date.found, FoundDate):
        return None
    if value.is_range or value.calendar != "gregorian" or (value.start.year or 0) < 0:
        return None
    if not form.year_word:
        return _WITHOUT if form.year_suffix or not _is_year(date) else None
    if form.year_word not in forms.year_words:
        return None
    text, start = (page.prose.text, date.prose) if date.prose >= 0 else (page.text, date.start)
    before = text[max(0, start - _BEFORE) : start].split()[-1:]
    return None if before and before[0] in forms.year_words_after else _WITH


def _fix(page: Page, date: PageDate) -> Fix | None:
    """Take the word away, and the space behind it."""
    word = date.text.find(date.form.year_word)
    behind = word + len(date.form.year_word)
    behind += len(date.text) - behind - len(date.text[behind:].lstrip())
    return replacement(page, date, (word, behind), "", "Take the word away")
