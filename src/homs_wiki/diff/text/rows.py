"""Putting together the rows of a difference, from the first line to the last."""

from homs_wiki.diff.text.inside import word_changes
from homs_wiki.diff.text.lines import Lines
from homs_wiki.diff.text.links import Gap, Link
from homs_wiki.diff.text.model import Move, Row, RowKind, WordChange
from homs_wiki.diff.text.moves import Block
from homs_wiki.source import Span


class Rows:
    """The rows so far. Every method adds what follows them, in both texts.

    Attributes:
        old: the old text.
        new: the new text.
        rows: what was added.
    """

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self.rows: list[Row] = []
        self._at = 0, 0

    def equal(self, old_end: int, new_end: int) -> None:
        """Add an equal row up to two offsets, if there is anything before them."""
        i, j = self._at
        if i == old_end:
            return
        if self.rows and self.rows[-1].kind is RowKind.EQUAL:
            last = self.rows.pop()
            i, j = last.old.start, last.new.start
        self._add(RowKind.EQUAL, Span(i, old_end), Span(j, new_end))

    def changed(self, old_end: int, new_end: int) -> None:
        """Add a changed row up to two offsets."""
        i, j = self._at
        words = word_changes(self.old[i:old_end], self.new[j:new_end], i, j)
        if not words:
            self.equal(old_end, new_end)
            return
        self._add(RowKind.CHANGED, Span(i, old_end), Span(j, new_end), words)

    def removed(self, old_end: int, move: Move | None = None) -> None:
        """Add a removed row up to an offset in the old text."""
        i, j = self._at
        if i < old_end:
            self._add(RowKind.REMOVED, Span(i, old_end), Span(j, j), [], move)

    def added(self, new_end: int, move: Move | None = None) -> None:
        """Add an added row up to an offset in the new text."""
        i, j = self._at
        if j < new_end:
            self._add(RowKind.ADDED, Span(i, i), Span(j, new_end), [], move)

    def _add(
        self,
        kind: RowKind,
        old: Span,
        new: Span,
        words: list[WordChange] | None = None,
        move: Move | None = None,
    ) -> None:
        self.rows.append(Row(kind, old, new, words or [], move))
        self._at = old.end, new.end


class LineRows:
    """Adds rows for lines, by their numbers.

    Args:
        rows: where they are added.
        old: the old lines.
        new: the new lines.
        blocks: those that moved.
    """

    def __init__(self, rows: Rows, old: Lines, new: Lines, blocks: list[Block]) -> None:
        self._rows = rows
        self._old = old
        self._new = new
        moves = [
            (block, self._move(number, block))
            for number, block in enumerate(sorted(blocks, key=lambda block: block.j), start=1)
        ]
        self._arriving = moves
        self._leaving = sorted(moves, key=lambda move: move[0].i)
        self._left = self._arrived = 0

    def add(self, gaps: list[Gap], links: list[Link]) -> None:
        """Add the rows of all lines.

        Args:
            gaps: where the texts differ, in order.
            links: the lines in the gaps that belong together, in order.
        """
        at = 0
        for gap in gaps:
            self._rows.equal(self._old.starts[gap.i], self._new.starts[gap.j])
            while at < len(links) and links[at].i2 <= gap.i2:
                link = links[at]
                self._apart(link.i, link.j)
                self._rows.changed(self._old.starts[link.i2], self._new.starts[link.j2])
                at += 1
            self._apart(gap.i2, gap.j2)

    def _apart(self, i: int, j: int) -> None:
        """Add what was taken out up to an old line, then what was put in up to a new one."""
        while self._left < len(self._leaving) and self._leaving[self._left][0].i < i:
            block, move = self._leaving[self._left]
            self._rows.removed(self._old.starts[block.i])
            self._rows.removed(self._old.starts[block.i2], move)
            self._left += 1
        self._rows.removed(self._old.starts[i])
        while self._arrived < len(self._arriving) and self._arriving[self._arrived][0].j < j:
            block, move = self._arriving[self._arrived]
            self._rows.added(self._new.starts[block.j])
            self._rows.added(self._new.starts[block.j2], move)
            self._arrived += 1
        self._rows.added(self._new.starts[j])

    def _move(self, number: int, block: Block) -> Move:
        old, new = self._old.starts, self._new.starts
        words = [
            change
            for i, i2, j, j2 in block.edited
            for change in word_changes(
                self._old.slice(i, i2), self._new.slice(j, j2), old[i], new[j]
            )
        ]
        where = Span(old[block.i], old[block.i2]), Span(new[block.j], new[block.j2])
        return Move(number, *where, words)
