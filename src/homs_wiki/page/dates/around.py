"""What a few characters before and behind a date show of what may stand beside it.

They are the same for most dates (“ in ”, “, th”), so that what they show is worked out once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from homs_wiki.profile.date_words import DateWords, load_date_words
from homs_wiki.profile.memo import Memo
from homs_wiki.source.patterns import compiled

from .tails import Tails, tails_of

BEFORE: Final = 5
BEHIND: Final = 3
"""How many characters before and behind a date tell whether to look further."""

WEEKDAY: Final = 1
"""A day of the week may end, or begin, with them."""
RELATIVE: Final = 2
"""A relative date may."""
BRACKET: Final = 4
"""A bracket opens."""
LINK: Final = 8
"""A word stands there that links a date with one of these: what is before it tells more."""

RELATIVE_OPENINGS: Final = frozenset((", ", "، ", " ("))
"""What stands between a date and a relative one behind it."""
RELATIVE_MARKS: Final = " \u00a0,،、，(（–—-"
"""What may stand between a relative date and a date behind it, beside words."""
_OPENING: Final = frozenset("(（<")
_BEFORE_BRACKET: Final = frozenset(" \u00a0\n(（<")
_GAP: Final = " \u00a0,،、"
_REACH: Final = 24
_LETTERS: Final = 3
_SPACE: Final = r"[^\S\n]"


@cache
def signs(language: str) -> tuple[Memo[str, int], Memo[str, int]]:
    """Tell of what stands before, and behind, a date in a language what it shows."""
    words, tails = load_date_words(language), tails_of(language)
    links = _links(language)
    ends_weekday, begins_weekday = _ending(words), _beginning(words)
    ends_relative, begins_relative = _relative_ending(tails), _relative_beginning(tails)

    def before(few: str) -> int:
        *others, word = few[:-1].split(" ")
        if others and few[-1] == " " and word in links:
            return LINK
        return WEEKDAY * ends_weekday(few) | RELATIVE * ends_relative(few)

    return (
        Memo(before),
        Memo(
            lambda few: (
                WEEKDAY * begins_weekday(few)
                | RELATIVE * begins_relative(few)
                | BRACKET * (few[:1] in _BEFORE_BRACKET and not _OPENING.isdisjoint(few))
            )
        ),
    )


@cache
def _links(language: str) -> frozenset[str]:
    """Give the words that may link a date with what is before it, of languages with spaces."""
    tails = tails_of(language)
    links = {word for each in load_date_words(language).weekday_links for word in each.split()}
    return frozenset() if tails.is_unspaced else (tails.skipped | links) - tails.seen


@cache
def _last_letters(language: str) -> frozenset[str]:
    """Give how the names of the days of the week end."""
    return frozenset(name[-_LETTERS:] for name in load_date_words(language).weekdays)


def signs_before_link(text: str, start: int, language: str) -> int:
    """Tell what the word shows that stands before a link and a date that begins at ``start``."""
    words = text[max(0, start - _REACH) : start - 1].rsplit(" ", 2)
    word = words[-2] if len(words) > 1 else ""
    if not word or word in _links(language):
        return WEEKDAY | RELATIVE
    is_weekday = word.rstrip(_GAP)[-_LETTERS:] in _last_letters(language)
    return WEEKDAY * is_weekday | RELATIVE * (word in tails_of(language).seen)


def _ending(words: DateWords) -> Callable[[str], bool]:
    """Tell of a few characters whether a day of the week, or what is behind it, ends with them."""
    names = [*words.weekdays, *words.weekday_links]

    def ends(few: str) -> bool:
        last = few.rstrip(_GAP).lstrip()
        return last != "" and any(name.endswith(last) or last.endswith(name) for name in names)

    return ends


def _beginning(words: DateWords) -> Callable[[str], bool]:
    """Tell of a few characters whether what has a day of the week in it begins with them."""
    firsts = [re.escape(each[0]) for each in words.weekdays]
    marks = [re.escape(each[0]) for each in words.weekday_marks]
    bare = "".join([*(firsts if words.weekday_follows else ()), *marks])
    spaced = f"|{_SPACE}?[{bare}]" if bare else ""
    names = "".join([*firsts, *marks])
    opening = compiled(rf"{_SPACE}?[(（]|[,،]{_SPACE}?[{names}]{spaced}")
    return lambda few: opening.match(few) is not None


def _relative_ending(tails: Tails) -> Callable[[str], bool]:
    """Tell of a few characters whether a relative date, or what may be behind it, ends so."""
    words = tails.last | tails.skipped
    endings = {word[-length:] for word in words for length in range(1, BEFORE + 1)}

    def may_end(few: str) -> bool:
        *others, word = few.rstrip(RELATIVE_MARKS).split(" ")
        return not word or tails.is_unspaced or word in (words if others else endings)

    return may_end


def _relative_beginning(tails: Tails) -> Callable[[str], bool]:
    """Tell of a few characters whether a mark and a relative date begin so."""
    firsts = {word[0] for word in tails.first}

    def may_begin(few: str) -> bool:
        if few[:2] not in RELATIVE_OPENINGS or len(few) < BEHIND:
            return False
        return tails.is_unspaced or few[2] in firsts or few[2].isdecimal()

    return may_begin
