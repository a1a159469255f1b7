"""How many of what a text tells: "at least seven civilians were killed", "2,000 fighters".

Only nouns are read that the language's list has (`homs_wiki.profile.quantities`), with a number in
digits or words right before them, or one or two words between. Other numbers are left alone.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.profile.quantities import load_quantity_words
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.page import Page
    from homs_wiki.profile.quantities import QuantityWords
    from homs_wiki.source import Span

_TOKEN: Final = compiled(r"\d+(?:[.,،٬]\d+)*|[^\W\d_]+|[^\w\s]")
_GROUPS: Final = str.maketrans("", "", ",،٬")
_DASHES: Final = frozenset("-–—")
_MOST_BETWEEN: Final = 2
_STATE_AFTER: Final = 5
_STATE_BEFORE: Final = 4
"""Words from noun or number within which the word for its state may stand."""
_ENDS: Final = frozenset('.,;:()[]"“”«»۔؛،\ufffc')
_LARGEST: Final = 10**12
_ABOUT: Final = 0.1
_ROUNDED: Final = 0.05


class Quantity(NamedTuple):
    """A number of things or people.

    Attributes:
        start: where the number begins (code points of the text).
        end: where the noun ends.
        low: the number, or the lower end of the range.
        high: the upper end; infinite where it says "at least".
        noun: what is counted, by the list's name.
        state: what became of it, likewise; empty if nothing is said.
        kind: the words between number and noun, in lower case.
    """

    start: int
    end: int
    low: float
    high: float
    noun: str
    state: str = ""
    kind: frozenset[str] = frozenset()

    @property
    def counted(self) -> tuple[str, str]:
        """What is counted, and what became of it."""
        return self.noun, self.state

    def agrees(self, other: Quantity) -> bool:
        """Tell whether both may be one number, one of them rounded."""
        return self.low * (1 - _ROUNDED) <= other.high and other.low * (1 - _ROUNDED) <= self.high

    def is_of(self, other: Quantity) -> bool:
        """Tell whether the same is counted, unless words between number and noun differ."""
        if self.counted != other.counted:
            return False
        return self.kind == other.kind or not (self.kind and other.kind)


class Told(NamedTuple):
    """A quantity that the running text of a page tells.

    Attributes:
        quantity: what it says; its offsets count the sentence.
        text: as it is written.
        span: where it stands (code points of the page).
        section: the index of its section.
    """

    quantity: Quantity
    text: str
    span: Span
    section: int


class _Token(NamedTuple):
    start: int
    end: int
    text: str


def find_quantities(text: str, language: str) -> list[Quantity]:
    """Return the quantities of one sentence or one line of a list, in order.

    Takes time that grows with the text. A language whose words nobody has listed has none.
    """
    words = load_quantity_words(language)
    if words is None:
        return []
    tokens = [_Token(*found.span(), found[0].casefold()) for found in _TOKEN.finditer(text)]
    return list(_quantities(tokens, words))


def read_quantities(page: Page) -> Iterator[Told]:
    """Yield the quantities of the paragraphs and lists of a page, in order."""
    prose = page.prose
    for block in prose.blocks:
        if block.kind not in ("paragraph", "list"):
            continue
        for sentence in prose.sentences(block):
            text = prose.text[slice(*sentence)]
            for quantity in find_quantities(text, page.profile.language):
                start, end = sentence.start + quantity.start, sentence.start + quantity.end
                yield Told(quantity, prose.text[start:end], prose.span(start, end), block.section)


def _quantities(tokens: Sequence[_Token], words: QuantityWords) -> Iterator[Quantity]:
    for index, token in enumerate(tokens):
        noun = words.nouns.get(token.text)
        if noun is None or _describes(tokens, index, words):
            continue
        reading = _Reading(tokens, words)
        value = reading.back_from(index)
        if value is not None:
            low, high = reading.bounds(value)
            yield Quantity(
                tokens[reading.first].start,
                token.end,
                low,
                high,
                noun,
                _state(tokens, reading.first, index, words),
                frozenset(reading.kind),
            )


class _Reading:
    """Reads a number from its noun backwards.

    Attributes:
        first: the first token of what was read.
        kind: the words between number and noun that say what kind of noun.
        bound: "at_least", "at_most" or "about", where a phrase says so.
    """

    def __init__(self, tokens: Sequence[_Token], words: QuantityWords) -> None:
        self._tokens = tokens
        self._words = words
        self.first = 0
        self.kind: set[str] = set()
        self.bound = ""

    def back_from(self, noun: int) -> float | None:
        """Return the number before a noun; None if there is none."""
        place = self._before_phrase(noun - 1)
        while place >= 0 and not self._is_number(place):
            word = self._tokens[place].text
            if len(self.kind) == _MOST_BETWEEN or not word.isalpha():
                return None
            if word in self._words.not_between or word in self._words.nouns:
                return None
            self.kind.add(word)
            place = self._before_phrase(place - 1)
        return self._number_to(place)

    def bounds(self, value: float) -> tuple[float, float]:
        """Return the lower and upper end, with what stands before the number."""
        words, tokens, low = self._words, self._tokens, value
        to = self.first - 1
        joins = to > 0 and (tokens[to].text in words.to or tokens[to].text in _DASHES)
        if joins and self._is_number(to - 1):
            low = self._number_to(to - 1) or value
        self._before_phrase(self.first - 1)
        if self.bound == "at_least":
            return low, inf
        if self.bound == "at_most":
            return 0, value
        if self.bound == "about":
            return low * (1 - _ABOUT), value * (1 + _ABOUT)
        return min(low, value), max(low, value)

    def _is_number(self, place: int) -> bool:
        text = self._tokens[place].text
        return text[0].isdecimal() or text in self._words.numbers or text in self._words.multipliers

    def _before_phrase(self, place: int) -> int:
        """Return the place before a phrase that ends at ``place`` and says how exact it is."""
        for bound in ("at_least", "at_most", "about"):
            phrases: tuple[tuple[str, ...], ...] = getattr(self._words, bound)
            for phrase in phrases:
                start = place + 1 - len(phrase)
                if start >= 0 and all(
                    each.text == word
                    for each, word in zip(self._tokens[start : place + 1], phrase, strict=True)
                ):
                    self.bound = bound
                    return start - 1
        return place

    def _number_to(self, last: int) -> float | None:
        """Return the number that ends at ``last``, digits or words, and note where it begins."""
        if last < 0:
            return None
        first = last
        while first > 0 and not self._tokens[first].text[0].isdecimal():
            before = first - 1
            if self._tokens[before].text == "-" and before > 0:
                before -= 1
            if not self._is_number(before):
                break
            first = before
        self.first = first
        if first > 0 and self._tokens[first - 1].text in self._words.fractions:
            return None
        return _value([each.text for each in self._tokens[first : last + 1]], self._words)


def _value(parts: Sequence[str], words: QuantityWords) -> float | None:
    """Return what the parts of a number come to; None if it is no number of many."""
    whole = group = 0.0
    for part in parts:
        if part[0].isdecimal():
            group += _digits(part)
        elif (times := words.multipliers.get(part)) is not None:
            group = max(group, 1) * times
            if times > 100:
                whole, group = whole + group, 0
        else:
            group += words.numbers.get(part, 0)
    value = whole + group
    is_vague = not parts[0][0].isdecimal() and (value == 1 or parts[0] in words.multipliers)
    return None if is_vague or not 0 < value < _LARGEST else value


def _digits(text: str) -> float:
    """Return the value of digits with marks between groups, or one before a fraction."""
    groups = text.translate(_GROUPS)
    head, point, tail = groups.partition(".")
    if point and (len(tail) == 3 or not tail.isdecimal()):
        return float(int("".join(filter(str.isdecimal, groups))[:15]))
    return float(head[:15]) + (float(f"0.{tail[:15]}") if tail else 0)


def _describes(tokens: Sequence[_Token], index: int, words: QuantityWords) -> bool:
    """Tell whether a noun only describes the one behind it: "civilian houses"."""
    if tokens[index].text not in words.describing or index + 1 == len(tokens):
        return False
    following = tokens[index + 1].text
    return (
        following.isalpha() and following not in words.not_between and following not in words.states
    )


def _state(tokens: Sequence[_Token], first: int, noun: int, words: QuantityWords) -> str:
    """Return what is said to have become of them, behind the noun or before the number."""
    behind = tokens[noun + 1 : noun + 1 + _STATE_AFTER]
    before = tokens[max(0, first - _STATE_BEFORE) : first]
    for words_near in (behind, reversed(before)):
        for token in words_near:
            if token.text in _ENDS or token.text[0].isdecimal():
                break
            if token.text in words.states:
                return words.states[token.text]
    return ""
