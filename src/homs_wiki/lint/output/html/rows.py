"""The text of a page as rows of pieces, each piece with the findings that it belongs to."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homs_wiki.lint.finding import Finding

LONGEST = 4000
"""The most code points in a row; a longer line goes on in the next one."""

MOST = 8
"""How many findings a piece names at most, the one that began last first."""

_NEAR = 200  # how far a cut is moved to fall between two words


class Piece(NamedTuple):
    """A stretch of a row.

    Attributes:
        text: what it holds; empty for a place without width.
        findings: the indices of the findings that it belongs to.
    """

    text: str
    findings: tuple[int, ...]


class Row(NamedTuple):
    """A line, or a part of one; ``line`` is its number from 1, or None if it goes on with one."""

    line: int | None
    pieces: list[Piece]


def rows(text: str, findings: Sequence[Finding]) -> Iterator[Row]:
    """Yield the rows of ``text``, in time linear in it and in the number of findings.

    Args:
        text: a page, its line ends LF.
        findings: what was found in it, sorted by their starts; they may overlap in any way.
    """
    sweep = _Sweep(text, findings)
    start, number = 0, 1
    while True:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line: int | None = number
        while end - start > LONGEST:
            cut = _cut(text, start)
            yield Row(line, sweep.to(cut, line_ends=False))
            start, line = cut, None
        yield Row(line, sweep.to(end, line_ends=True))
        if end == len(text):
            return
        start, number = end + 1, number + 1
        sweep.skip(start)


def near(shown: Iterable[Row], context: int) -> Iterator[Row | int]:
    """Yield the rows with findings and so many around them; for others how many are left out."""
    before: deque[Row] = deque(maxlen=context)
    left_out = after = 0
    for row in shown:
        if any(piece.findings for piece in row.pieces):
            if left_out:
                yield left_out
            yield from before
            yield row
            before.clear()
            left_out, after = 0, context
        elif after:
            after -= 1
            yield row
        else:
            left_out += len(before) == context
            before.append(row)
    if left_out := left_out + len(before):
        yield left_out


def _cut(text: str, start: int) -> int:
    """Return where a long line is cut, behind a blank if one is near."""
    cut = start + LONGEST
    blank = text.rfind(" ", cut - _NEAR, cut)
    return cut if blank < 0 else blank + 1


class _Sweep:
    """One way through the text and the findings in it."""

    __slots__ = ("_active", "_at", "_by_end", "_ended", "_findings", "_started", "_text")

    def __init__(self, text: str, findings: Sequence[Finding]) -> None:
        self._text = text
        self._findings = findings
        self._by_end = sorted(range(len(findings)), key=lambda index: findings[index].end)
        self._started = self._ended = 0  # how many of the findings have
        self._active: dict[int, None] = {}  # those between the two, in the order they began
        self._at = 0

    def skip(self, offset: int) -> None:
        """Go on at ``offset``."""
        self._at = offset

    def to(self, end: int, *, line_ends: bool) -> list[Piece]:
        """Return the pieces up to ``end``; with ``line_ends``, what begins there belongs to it."""
        pieces: list[Piece] = []
        while self._at < end:
            self._begin(pieces, at_end=False)
            following = min(end, self._next_border(end))
            names = tuple(islice(reversed(self._active), MOST))
            pieces.append(Piece(self._text[self._at : following], names))
            self._at = following
        if line_ends:
            self._begin(pieces, at_end=True)
        return pieces

    def _begin(self, pieces: list[Piece], *, at_end: bool) -> None:
        """Take in what ends and begins at this place; what has no width here gets a piece."""
        findings, at = self._findings, self._at
        self._finish(at)
        while self._started < len(findings) and findings[self._started].start <= at:
            index = self._started
            self._started += 1
            if findings[index].end > at:
                self._active[index] = None
            if findings[index].end <= at or at_end:
                pieces.append(Piece("", (index,)))

    def _finish(self, at: int) -> None:
        while self._ended < len(self._by_end):
            index = self._by_end[self._ended]
            if self._findings[index].end > at:
                return
            self._active.pop(index, None)
            self._ended += 1

    def _next_border(self, end: int) -> int:
        """Return where the next finding begins or ends, behind this place; ``end`` if none does."""
        findings, started, ended = self._findings, self._started, self._ended
        if started < len(findings):
            end = min(end, findings[started].start)
        if ended < len(findings):
            end = min(end, findings[self._by_end[ended]].end)
        return end
