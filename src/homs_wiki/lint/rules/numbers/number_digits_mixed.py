"""number-digits-mixed: numbers in digits of two kinds."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Fix, Phrase
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules._majority import habit
from homs_wiki.lint.rules.dates._forms import house_norm
from homs_wiki.lint.rules.typography._characters import has_any, replaced
from homs_wiki.lint.rules.typography._running import running
from homs_wiki.page.dates import find_dates
from homs_wiki.profile.dates import DIGIT_SETS, load_date_facts
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.source import Span

_SHOWN = {"latin": "0–9", "persian": "۰–۹", "arabic": "٠–٩", "devanagari": "०–९"}
_OTHERS = "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩०१२३४५६७८९"
_LATIN = {ord(digit): DIGIT_SETS["latin"][int(digit)] for digit in _OTHERS}
_NUMBER = lazily(r"(?<![\w.,:/-])\d+(?:[.,،٫٬]\d+)*(?![\w:/-])(?![.,]\d)")
_LATIN_BEFORE = lazily(r"[A-Za-z][^\w\n]{1,2}\Z")
_LATIN_BEHIND = lazily(r"[^\w\n]{1,2}[A-Za-z]")
_REACH = 3


class _Number(NamedTuple):
    """A number that is no part of a date: where it stands, and the kinds of its digits."""

    span: Span
    text: str
    kinds: frozenset[str]


class NumberDigitsMixed(Rule):
    """Some numbers are written in digits of one kind, some in digits of another.

    ## What it does
    Compares the digits of the numbers in running text that are not part of a date in any digits
    (for those there is [`date-mixed-digits`](date-mixed-digits.md)). The digits that count are
    those of the wiki's habit if at least half of the numbers have them, elsewhere those that at
    least three numbers and three of four have. A number with digits of two kinds in itself is found
    as well. Quotations, text in other languages, targets of links, templates, and numbers beside
    Latin letters are left alone.

    ## Why it matters
    Digits of two kinds in one text make it harder to read, and to search: ۵۰۰ does not find 500.

    ## Example
    ```wikitext
    شہر میں 500 سپاہی تھے، 20 توپیں اور ۳۰ گھوڑے۔
    ```

    ## Use instead
    ```wikitext
    شہر میں 500 سپاہی تھے، 20 توپیں اور 30 گھوڑے۔
    ```

    ## Fix safety
    The fix writes the same number in the digits of the others. It is safe.
    """

    name = "number-digits-mixed"
    family = "numbers"
    rule_set = RuleSet.STRICT
    triggers = tuple(_OTHERS)
    message = "“{number}” is not written in the digits {norm}; {count} of {total} numbers are"
    languages = frozenset(("ur", "ar", "fa", "hi"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each number in other digits."""
        if not has_any(page, frozenset(_OTHERS)):
            return
        numbers = list(_numbers(page))
        kinds = Counter(kind for each in numbers if len(each.kinds) == 1 for kind in each.kinds)
        norm = habit(kinds, len(numbers), house_norm(page, "digits"))
        if norm is None:
            return
        for number in numbers:
            if number.kinds != {norm}:
                yield self.finding(
                    number.span,
                    _fix(number, norm),
                    number=number.text,
                    norm=_SHOWN[norm],
                    count=kinds[norm],
                    total=len(numbers),
                )


def _numbers(page: Page) -> Iterator[_Number]:
    """Yield the numbers of the running text that are not part of a date.

    In Urdu the digits of Arabic are wrong in any number; the rule arabic-digit-in-urdu says so.
    """
    left_out = {"", "arabic"} if page.profile.language == "ur" else {""}
    dates = _dates(page)
    for span, match in running(page, _NUMBER):
        index = bisect_right(dates, (match.start(), match.end())) - 1
        in_date = any(
            start < match.end() and match.start() < end
            for start, end in dates[max(0, index) : index + 2]
        )
        kinds = frozenset(map(_kind, filter(str.isdecimal, match[0])))
        if not in_date and kinds.isdisjoint(left_out) and not _is_among_latin(match):
            yield _Number(span, match[0], kinds)


def _dates(page: Page) -> list[tuple[int, int]]:
    """Give where dates stand in the running text, in order.

    Those in digits that the dates of the language do not have are dates nevertheless.
    """
    facts = load_date_facts(page.profile.language)
    foreign = frozenset(_OTHERS).difference(*(DIGIT_SETS[name] for name in facts.digit_sets))
    if has_any(page, foreign):
        return [date.span for date in find_dates(page.prose.text.translate(_LATIN), facts)]
    return sorted(
        (date.prose, date.prose + len(date.text)) for date in page.dates if date.role == "prose"
    )


def _kind(digit: str) -> str:
    return next((kind for kind in _SHOWN if digit in DIGIT_SETS[kind]), "")


def _is_among_latin(match: re.Match[str]) -> bool:
    """Tell whether Latin letters stand right before or behind: a model, a unit, a title."""
    text, (start, end) = match.string, match.span()
    return bool(
        _LATIN_BEFORE.search(text[max(0, start - _REACH) : start]) or _LATIN_BEHIND.match(text, end)
    )


def _fix(number: _Number, norm: str) -> Fix:
    digits = DIGIT_SETS[norm]
    mended = "".join(
        digits[int(letter)] if letter.isdecimal() else letter for letter in number.text
    )
    return Fix(
        replaced(number.span, mended), safe=True, description=Phrase("Write “{text}”", text=mended)
    )
