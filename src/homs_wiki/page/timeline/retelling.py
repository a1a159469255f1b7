"""One event that a page tells twice, under two days.

A sentence without a date tells of the day that was told last in its section: "On 5 December … . The
air force struck the bridge." It is taken to do so only if that date opened its sentence and was one
certain day, and as long as no other date and no expression such as "two days later" comes between.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from .alike import Sentence, find_alike, may_tell_event
from .contradictions import APART, without_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homs_wiki.page import Page
    from homs_wiki.source import Span

    from .statements import Statement

_APART_CARRIED: Final = 7
"""Days; what comes again later is another event more often than a mistake."""
_OPENS: Final = 40
"""Code points from the beginning of a sentence within which a date opens it."""

_TOLD: Final = ("paragraph", "list")


class Telling(NamedTuple):
    """A sentence that tells of one day.

    Attributes:
        span: where it stands (code points of the prose).
        statement: the statement that names the day, of this sentence or of one before it.
        is_carried: the statement is one of a sentence before.
        day: the number of the day (see `days`).
    """

    span: Span
    statement: Statement
    is_carried: bool
    day: int


class Retelling(NamedTuple):
    """Two sentences that may tell one event, the first before the second on the page.

    ``clause`` holds words that are in both, as they stand in the second; empty in very long
    sentences.
    """

    first: Telling
    second: Telling
    clause: str


def find_retellings(page: Page, statements: Iterable[Statement]) -> list[Retelling]:
    """Return what a page tells twice, in the order of the page.

    Args:
        page: the page.
        statements: all its statements, in any order.
    """
    told = list(tellings(page, statements))
    language = page.profile.language
    texts = [Sentence(_without_date(page, each), language) for each in told]

    def near(first: int, second: int) -> bool:
        one, other = told[first], told[second]
        carried = one.is_carried or other.is_carried
        return 0 < abs(one.day - other.day) <= (_APART_CARRIED if carried else APART)

    return [
        Retelling(told[pair.first], told[pair.second], pair.clause)
        for pair in find_alike(texts, language, near, may_tell_event(page))
    ]


def tellings(page: Page, statements: Iterable[Statement]) -> Iterator[Telling]:
    """Yield the sentences of paragraphs and lists that tell of one day, in the order of the page.

    Args:
        page: the page.
        statements: all its statements, in any order.
    """
    dated: dict[int, list[Statement]] = {}
    for statement in statements:
        if statement.found.role in ("prose", "template"):
            dated.setdefault(statement.parts[0].start, []).append(statement)
    if not dated:
        return
    prose = page.prose
    moves = _moves(page)
    section = -1
    last: Telling | None = None
    for block in prose.blocks:
        if block.section != section:
            section, last = block.section, None
        for span in prose.sentences(block) if block.kind in _TOLD else ():
            here = dated.get(prose.start(span.start), ())
            if here:
                last = _dated(span, here)
            elif last is not None:
                last = _carried(span, last, moves)
            if last is not None:
                yield last
                last = last if last.is_carried or _opens(last) else None


def _dated(span: Span, statements: Sequence[Statement]) -> Telling | None:
    """Return what a sentence with dates tells of; None unless it is one certain day."""
    statement = statements[0]
    if len(statements) > 1 or not statement.is_exact or statement.when is None:
        return None
    return Telling(span, statement, False, statement.when.first)


def _carried(span: Span, last: Telling, moves: Sequence[int]) -> Telling | None:
    """Return what a sentence without a date tells of; None where it goes on to another day."""
    index = bisect_left(moves, span.start)
    if index < len(moves) and moves[index] < span.end:
        return None
    return last._replace(span=span, is_carried=True)


def _opens(telling: Telling) -> bool:
    """Tell whether a sentence begins with its date, so that those behind it tell of that too."""
    return telling.statement.offset <= _OPENS


def _moves(page: Page) -> list[int]:
    """Return where the prose goes on to another day without naming it: "two days later"."""
    from homs_wiki.page.dates.relative import find_relative

    found = find_relative(page.prose.text, page.profile.language)
    return [each.start for each in found if each.value.direction and each.value.unit != "hour"]


def _without_date(page: Page, telling: Telling) -> str:
    """Return the text of a sentence, the date that it names left out."""
    text = page.prose.text[slice(*telling.span)]
    return text if telling.is_carried else without_date(text, telling.statement)
