"""The marks of an axis: days, months or years, as many as there is room for."""

from __future__ import annotations

from math import ceil, floor, inf
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.cli.timeline.measure import width
from homs_wiki.page.timeline.days import gregorian_date, gregorian_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.cli.timeline.scale import Piece, Scale
    from homs_wiki.cli.timeline.words import Words

_AIR: Final = 14.0
_DAYS: Final = (1, 2, 5, 10)
_MONTHS: Final = (1, 3, 6)
_YEARS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
_MONTH: Final = 30.4
_YEAR: Final = 365.2


class Tick(NamedTuple):
    """A mark of the axis.

    Attributes:
        at: where it stands.
        label: what stands there.
        is_major: it stands in the upper row: the month of days, the year of months.
    """

    at: float
    label: str
    is_major: bool = False


def make_ticks(scale: Scale, words: Words, size: float) -> list[Tick]:
    """Return the marks of all pieces; none stands on another, in letters of ``size``."""
    found: list[Tick] = []
    limits = [*(piece.start for piece in scale.pieces[1:]), inf]
    for piece, limit in zip(scale.pieces, limits, strict=True):
        found += _thinned(_of_piece(piece, words, size), piece, limit, size)
    return found


def _of_piece(piece: Piece, words: Words, size: float) -> list[Tick]:
    by_day = piece.by_day
    for step in _DAYS:
        if step * by_day >= width("30", size) + _AIR:
            return list(_days(piece, step, words))
    month = max(width(words.month(number), size) for number in range(1, 13))
    for step in _MONTHS:
        if step * _MONTH * by_day >= month + _AIR:
            return list(_months(piece, step, words))
    first, last = gregorian_date(floor(piece.first))[0], gregorian_date(floor(piece.last))[0]
    year = max(width(words.year(each), size) for each in (first, last))
    for step in _YEARS:
        if step * _YEAR * by_day >= year + _AIR:
            break
    return list(_years(piece, first, last, step, words))


def _place(piece: Piece, day: float) -> float:
    return piece.start + (day - piece.first) * piece.by_day


def _starts(piece: Piece) -> Iterator[tuple[int, int]]:
    """Yield year and month of all months of a piece."""
    year, month, _ = gregorian_date(floor(piece.first))
    while gregorian_day(year, month, 1) <= piece.last:
        yield year, month
        month += 1
        if month > 12:
            year, month = (1 if year == -1 else year + 1), 1


def _days(piece: Piece, step: int, words: Words) -> Iterator[Tick]:
    """Yield days, marked in their middle, and above the first of a month its name."""
    for year, month in _starts(piece):
        begin = gregorian_day(year, month, 1)
        following = gregorian_day(year, month, 28) + 4
        end = following - gregorian_date(following)[2]
        yield Tick(_place(piece, max(begin, piece.first)), words.month_year(year, month), True)
        for day in range(1, end - begin + 2):
            number = begin + day - 1
            wanted = day == 1 or (day % step == 0 and (step == 1 or end - number >= step / 2))
            if wanted and piece.first <= number + 0.5 <= piece.last:
                yield Tick(_place(piece, number + 0.5), words.number(day))


def _months(piece: Piece, step: int, words: Words) -> Iterator[Tick]:
    told = None
    for year, month in _starts(piece):
        at = gregorian_day(year, month, 1)
        if year != told:
            yield Tick(_place(piece, max(at, piece.first)), words.year(year), True)
            told = year
        if (month - 1) % step == 0 and at >= piece.first:
            yield Tick(_place(piece, at), words.month(month))


def _years(piece: Piece, first: int, last: int, step: int, words: Words) -> Iterator[Tick]:
    """Yield round years; before Christ, round in that count."""
    for count in range(floor(first / step), ceil(last / step) + 1):
        year = count * step or 1
        at = gregorian_day(year, 1, 1)
        if piece.first <= at <= piece.last:
            yield Tick(_place(piece, at), words.year(year))


def _thinned(ticks: list[Tick], piece: Piece, limit: float, size: float) -> Iterator[Tick]:
    """Yield the ticks whose labels are free; a row's first one before the others.

    A month or year at the end of a piece does not reach to ``limit``, where the next one begins.
    """
    free = {True: piece.start - 40, False: piece.start - 40}
    ordered = sorted(ticks)
    for index, tick in enumerate(ordered):
        half = width(tick.label, size) / 2
        start, end = tick.at - half, tick.at + half
        if tick.is_major:
            start, end = tick.at, tick.at + 2 * half
            following = next((each for each in ordered[index + 1 :] if each.is_major), None)
            # A month of which little is shown gives way to the next one.
            if following and tick.at <= piece.start + 1 and following.at < end + _AIR / 2:
                continue
            if free[True] > piece.start and end > limit - _AIR / 2:
                continue
        if start >= free[tick.is_major]:
            free[tick.is_major] = end + _AIR / 2
            yield tick
