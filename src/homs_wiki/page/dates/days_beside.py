"""Bare numbers beside a date that are days of its month: ``5, 6 and 7 December``.

A list of days is not read as one date. The month cannot change its place beside a part of it, as
the rest would lose its month.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source.patterns import compiled

from .finder import find_dates

if TYPE_CHECKING:
    import re

    from homs_wiki.profile.dates import DateFacts

    from .finder import FoundDate

_REACH: Final = 24
_SIGNS: Final = ",،、–—/&-"
_CLOSES: Final = r"[,،、.;:!?)\]]"


def has_day_beside(found: FoundDate) -> bool:
    """Tell whether a number beside a date with a day may be another day of its month.

    A number before the date must be joined to a day, one behind it to a day or its month.
    """
    patterns = _patterns(found.facts.language)
    if found.text[:1].isdecimal() and patterns.before.search(found.text_before(_REACH)):
        return True
    behind = found.text_behind(_REACH)
    match = patterns.behind.match(behind)
    if match is None:
        return False
    place = match.start(match.lastindex or 0)
    return not any(
        each.start <= place < each.end and each.date.start.month is not None
        for each in find_dates(behind, found.facts)
    )


class _Patterns(NamedTuple):
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    facts = load_date_facts(language)
    words = "|".join(sorted(_words(facts), key=len, reverse=True))
    day = r"\d{1,2}(?:\.|st|nd|rd|th)?"
    # Behind a comma, a number may begin a clause: "On December 5, 12 people".
    return _Patterns(
        compiled(rf"(?<![\w.,:/–-]){day}[ ]?(?:[{_SIGNS}]|[ ](?:{words}))[ ]?\Z"),
        compiled(
            rf"[ ](?:{words})[ ]({day})(?!\w)"
            rf"|[ ]?[{_SIGNS}][ ]?({day})(?!\w)[ ]?(?:\Z|{_CLOSES}|(?:{words})\b)"
        ),
    )


def _words(facts: DateFacts) -> set[str]:
    """Give the words that join days."""
    listed = (*facts.list_words, *facts.pairs, *facts.range_words)
    return {word for word in listed if word[-1:].isalpha() and word[:1].isalpha()}
