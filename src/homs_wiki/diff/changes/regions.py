"""Which stretches of two pages belong together, so that nothing in them is cut in half.

The rows of the text view are lines. A template, reference or comment may go over many of them, and
then all of it is one region, its equal lines included.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from homs_wiki.diff.changes.outline import Outline
from homs_wiki.diff.text import Move, Row, RowKind
from homs_wiki.source import Span


class Region:
    """A stretch of the old page and the stretch of the new one that took its place.

    Attributes:
        old: the lines of the old page.
        new: the lines of the new page.
        rows: what the text view says of them, the rows that are not equal.
        move: the move that took it elsewhere; None if it stands where it stood.
    """

    __slots__ = ("move", "new", "old", "rows")

    def __init__(self, old: Span, new: Span, rows: list[Row], move: Move | None = None) -> None:
        self.old = old
        self.new = new
        self.rows = rows
        self.move = move

    def __repr__(self) -> str:
        return f"<Region {self.old} → {self.new}>"


class _Rows:
    """The rows of a text view, by where they stand."""

    def __init__(self, rows: Sequence[Row], outlines: tuple[Outline, Outline]) -> None:
        self.rows = rows
        self.outlines = outlines
        self.texts = outlines[0].text, outlines[1].text
        self.starts = ([row.old.start for row in rows], [row.new.start for row in rows])
        self.ends = ([row.old.end for row in rows], [row.new.end for row in rows])

    def moved_blocks(self) -> set[int]:
        """Return the numbers of the moves that cut no node on either side."""
        return {
            row.move.number
            for row in self.rows
            if row.move is not None
            and self.outlines[0].cover(*row.move.old) == row.move.old
            and self.outlines[1].cover(*row.move.new) == row.move.new
        }

    def widened(self, old: tuple[int, int], new: tuple[int, int]) -> tuple[Span, Span]:
        """Return both stretches in whole lines and rows, made wider until they cut nothing."""
        while True:
            wide_old = self.outlines[0].cover(*old)
            wide_new = self.outlines[1].cover(*new)
            if wide_old == old and wide_new == new:
                return Span(*old), Span(*new)
            first_old, first_new = old[0], new[0]
            if wide_old[0] < old[0] or wide_new[0] < new[0]:
                first_old, first_new = self._start(wide_old[0], wide_new[0])
            last_old, last_new = old[1], new[1]
            if wide_old[1] > old[1] or wide_new[1] > new[1]:
                last_old, last_new = self._end(wide_old[1], wide_new[1])
            old = min(first_old, old[0]), max(last_old, old[1])
            new = min(first_new, new[0]), max(last_new, new[1])

    def touch(self, first: Region, second: Region) -> bool:
        """Whether two regions overlap, or are lines taken out and put in at the same place."""
        if second.old.start < first.old.end or second.new.start < first.new.end:
            return True
        if second.old.start > first.old.end or second.new.start > first.new.end:
            return False
        # Lines that became each other have nothing to do with the next ones that did.
        return not first.rows[-1].kind is second.rows[0].kind is RowKind.CHANGED

    def _start(self, old: int, new: int) -> tuple[int, int]:
        """Return where the line begins that holds the earlier of two places, on both sides."""
        index = min(bisect_right(self.starts[0], old), bisect_right(self.starts[1], new)) - 1
        row = self.rows[index]
        if row.kind is not RowKind.EQUAL:
            return row.old.start, row.new.start
        inside = min(max(0, old - row.old.start), max(0, new - row.new.start))
        line = self.texts[0].rfind("\n", row.old.start, row.old.start + inside) + 1
        inside = line - row.old.start if line else 0
        return row.old.start + inside, row.new.start + inside

    def _end(self, old: int, new: int) -> tuple[int, int]:
        """Return where the line ends that holds the later of two places, on both sides."""
        index = max(bisect_left(self.ends[0], old), bisect_left(self.ends[1], new))
        row = self.rows[min(index, len(self.rows) - 1)]
        if row.kind is not RowKind.EQUAL:
            return row.old.end, row.new.end
        inside = max(old - row.old.start, new - row.new.start, 0)
        if inside and self.texts[0][row.old.start + inside - 1] == "\n":
            return row.old.start + inside, row.new.start + inside
        line = self.texts[0].find("\n", row.old.start + inside, row.old.end) + 1
        inside = line - row.old.start if line else row.old.end - row.old.start
        return row.old.start + inside, row.new.start + inside


def find_regions(
    rows: Sequence[Row], outlines: tuple[Outline, Outline]
) -> tuple[list[Region], list[Region]]:
    """Return the regions that differ and the blocks that moved, both in order.

    Args:
        rows: of the text view.
        outlines: where on the two pages things stand.
    """
    places = _Rows(rows, outlines)
    blocks = places.moved_blocks() if any(row.move for row in rows) else set()
    regions: list[Region] = []
    moves: list[Region] = []
    for row in rows:
        if row.kind is RowKind.EQUAL:
            continue
        if row.move and row.move.number in blocks:
            if row.kind is RowKind.ADDED:
                moves.append(Region(row.move.old, row.move.new, [row], row.move))
            continue
        if regions and _holds(regions[-1], row):
            regions[-1].rows.append(row)
            continue
        region = Region(*places.widened(row.old, row.new), [row])
        while regions and places.touch(regions[-1], region):
            last = regions.pop()
            last.rows.extend(region.rows)  # in place: thousands may be joined one by one
            region = Region(*places.widened(*_joined(last, region)), last.rows)
        regions.append(region)
    return regions, moves


def _holds(region: Region, row: Row) -> bool:
    return row.old.end <= region.old.end and row.new.end <= region.new.end


def _joined(first: Region, second: Region) -> tuple[tuple[int, int], tuple[int, int]]:
    olds = min(first.old.start, second.old.start), max(first.old.end, second.old.end)
    news = min(first.new.start, second.new.start), max(first.new.end, second.new.end)
    return olds, news
