"""Sections that tell their story in order of time, and the dates in them that jump back.

Judged are the dates that open a sentence, each kind (days, months, years) for itself: they are what
a story hangs on. Others belong to what is said beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from homs_wiki.page.dates.words import any_of
from homs_wiki.profile.story_words import load_story_words

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from homs_wiki.page import Page
    from homs_wiki.page.timeline import Statement

_Day = TypeVar("_Day", int, tuple[int, ...])
_OPENING: Final = 24
"""How far into its sentence a date may stand that opens it, in code points."""
_LEAST: Final = 4
_PER_JUMP: Final = 4
_KINDS: Final = frozenset(("day", "month", "year"))


class Jump(NamedTuple):
    """A date that lies before the one told before it, in a section that else goes forward.

    Attributes:
        statement: the sentence with that date.
        before: the one told before it.
        others: how many dates of its kind the section tells in order.
    """

    statement: Statement
    before: Statement
    others: int


def find_jumps(page: Page, statements: Iterable[Statement]) -> Iterator[Jump]:
    """Yield the dates that jump back and are not explained by words of retrospect.

    A section counts that tells at least 4 dates of a kind in order, and 4 for each that is not.

    Args:
        page: the page.
        statements: those of the page, in its order; sentences of paragraphs are judged.
    """
    language = page.profile.language
    words = any_of(load_story_words(language).narrative.retrospect, language)
    if words is None:
        return
    by_section: dict[tuple[int, str], list[Statement]] = {}
    for statement in statements:
        if _opens_sentence(page, statement, words):
            key = (statement.section, statement.date.precision)
            by_section.setdefault(key, []).append(statement)
    for told in by_section.values():
        if len(told) > _LEAST:
            yield from _jumps(told, words)


def _opens_sentence(page: Page, statement: Statement, words: re.Pattern[str]) -> bool:
    """Tell whether a statement's date opens a sentence of a paragraph."""
    found, date = statement.found, statement.date
    if found.role != "prose" or statement.when is None or statement.offset > _OPENING:
        return False
    if date.precision not in _KINDS or date.approximate or date.end is None:
        return False
    if date.is_range and date.precision == "year":
        return False  # a census and the next, a term of office
    if words.search(statement.text, 0, statement.offset):
        return False
    block = page.prose.block_at(found.prose)
    return block is not None and block.kind == "paragraph"


def _jumps(told: Sequence[Statement], words: re.Pattern[str]) -> Iterator[Jump]:
    """Yield the dates that jump back in a section."""
    days = [statement.when.first for statement in told if statement.when]
    back = jumps_back(days)
    for index in back:
        if not words.search(told[index].text):
            yield Jump(told[index], told[index - 1], len(days) - len(back))


def jumps_back(days: Sequence[_Day]) -> list[int]:
    """Give the indices of values that are less than the one before them.

    Empty if fewer than four are in order, or four for each that is not; what is at the end, or
    followed by more that is out of order, is left out.
    """
    back = [index for index in range(1, len(days)) if days[index] < days[index - 1]]
    if not back or len(days) - len(back) < max(_LEAST, _PER_JUMP * len(back)):
        return []
    # Either one jumps back or the one before it ahead: the others go on in order.
    return [
        index
        for index in back
        if (index + 1 < len(days) and days[index - 1] <= days[index + 1])
        or (index > 1 and days[index - 2] <= days[index])
    ]
