"""A text comparison in terms of the files as they are, with their own line ends.

Pages are compared with every line end as LF. A file may have others, and the two sides different
ones; here the rows are those of the files, and a difference of line ends is a change like others.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from homs_wiki.diff.text import Move, Row, RowKind, WordChange
from homs_wiki.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.diff.output.compared import ComparedFile
    from homs_wiki.source import SourceFile

_LINE_END = re.compile(r"\r\n?|\n")
_CRLF = re.compile(r"\r\n")


class _Side:
    """One file: its text, and where the places of the page are in it."""

    __slots__ = ("_folded", "text")

    def __init__(self, source: SourceFile | None) -> None:
        self.text = source.original if source else ""
        crlf = (match.start() for match in _CRLF.finditer(self.text))
        self._folded = [start - before for before, start in enumerate(crlf)]

    def span(self, span: Span) -> Span:
        return Span(*(offset + bisect_left(self._folded, offset) for offset in span))


class OriginalRows:
    """The rows of a comparison with places in the files' own texts (after a byte order mark).

    Attributes:
        old: the old file's text; empty if there is none.
        new: the same of the new file.
    """

    __slots__ = ("_diff", "_new", "_old", "_plain", "new", "old")

    def __init__(self, compared: ComparedFile) -> None:
        self._diff = compared.comparison.text
        self._old, self._new = _Side(compared.old), _Side(compared.new)
        self.old, self.new = self._old.text, self._new.text
        self._plain = "\r" not in self.old and "\r" not in self.new

    def moves(self) -> Iterator[Move]:
        """Yield the moved blocks."""
        for move in self._diff.moves:
            yield move if self._plain else self._move(move)

    def spans(self, old: Span | None, new: Span | None) -> tuple[Span | None, Span | None]:
        """Return two places of the pages as places in the files."""
        return old and self._old.span(old), new and self._new.span(new)

    def rows(self) -> Iterator[Row]:
        """Yield the rows; a row of equal lines has equal line ends too."""
        for row in self._diff.rows:
            if self._plain:
                yield row
            elif row.kind is RowKind.EQUAL:
                yield from self._equal(self._old.span(row.old), self._new.span(row.new))
            else:
                yield self._other(row)

    def _other(self, row: Row) -> Row:
        old, new = self._old.span(row.old), self._new.span(row.new)
        words = list(self._words(old, new, row.words)) if row.kind is RowKind.CHANGED else []
        return Row(row.kind, old, new, words, row.move and self._move(row.move))

    def _move(self, move: Move) -> Move:
        old, new = self._old.span(move.old), self._new.span(move.new)
        return Move(move.number, old, new, list(self._words(old, new, move.words)))

    def _equal(self, old: Span, new: Span) -> Iterator[Row]:
        """Yield lines that are equal but perhaps for their ends, as few rows as that takes."""
        if self.old[slice(*old)] == self.new[slice(*new)]:
            yield Row(RowKind.EQUAL, old, new)
            return
        old_done, new_done = old.start, new.start  # the beginning of an equal run
        before, after = old_done, new_done  # the beginning of the line
        for change in self._line_ends(old, new):
            before, after = self._line_start(change)
            if old_done < before:
                yield Row(RowKind.EQUAL, Span(old_done, before), Span(new_done, after))
            old_done, new_done = change.old.end, change.new.end
            yield Row(RowKind.CHANGED, Span(before, old_done), Span(after, new_done), [change])
        if old_done < old.end:
            yield Row(RowKind.EQUAL, Span(old_done, old.end), Span(new_done, new.end))

    def _line_start(self, change: WordChange) -> tuple[int, int]:
        """Return where the line begins whose end differs: all before the end is equal."""
        end = change.old.start
        start = max(self.old.rfind("\n", 0, end), self.old.rfind("\r", 0, end)) + 1
        return start, change.new.start - (end - start)

    def _words(self, old: Span, new: Span, words: list[WordChange]) -> Iterator[WordChange]:
        """Yield the changes in a row, with the line ends that differ between them."""
        i, j = old.start, new.start
        for word in words:
            there = WordChange(self._old.span(word.old), self._new.span(word.new))
            yield from self._line_ends(Span(i, there.old.start), Span(j, there.new.start))
            yield there
            i, j = there.old.end, there.new.end
        yield from self._line_ends(Span(i, old.end), Span(j, new.end))

    def _line_ends(self, old: Span, new: Span) -> Iterator[WordChange]:
        """Yield where the line ends of stretches differ that are equal otherwise."""
        if self.old[slice(*old)] == self.new[slice(*new)]:
            return
        ends = zip(
            _LINE_END.finditer(self.old, *old), _LINE_END.finditer(self.new, *new), strict=True
        )
        for before, after in ends:
            if before.group() != after.group():
                yield WordChange(Span(*before.span()), Span(*after.span()))
