"""A line of days on which a day and a millennium both find room.

The line is made of pieces, each with a scale of its own. Between two pieces lies time in which
nothing is told, much longer than the pauses that the story makes elsewhere: it is left out. And
where much more is told of a short time than of all the rest, that time is a piece of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP_WIDTH: Final = 30.0
_LEAST_WIDTH: Final = 96.0  # of a piece: a month and a year can be written there
_MOST_GAPS: Final = 6
_SHARE: Final = 0.14  # of the line that a gap must take up to be left out
_TIMES: Final = 6  # so much longer than a usual pause it must be
_MARGIN: Final = 0.03
_MOST_PIECES: Final = 9
_UNEVEN: Final = 0.45
"""How far the share of what is told may lie from the share of the time, before a piece is parted
(the statistic of Kolmogorov and Smirnov)."""
_ENOUGH: Final = 10.0  # statements in a piece that is parted
_SEAM: Final = 8.0


class Anchor(NamedTuple):
    """Time that must be on the line.

    Attributes:
        first: the beginning, in days.
        last: the end, in days, behind the beginning.
        weight: how much is told of it.
    """

    first: float
    last: float
    weight: float = 1.0


class Piece(NamedTuple):
    """A stretch of days and where it lies on the line, from its start to its end."""

    first: float
    last: float
    start: float
    end: float

    @property
    def by_day(self) -> float:
        """The width of a day."""
        return (self.end - self.start) / (self.last - self.first)


class Gap(NamedTuple):
    """What lies between two pieces: days that are left out; none where the scale changes."""

    days: int
    start: float
    end: float


class Scale:
    """Where days lie on a line.

    Attributes:
        pieces: what is shown, in order of time.
        gaps: what is left out between them, one fewer.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.gaps = [
            Gap(round(after.first - before.last), before.end, after.start)
            for before, after in pairwise(pieces)
        ]
        self._firsts = [piece.first for piece in pieces]

    @property
    def first(self) -> float:
        """The first day on the line."""
        return self.pieces[0].first

    @property
    def last(self) -> float:
        """The last day on the line, its end."""
        return self.pieces[-1].last

    def at(self, day: float) -> float:
        """Return where a day begins; days beyond the line lie at its ends, in gaps within them."""
        index = max(0, bisect_right(self._firsts, day) - 1)
        piece = self.pieces[index]
        if day <= piece.last:
            return piece.start + max(0.0, day - piece.first) * piece.by_day
        if index == len(self.pieces) - 1:
            return piece.end
        after = self.pieces[index + 1]
        share = (day - piece.last) / max(1e-9, after.first - piece.last)
        return piece.end + share * (after.start - piece.end)


class _Stretch(NamedTuple):
    """A piece before it has its place."""

    first: float
    last: float
    weight: float


def make_scale(anchors: Iterable[Anchor], room: float) -> Scale:
    """Return a line of the width ``room`` on which all anchors lie.

    Args:
        anchors: at least one.
        room: the width of the line; 1000 and more for all pieces to be readable.
    """
    ordered = sorted(anchors)
    spans = _joined(ordered)
    pauses = [after.first - before.last for before, after in pairwise(spans)]
    left_out = set(_left_out(spans, pauses))
    groups = [[spans[0]]]
    for index, span in enumerate(spans[1:]):
        if index in left_out:
            groups.append([span])
        else:
            groups[-1].append(span)
    stretches = [_Stretch(*_padded(group), sum(each.weight for each in group)) for group in groups]
    return Scale(_pieces(_parted(stretches, ordered), room))


def _parted(stretches: list[_Stretch], anchors: Sequence[Anchor]) -> list[_Stretch]:
    """Return the stretches, each parted where its first part is told much less of than the rest."""
    found: list[_Stretch] = []
    waiting = stretches[::-1]
    while waiting:
        stretch = waiting.pop()
        seam = None
        if len(found) + len(waiting) + 1 < _MOST_PIECES:
            seam = _seam(stretch, anchors)
        if seam is None:
            found.append(stretch)
            continue
        at, weight = seam
        waiting.append(_Stretch(at, stretch.last, stretch.weight - weight))
        waiting.append(_Stretch(stretch.first, at, weight))
    return found


def _seam(stretch: _Stretch, anchors: Sequence[Anchor]) -> tuple[float, float] | None:
    """Return where a stretch is parted, and the weight before that; None if it is even."""
    if stretch.weight < _ENOUGH:
        return None
    within = anchors[bisect_left(anchors, (stretch.first,)) : bisect_left(anchors, (stretch.last,))]
    total = sum(anchor.weight for anchor in within)
    days = stretch.last - stretch.first
    told, most, best = 0.0, _UNEVEN, None
    for anchor in within:
        # What is told of before this day, and after the one before it.
        for seen in (told, told + anchor.weight):
            distance = abs(seen / total - (anchor.first - stretch.first) / days)
            is_inside = stretch.first + 2 <= anchor.first <= stretch.last - 2
            if distance > most and is_inside:
                most, best = distance, (anchor.first, told)
        told += anchor.weight
    return best


def _joined(anchors: Sequence[Anchor]) -> list[Anchor]:
    """Return stretches that do not touch, in order; what touches is one."""
    spans = [anchors[0]]
    for anchor in anchors[1:]:
        last = spans[-1]
        if anchor.first <= last.last:
            spans[-1] = Anchor(last.first, max(last.last, anchor.last), last.weight + anchor.weight)
        else:
            spans.append(anchor)
    return spans


def _left_out(spans: Sequence[Anchor], pauses: Sequence[float]) -> Iterable[int]:
    """Yield the indexes of the pauses that are left out, the longest first."""
    if len(pauses) < 2:
        return
    usual = max(1.0, sorted(pauses)[len(pauses) // 4])
    total = spans[-1].last - spans[0].first
    by_length = sorted(range(len(pauses)), key=lambda index: -pauses[index])
    for index in by_length[:_MOST_GAPS]:
        if pauses[index] < max(_TIMES * usual, _SHARE * total):
            return
        total -= pauses[index]
        yield index


def _pieces(stretches: Sequence[_Stretch], room: float) -> list[Piece]:
    """Give each piece its width: a least one, the rest by its days and by how much is told."""
    days = sum(each.last - each.first for each in stretches)
    weights = sum(each.weight for each in stretches) or 1.0
    between = [
        GAP_WIDTH if after.first > before.last else _SEAM for before, after in pairwise(stretches)
    ]
    free = room - sum(between) - _LEAST_WIDTH * len(stretches)
    pieces = []
    start = 0.0
    for stretch, gap in zip(stretches, [*between, 0.0], strict=True):
        share = 0.4 * (stretch.last - stretch.first) / days + 0.6 * stretch.weight / weights
        end = start + _LEAST_WIDTH + free * share
        pieces.append(Piece(stretch.first, stretch.last, start, end))
        start = end + gap
    return pieces


def _padded(group: Sequence[Anchor]) -> tuple[float, float]:
    first, last = group[0].first, group[-1].last
    margin = max(0.4, _MARGIN * (last - first))
    return first - margin, last + margin
