"""Gives the statements of a lane their places, so that no label lies on another.

A lane has tracks, each as high as a line of text. A statement gets a track on which its mark and
label are free; as much of its sentence as there is room for, at least its date. Where many are
told of one time, those without a track are marks without a label below the tracks, and where these
meet too, one mark stands for several.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.cli.timeline.measure import shortened, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from homs_wiki.page.timeline import Statement

POINT: Final = 5.0  # half the width of the mark of a day
_DAY_ROWS: Final = 2  # of marks without a label
_BESIDE: Final = 10.0  # from the middle of a mark to its label
_AIR: Final = 12.0
_TRIES: Final = 60  # statements that are tried per track


class Placed:
    """One mark of a lane.

    Attributes:
        statements: what it stands for; several where many meet.
        start: where it begins; of a day, its middle is half way to its end.
        end: where it ends.
        track: counted from the top; -1 below the tracks.
        row: below the tracks, counted from the top.
        date: the date as its label says it; empty without a label.
        text: the beginning of the sentence.
        label: where the label begins, or ends if it is `is_before`.
        is_before: the label stands before the mark.
    """

    __slots__ = ("date", "end", "is_before", "label", "row", "start", "statements", "text", "track")

    def __init__(self, statement: Statement, start: float, end: float) -> None:
        self.statements = [statement]
        self.start = start
        self.end = end
        self.track = -1
        self.row = 0
        self.date = ""
        self.text = ""
        self.label = 0.0
        self.is_before = False

    @property
    def is_point(self) -> bool:
        """Whether it is no wider than the mark of a day."""
        return self.end - self.start <= 2 * POINT


class Room(NamedTuple):
    """How much room a lane has.

    Attributes:
        width: of the lane.
        tracks: how many tracks at most.
        size: of the letters.
        longest: the widest label.
    """

    width: float
    tracks: int
    size: float
    longest: float


class _Track:
    """The stretches of a track that are taken."""

    __slots__ = ("_taken",)

    def __init__(self) -> None:
        self._taken: list[tuple[float, float]] = []

    def is_free(self, start: float, end: float) -> bool:
        index = bisect_left(self._taken, (start, start))
        before_is_free = index == 0 or self._taken[index - 1][1] <= start
        return before_is_free and (index == len(self._taken) or end <= self._taken[index][0])

    def take(self, start: float, end: float) -> None:
        insort(self._taken, (start, end))


class Packer:
    """Places the marks of one lane.

    Args:
        room: how much room there is.
        sentence: gives the sentence of a statement.
        date: gives the date of a statement as its label says it.
    """

    def __init__(
        self,
        room: Room,
        sentence: Callable[[Statement], str],
        date: Callable[[Statement], str],
    ) -> None:
        self._room = room
        self._sentence = sentence
        self._date = date
        self._tracks = [_Track() for _ in range(room.tracks)]

    def pack(self, marks: Sequence[Placed], urgent: Callable[[Placed], bool]) -> list[Placed]:
        """Place the marks, those that are urgent first; return those that are drawn."""
        chosen = self._chosen(marks, urgent)
        crowded = len(marks) > self._room.tracks
        for mark in chosen:
            self._label(mark, crowded)
        labelled = [mark for mark in marks if mark.track >= 0]
        _order_tracks(labelled)
        return [*labelled, *_rug([mark for mark in marks if mark.track < 0])]

    def _chosen(self, marks: Sequence[Placed], urgent: Callable[[Placed], bool]) -> list[Placed]:
        """Return the marks that are tried, in their order: not more than a lane can take."""
        most = _TRIES * self._room.tracks
        first = [mark for mark in marks if urgent(mark)]
        others = [mark for mark in marks if not urgent(mark)]
        if len(marks) > self._room.tracks:
            others = list(_spread(others[:: -(-len(others) // most) or 1]))
        return [*first[:most], *others]

    def _label(self, mark: Placed, crowded: bool) -> None:
        """Put a mark and its label on a track, if one is free."""
        date = self._date(mark.statements[0])
        size = self._room.size
        of_date = width(date, size) * 1.08  # it is bold
        sentence = self._sentence(mark.statements[0])
        longest = self._room.longest
        shares = (0.6, 0.3, 0) if crowded else (1, 0.6, 0.3, 0)
        for share in shares:
            room = longest * share - of_date - size / 2
            text = shortened(sentence, size, room) if room > 0 else ""
            needed = of_date + (size / 2 + width(text, size) if text else 0)
            if self._put(mark, needed):
                mark.date, mark.text = date, text
                return

    def _put(self, mark: Placed, needed: float) -> bool:
        """Take a stretch for a mark with a label of the width ``needed``."""
        for label, is_before, start, end in self._stretches(mark, needed):
            for index, track in enumerate(self._tracks):
                if track.is_free(start, end + _AIR):
                    track.take(start, end + _AIR)
                    mark.track, mark.label, mark.is_before = index, label, is_before
                    return True
        return False

    def _stretches(self, mark: Placed, needed: float) -> list[tuple[float, bool, float, float]]:
        """Return where the label can be: its place, its side, and the stretch of both."""
        if not mark.is_point:
            label = max(0.0, min(mark.start, self._room.width - needed))
            end = max(mark.end, label + needed)
            return [(label, False, min(label, mark.start), end)]
        middle = (mark.start + mark.end) / 2
        behind, before = middle + _BESIDE, middle - _BESIDE
        found = []
        if behind + needed <= self._room.width:
            found.append((behind, False, mark.start, behind + needed))
        elif before - needed >= 0:
            found.append((before, True, before - needed, mark.end))
        return found


def _order_tracks(marks: Sequence[Placed]) -> None:
    """Number the tracks anew, so that what comes first in time stands on top."""
    firsts: dict[int, float] = {}
    for mark in marks:
        firsts[mark.track] = min(mark.start, firsts.get(mark.track, mark.start))
    ranks = {
        track: rank for rank, track in enumerate(sorted(firsts, key=lambda each: firsts[each]))
    }
    for mark in marks:
        mark.track = ranks[mark.track]


def _spread(marks: Sequence[Placed]) -> Iterator[Placed]:
    """Yield all marks, first some from everywhere and then those between them."""
    stride = 1 << len(marks).bit_length()
    yield from marks[:1]
    while stride > 1:
        yield from marks[stride // 2 :: stride]
        stride //= 2


def _rug(marks: Sequence[Placed]) -> list[Placed]:
    """Place marks without a label in a few rows, stretches of time below the days.

    What finds no free place is added to a mark that is there.
    """
    days = _rows([mark for mark in marks if mark.is_point], _DAY_ROWS)
    stretches = _rows([mark for mark in marks if not mark.is_point], 1)
    for mark in stretches:
        mark.row = 1 + max((day.row for day in days), default=-1)
    return [*days, *stretches]


def _rows(marks: Sequence[Placed], most: int) -> list[Placed]:
    """Place marks, given in order of their start, in at most so many rows."""
    rows: list[Placed] = []
    drawn: list[Placed] = []
    for mark in marks:
        free = next((row for row, last in enumerate(rows) if last.end + 1 <= mark.start), None)
        if free is not None:
            rows[free] = mark
        elif len(rows) < most:
            free = len(rows)
            rows.append(mark)
        else:
            max(rows, key=lambda last: last.start).statements += mark.statements
            continue
        mark.row = free
        drawn.append(mark)
    return drawn
