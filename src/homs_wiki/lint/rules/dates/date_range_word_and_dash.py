"""date-range-word-and-dash: from 1998–2004."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._parts import replacement
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.ranges import EN_DASH, range_of
from homs_wiki.page.dates.standing import is_in_table, is_quoted
from homs_wiki.profile.date_words import load_date_words
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.page.dates.ranges import Range

_SEASON = lazily(r"(\d{4})[-–](\d{2})")
_SHORT = lazily(r"(\d{2})\d{2}[-–]\d{2}(?!\d)")
_REACH = 12


class _Words(NamedTuple):
    """Words of a language that want another within a range.

    Attributes:
        before: finds one at the end of what stands before a date.
        last: the letters with which they end.
        longest: how many code points the longest has.
        others: what each wants, and what shows behind the date that it is of one end only.
    """

    before: re.Pattern[str]
    last: frozenset[str]
    longest: int
    others: Mapping[str, tuple[str, re.Pattern[str]]]


@cache
def _words(language: str) -> _Words:
    """Compile the words of a language."""
    openers = load_date_words(language).range_openers
    return _Words(
        compiled(rf"\b({'|'.join(openers)})\s\Z", re.IGNORECASE),
        frozenset(letter for word in openers for letter in (word[-1], word[-1].upper())),
        max(map(len, openers)),
        {word: (other, compiled(behind)) for word, (other, behind) in openers.items()},
    )


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
        text, words = page.prose.text, _words(page.profile.language)
        for date in glance(page).dashed:
            if date.prose <= 0 or text[date.prose - 2 : date.prose - 1] not in words.last:
                continue  # nearly all
            word = _word_before(text, date, words)
            if word is None or _is_season(date.text):
                continue
            found = range_of(date)
            if found is None or found.mark not in ("-", EN_DASH):
                continue
            other, behind = words.others[word.lower()]
            if not (
                _goes_on(text, date, behind) or is_in_table(page, date) or is_quoted(page, date)
            ):
                fix = _fix(page, found, other)
                yield self.finding(date.span, fix, date=date.text, word=word, other=other)


def _word_before(text: str, date: PageDate, words: _Words) -> str | None:
    """Give the word before a date in running text if it wants another within the date."""
    found = words.before.search(text[max(0, date.prose - words.longest - 2) : date.prose])
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
