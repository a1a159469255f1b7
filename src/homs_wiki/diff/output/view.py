"""The text view as people see it: lines with what changed in them, and what is folded away.

A row of a comparison may be thousands of equal lines, or a paragraph that was split into five;
here it becomes blocks that can be shown beside a line number each.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.diff.text import RowKind, WordChange
from homs_wiki.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.diff.text import Move, Row, TextDiff


class Block(NamedTuple):
    """Lines that are shown together: one line mostly, on one side or on both.

    Attributes:
        kind: what happened to them; lines of a moved block are removed or added ones.
        old: the lines of the old text with their ends; empty if there are none.
        new: the same of the new text.
        old_line: number of the first old line, or of the line behind this place.
        new_line: the same of the new text.
        words: what changed inside; all between is equal.
        move: the move that took the lines away, or brought them.
        origin: for lines that a move brought: where they stood; the words are the difference.
    """

    kind: RowKind
    old: Span
    new: Span
    old_line: int
    new_line: int
    words: list[WordChange] = []  # noqa: RUF012 - shared by all blocks without any; never written to
    move: Move | None = None
    origin: Span | None = None


class Fold(NamedTuple):
    """Equal lines that are not shown.

    Attributes:
        old: the lines in the old text.
        new: the same lines in the new text.
        old_line: number of the first of them in the old text.
        new_line: the same in the new text.
        length: how many lines they are.
    """

    old: Span
    new: Span
    old_line: int
    new_line: int
    length: int


class MovePlace(NamedTuple):
    """Where a moved block is: its first line in both texts, and how many it has in the new one."""

    old_line: int
    new_line: int
    length: int


Hunk = list[Block]
"""Blocks that follow one another with nothing folded between them."""


class Piece(NamedTuple):
    """A stretch of a block: ``kind`` is EQUAL, REMOVED or ADDED."""

    kind: RowKind
    text: str


class View:
    """The blocks and folds of a comparison, in the order of the texts.

    Args:
        diff: the comparison.
        context: how many equal lines are shown around what changed.
    """

    def __init__(self, diff: TextDiff, context: int) -> None:
        self._diff = diff
        self._context = context

    @cached_property
    def moves(self) -> dict[int, MovePlace]:
        """Where the moved blocks are, by number."""
        old_lines: dict[int, int] = {}
        new_lines: dict[int, tuple[int, int]] = {}
        old_line = new_line = 1
        for row in self._diff.rows:
            old_count, new_count = self._counts(row)
            if row.move and row.kind is RowKind.REMOVED:
                old_lines[row.move.number] = old_line
            elif row.move:
                new_lines[row.move.number] = new_line, new_count
            old_line += old_count
            new_line += new_count
        return {number: MovePlace(old_lines[number], *place) for number, place in new_lines.items()}

    def parts(self) -> Iterator[Block | Fold]:
        """Yield all there is: blocks to show, and between them folds."""
        rows = self._diff.rows
        old_line = new_line = 1
        for number, row in enumerate(rows):
            if row.kind is RowKind.EQUAL:
                before = self._context if number else 0
                after = self._context if number < len(rows) - 1 else 0
                yield from self._equal(row, old_line, new_line, before, after)
            elif row.kind is RowKind.CHANGED:
                yield from self.blocks(row.old, row.new, row.words, old_line, new_line)
            else:
                yield from self._one_side(row, old_line, new_line)
            old_count, new_count = self._counts(row)
            old_line += old_count
            new_line += new_count

    def hunks(self) -> Iterator[Hunk]:
        """Yield what is not folded."""
        hunk: Hunk = []
        for part in self.parts():
            if isinstance(part, Block):
                hunk.append(part)
            elif hunk:
                yield hunk
                hunk = []
        if hunk:
            yield hunk

    def pieces(self, block: Block) -> Iterator[Piece]:
        """Yield two sides as one: what is equal, what was removed, what was added, in order."""
        old = block.origin or block.old
        done = old.start
        for word in block.words:
            if done < word.old.start:
                yield Piece(RowKind.EQUAL, self._diff.old[done : word.old.start])
            if word.old.start < word.old.end:
                yield Piece(RowKind.REMOVED, self._diff.old[slice(*word.old)])
            if word.new.start < word.new.end:
                yield Piece(RowKind.ADDED, self._diff.new[slice(*word.new)])
            done = word.old.end
        if done < old.end:
            yield Piece(RowKind.EQUAL, self._diff.old[done : old.end])

    def text(self, block: Block) -> str:
        """Return the lines of a block as they are, or were if they were removed."""
        if block.kind is RowKind.REMOVED:
            return self._diff.old[slice(*block.old)]
        return self._diff.new[slice(*block.new)]

    def words(self, block: Block) -> Iterator[tuple[str, str]]:
        """Yield what was removed and what was added in its place, for each change in a block."""
        for old, new in block.words:
            yield self._diff.old[slice(*old)], self._diff.new[slice(*new)]

    def blocks(
        self, old: Span, new: Span, words: list[WordChange], old_line: int, new_line: int
    ) -> Iterator[Block]:
        """Yield the blocks of lines that belong together on both sides.

        They are cut where a line ends on both sides at once, so a split paragraph stays in one.
        """
        for part_old, part_new, part_words in _cut(self._diff.old, old, new, words):
            kind = RowKind.CHANGED if part_words else RowKind.EQUAL
            yield Block(kind, part_old, part_new, old_line, new_line, part_words)
            old_line += self._lines(self._diff.old, part_old)
            new_line += self._lines(self._diff.new, part_new)

    def _equal(
        self, row: Row, old_line: int, new_line: int, before: int, after: int
    ) -> Iterator[Block | Fold]:
        """Yield equal lines: some after the last change, some before the next, a fold between."""
        text, shift = self._diff.old, row.new.start - row.old.start
        line_shift = new_line - old_line
        head = _lines_from(text, row.old, before)
        rest = Span(head[-1] if head else row.old.start, row.old.end)
        tail = _lines_to(text, rest, after)
        folded = Span(rest.start, tail[0])
        count = self._lines(text, folded)
        yield from _each(row.old.start, head, old_line, shift, line_shift)
        line = old_line + len(head)
        if count == 1:  # a line that says so takes as much room
            yield from _each(folded.start, [folded.end], line, shift, line_shift)
        elif count:
            new = Span(folded.start + shift, folded.end + shift)
            yield Fold(folded, new, line, line + line_shift, count)
        yield from _each(tail[0], tail[1:], line + count, shift, line_shift)

    def _one_side(self, row: Row, old_line: int, new_line: int) -> Iterator[Block]:
        if row.kind is RowKind.ADDED and row.move:
            yield from self._moved(row, row.move, old_line, new_line)
            return
        removed = row.kind is RowKind.REMOVED
        text, span = (self._diff.old, row.old) if removed else (self._diff.new, row.new)
        for number, place in enumerate(_each_line(text, span)):
            yield Block(
                row.kind,
                place if removed else row.old,
                row.new if removed else place,
                old_line + (number if removed else 0),
                new_line + (0 if removed else number),
                move=row.move,
            )

    def _moved(self, row: Row, move: Move, old_line: int, new_line: int) -> Iterator[Block]:
        for block in self.blocks(move.old, move.new, move.words, 1, new_line):
            yield Block(
                RowKind.ADDED,
                row.old,
                block.new,
                old_line,
                block.new_line,
                block.words,
                move,
                block.old,
            )

    def _counts(self, row: Row) -> tuple[int, int]:
        return self._lines(self._diff.old, row.old), self._lines(self._diff.new, row.new)

    @staticmethod
    def _lines(text: str, span: Span) -> int:
        """Return how many lines begin in a span of whole lines."""
        if span.start == span.end:
            return 0
        return text.count("\n", *span) + (not text.endswith("\n", *span))


def _cut(
    text: str, old: Span, new: Span, words: list[WordChange]
) -> Iterator[tuple[Span, Span, list[WordChange]]]:
    """Cut two stretches into the lines that end on both sides at once."""
    start_old, start_new = old.start, new.start
    done_old, done_new = start_old, start_new  # how far equality has been followed
    held: list[WordChange] = []
    for word in (*words, WordChange(Span(old.end, old.end), Span(new.end, new.end))):
        end = word.old.start
        while (newline := text.find("\n", done_old, end)) >= 0:
            done_new += newline + 1 - done_old
            done_old = newline + 1
            yield Span(start_old, done_old), Span(start_new, done_new), held
            start_old, start_new, held = done_old, done_new, []
        done_old, done_new = word.old.end, word.new.end
        held.append(word)
    held.pop()
    if start_old < old.end or start_new < new.end:
        yield Span(start_old, old.end), Span(start_new, new.end), held


def _each_line(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while start < span.end:
        end = text.find("\n", start, span.end) + 1 or span.end
        yield Span(start, end)
        start = end


def _lines_from(text: str, span: Span, count: int) -> list[int]:
    """Return where the first lines of a span end, at most ``count`` of them."""
    ends: list[int] = []
    start = span.start
    while len(ends) < count and start < span.end:
        start = text.find("\n", start, span.end) + 1 or span.end
        ends.append(start)
    return ends


def _lines_to(text: str, span: Span, count: int) -> list[int]:
    """Return where the last lines of a span begin, at most ``count``; then where the last ends."""
    starts = [span.end]
    while len(starts) <= count and starts[-1] > span.start:
        starts.append(max(text.rfind("\n", span.start, starts[-1] - 1) + 1, span.start))
    return starts[::-1]


def _each(start: int, ends: list[int], line: int, shift: int, line_shift: int) -> Iterator[Block]:
    """Yield equal lines that end at ``ends``; what is new stands ``shift`` farther on."""
    for number, end in enumerate(ends, line):
        new = Span(start + shift, end + shift)
        yield Block(RowKind.EQUAL, Span(start, end), new, number, number + line_shift)
        start = end
