"""date-range-word-and-dash: from 1998–2004."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import is_quoted
from homs_wiki.lint.rules.dates._odd import is_in_table
from homs_wiki.lint.rules.dates._parts import replacement
from homs_wiki.lint.rules.dates._ranges import EN_DASH, dashed, range_of
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.lint.rules.dates._ranges import Range
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_LAST_LETTERS = frozenset("mnMN")
_LONGEST_WORD = len("zwischen ") + 1
_SEASON = lazily(r"(\d{4})[-–](\d{2})")
_SHORT = lazily(r"(\d{2})\d{2}[-–]\d{2}(?!\d)")
_REACH = 12


class _Words(NamedTuple):
    """Words of a language that want another within a range.

    Attributes:
        before: finds one at the end of what stands before a date.
        others: what each wants.
        behind: what shows, by the word, that the dash belongs to one end only: “from the 1998–99
            season to …”, “between 1998–2004 and 2010–2012”.
    """

    before: re.Pattern[str]
    others: Mapping[str, str]
    behind: Mapping[str, re.Pattern[str]]


_WORDS = {
    "en": _Words(
        lazily(r"\b(from|between)\s\Z", re.IGNORECASE),
        {"from": "to", "between": "and"},
        {
            "from": lazily(r"\s+(?:to|until|till|through|onwards?|season)\b|[–—-]"),
            "between": lazily(r"\s+(?:and|season)\b|[–—-]"),
        },
    ),
    "de": _Words(
        lazily(r"\b(vo[nm]|zwischen)\s\Z", re.IGNORECASE),
        {"von": "bis", "vom": "bis", "zwischen": "und"},
        {
            "von": lazily(r"\s+(?:bis|auf)\b|[–—-]"),
            "vom": lazily(r"\s+(?:bis|auf)\b|[–—-]"),
            "zwischen": lazily(r"\s+und\b|[–—-]"),
        },
    ),
}


class DateRangeWordAndDash(Rule):
    """A range of dates begins with a word, and goes on with a dash.

    ## What it does
    Finds ranges of dates with *from* or *between* (German *von*, *vom*, *zwischen*) before them and
    a dash within them, in sentences. Seasons (`from 2005–06`), ranges of which another end follows
    (`between 1998–2000 and 2004`), quotations, titles in italics, names of pages, tables and lists
    of sources are left alone.

    ## Why it matters
    *From* wants *to*, and *between* wants *and*: a dash stands for both words of a range, and is
    not read as one of them.

    ## Example
    ```wikitext
    The mill ran from 1998–2004, and was closed between 5–8 December 2004.
    ```

    ## Use instead
    ```wikitext
    The mill ran from 1998 to 2004, and was closed between 5 and 8 December 2004.
    ```

    ## Fix safety
    The fix writes the word for the dash. It is safe, but for headings, to which links may lead.
    """

    name = "date-range-word-and-dash"
    family = "dates"
    severity = Severity.NOTE
    triggers = ("from", "between", "von", "vom", "zwischen")
    message = "“{word} {date}” has a dash for “{other}”"
    languages = frozenset(("en", "de"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each range with a word and a dash."""
        text, words = page.prose.text, _WORDS[page.profile.language]
        for date in dashed(page):
            if date.prose <= 0 or text[date.prose - 2 : date.prose - 1] not in _LAST_LETTERS:
                continue  # nearly all
            word = _word_before(text, date, words)
            if word is None or _is_season(date.text):
                continue
            found = range_of(date)
            if (
                found is None
                or found.mark not in ("-", EN_DASH)
                or _goes_on(text, date, words.behind[word.lower()])
            ):
                continue
            if not (is_in_table(page, date) or is_quoted(page, date)):
                other = words.others[word.lower()]
                fix = _fix(page, found, other)
                yield self.finding(date.span, fix, date=date.text, word=word, other=other)


def _word_before(text: str, date: PageDate, words: _Words) -> str | None:
    """Give the word before a date in running text if it wants another within the date."""
    found = words.before.search(text[max(0, date.prose - _LONGEST_WORD) : date.prose])
    return found[1] if found else None


def _goes_on(text: str, date: PageDate, behind: re.Pattern[str]) -> bool:
    """Tell whether a date may be but the first end of what the word before it begins."""
    end = date.prose + len(date.text)
    return behind.match(text[end : end + _REACH]) is not None


def _is_season(text: str) -> bool:
    """Tell whether it is two years side by side, of which the second has two digits."""
    found = _SEASON.fullmatch(text)
    return found is not None and (int(found[1]) + 1) % 100 == int(found[2])


def _fix(page: Page, found: Range, word: str) -> Fix | None:
    """Write the word for the dash."""
    short = _SHORT.fullmatch(found.date.text)
    new = f" {word} {short[1] if short else ''}"  # from 1939–45: from 1939 to 1945
    return replacement(page, found.date, found.place, new, Phrase("Write “{text}”", text=word))
