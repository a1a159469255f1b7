"""Where the parts of a written date stand: worked out once for all dates of one shape.

A page writes its dates in a few shapes: ``12 May 2010`` and ``31 May 1999`` differ in nothing but
the digits, so what was found out about the first (which parts it has, where they stand, how it is
written) holds for the second, which need not be matched again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from homs_wiki.profile.dates import DIGIT_SETS, MonthName

from .value import DateForm

if TYPE_CHECKING:
    from .grammar import Grammar, Pattern
    from .reading import Part

_SHAPE: Final = str.maketrans(
    {digit: digits[-1] for digits in DIGIT_SETS.values() for digit in digits}
)
_ZEROS: Final = frozenset(digits[0] for digits in DIGIT_SETS.values())


class Layout:
    """What all dates of one shape have in common.

    Attributes:
        pattern: the pattern that finds them.
        grammar: the patterns of the language.
        spans: where their parts stand, counted from the beginning of the date, by the letters of
            the parts (see ``grammar._parts``).
        month: the month, or the first of two, if it has a name.
        last_month: the month, or the second of two, if it has a name.
        forms: how they are written, by what joins them to a range and whether the day has a
            leading zero (see ``reading.form_of``).
    """

    __slots__ = ("forms", "grammar", "last_month", "month", "pattern", "spans")

    def __init__(self, part: Part) -> None:
        self.pattern: Pattern = part.pattern
        self.grammar: Grammar = part.grammar
        self.spans: Mapping[str, tuple[int, int]] = _spans(part)
        self.month: MonthName | None = part.month_named("m")
        self.last_month: MonthName | None = part.month_named("n") or self.month
        self.forms: dict[tuple[str, bool], DateForm] = {}


class Written:
    """A written date with its layout; like ``Part``, without a match.

    Attributes:
        text: the date as written, no more.
        layout: where its parts stand.
    """

    __slots__ = ("layout", "text")

    def __init__(self, text: str, layout: Layout) -> None:
        self.text = text
        self.layout = layout

    def group(self, letter: str) -> str | None:
        """Give the text of a part of the date by its letter (see ``grammar._parts``)."""
        span = self.layout.spans.get(letter)
        return self.text[span[0] : span[1]] if span is not None else None

    @property
    def has_leading_zero(self) -> bool:
        """Whether the day is written with two digits, of which the first is 0."""
        span = self.layout.spans.get("d")
        return span is not None and span[1] - span[0] == 2 and self.text[span[0]] in _ZEROS


def shape_of(text: str) -> str:
    """Give a text with each of its digits as the last of its set."""
    return text.translate(_SHAPE)


def _spans(part: Part) -> dict[str, tuple[int, int]]:
    """Give where the parts of a matched date stand, without empty ones."""
    found = {}
    for letter, name in part.pattern.names.items():
        start, end = part.match.span(name)
        if end > start:
            found[letter] = (start - part.start, end - part.start)
    return found
