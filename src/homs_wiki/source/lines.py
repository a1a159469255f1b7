"""From offsets to lines and columns, and back."""

from bisect import bisect_right
from typing import NamedTuple

from homs_wiki.source.patterns import compiled
from homs_wiki.source.span import Span

_LINE_END = compiled(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A place as people count it: line and column from 1, the column in code points."""

    line: int
    column: int


class LineIndex:
    """The lines of a text; a line ends with LF, CRLF or CR, as editors and language servers count.

    Building it takes one pass over the text, each question a binary search.
    """

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def __len__(self) -> int:
        """How many lines there are; a text that ends with a line end has an empty last one."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of ``offset``; the end of the text is a place too.

        Raises:
            ValueError: the offset lies outside the text.
        """
        if not 0 <= offset <= len(self._text):
            raise ValueError(f"offset {offset} lies outside {len(self._text)} code points")
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column; a column past the line's end means its end.

        Raises:
            ValueError: there is no such line, or the column is below 1.
        """
        span = self.line(line)
        if column < 1:
            raise ValueError(f"columns are counted from 1, not {column}")
        return min(span.start + column - 1, span.end)

    def line(self, number: int) -> Span:
        """Return the span of a line, counted from 1, without its line end.

        Raises:
            ValueError: there is no such line.
        """
        if not 1 <= number <= len(self._starts):
            raise ValueError(f"there are {len(self._starts)} lines, no line {number}")
        start = self._starts[number - 1]
        last = number == len(self._starts)
        end = len(self._text) if last else self._starts[number]
        if not last:
            end -= 2 if self._text.startswith("\r\n", end - 2) and end - 2 >= start else 1
        return Span(start, end)

    def utf16_column(self, offset: int) -> int:
        """Return the column of ``offset`` in UTF-16 code units from 0, as language servers count.

        Raises:
            ValueError: the offset lies outside the text.
        """
        start = self._starts[self.position(offset).line - 1]
        return sum(2 if char > "\uffff" else 1 for char in self._text[start:offset])
