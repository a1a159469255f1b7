"""Tables in wikitext: ``{|`` to ``|}``.

Followed is what MediaWiki 1.39 shows. Everything happens at the start of a line; white space before
the marks does not count:

* ``{|`` opens a table, after colons too, which indent it; the rest of the line are its attributes.
* Inside: ``|}`` closes it, what follows on the line stands behind the table. ``|-`` (any number of
  hyphens) opens a row, ``|+`` a caption, ``|`` a cell, ``!`` a header cell. ``||`` opens a further
  cell of the same kind on the line, in a line of header cells ``!!`` too.
* The first single ``|`` in what follows a mark, up to the next cell or the end of the line,
  separates attributes from content, unless ``[[`` or ``-{`` stands before it.
* The content goes on over further lines up to the next such line; tables may stand in it.
* A table that is not closed ends with its stretch of text: the page or a reference.
* In a value of a template there is none: every ``|`` parts the template. A template that brings
  marks of its own (``{{!}}``) cannot be seen through.
"""

import re
from bisect import bisect_right
from typing import NamedTuple

from homs_wiki.source import Span
from homs_wiki.syntax.attributes import read_attributes
from homs_wiki.syntax.flat import BORDER, FlatText

_indent = re.compile(r"[ \t]*+(:*+)[ \t]*+").fullmatch
_mark = re.compile(r"\n[ \t]*+(?:(:*+)[ \t]*+(\{\|)|(\|\}|\|-+|\|\+|\||!))").search
_DATA_CELLS = re.compile(r"\|\|")
_HEADER_CELLS = re.compile(r"\|\||!!")


class Cell:
    """A cell, or a caption.

    Attributes:
        source: the text of the whole page.
        start: the offset of the mark that opens it.
        end: where the next part of the table begins, without the line break before it.
        kind: "data", "header" or "caption".
        attributes_span: what stands before the single pipe; None without one.
        content_span: what the cell shows, with the white space around it.
    """

    __slots__ = ("attributes_span", "content_span", "end", "kind", "source", "start")

    def __init__(self, source: str, start: int, kind: str) -> None:
        self.source = source
        self.start = self.end = start
        self.kind = kind
        self.attributes_span: Span | None = None
        self.content_span = Span(start, start)

    @property
    def span(self) -> Span:
        """The cell with its mark and attributes."""
        return Span(self.start, self.end)

    @property
    def content(self) -> str:
        """The wikitext of its content without the white space around it."""
        return self.source[self.content_span.start : self.content_span.end].strip()

    @property
    def attributes(self) -> dict[str, Span]:
        """Where the values of its attributes stand, by lower-case name."""
        span = self.attributes_span
        return read_attributes(self.source, *span) if span else {}

    def __repr__(self) -> str:
        return f"<Cell {self.start}–{self.end} {self.kind}>"


class Row:
    """A row of a table.

    Attributes:
        source: the text of the whole page.
        start: the offset of ``|-``, or of its first cell.
        end: where the next row or the end of the table begins, without the line break before it.
        attributes_span: the rest of the line of ``|-``; None without that mark.
        cells: its cells in order.
    """

    __slots__ = ("attributes_span", "cells", "end", "source", "start")

    def __init__(self, source: str, start: int, attributes: Span | None) -> None:
        self.source = source
        self.start = self.end = start
        self.attributes_span = attributes
        self.cells: list[Cell] = []

    @property
    def span(self) -> Span:
        """The row with its mark."""
        return Span(self.start, self.end)

    @property
    def attributes(self) -> dict[str, Span]:
        """Where the values of its attributes stand, by lower-case name."""
        span = self.attributes_span
        return read_attributes(self.source, *span) if span else {}

    def __repr__(self) -> str:
        return f"<Row {self.start}–{self.end}, {len(self.cells)} cells>"


class Table:
    """A table.

    Attributes:
        source: the text of the whole page.
        start: the offset of ``{|``.
        end: the offset behind ``|}``; the end of its stretch of text if it is not closed.
        indent: how many colons stand before it.
        attributes_span: the rest of its first line.
        captions: its captions; browsers show the first one.
        rows: its rows in order.
        closed: it has its ``|}``.
        parent: the table in whose cell it stands; None if it stands in none.
    """

    __slots__ = (
        "attributes_span",
        "captions",
        "closed",
        "end",
        "indent",
        "parent",
        "rows",
        "source",
        "start",
    )

    def __init__(
        self, source: str, start: int, indent: int, attributes: Span, parent: "Table | None"
    ) -> None:
        self.source = source
        self.start = self.end = start
        self.indent = indent
        self.attributes_span = attributes
        self.captions: list[Cell] = []
        self.rows: list[Row] = []
        self.closed = False
        self.parent = parent

    @property
    def span(self) -> Span:
        """The table with its marks."""
        return Span(self.start, self.end)

    @property
    def attributes(self) -> dict[str, Span]:
        """Where the values of its attributes stand, by lower-case name."""
        return read_attributes(self.source, *self.attributes_span)

    def __repr__(self) -> str:
        return f"<Table {self.start}–{self.end}, {len(self.rows)} rows>"


class Tables(NamedTuple):
    """All tables of a page, and what the other constructs need to know of them.

    Attributes:
        tables: in order of their start, the outer before the inner.
        areas: where in the flat text outermost tables stand: start, end, start, end …
        breaks: where in the flat text a cell begins within a line.
    """

    tables: list[Table]
    areas: list[int]
    breaks: list[int]

    def cover(self, offset: int) -> bool:
        """Say whether an offset of the flat text lies in a table."""
        return bisect_right(self.areas, offset) % 2 == 1


def find_tables(source: str, flat: FlatText) -> Tables:
    """Return all tables of a page.

    Args:
        source: the page.
        flat: its flat text.
    """
    text = flat.text
    found = Tables([], [], [])
    pos = 0
    while (opening := text.find("{|", pos)) >= 0:
        line = _line_start(text, opening)
        before = _indent(text, line, opening) if line >= 0 else None
        if before is None:
            pos = opening + 2
            continue
        border = text.find(BORDER, opening)
        pos = _Reader(source, flat, found).read(opening, len(before[1]), border)
        found.areas.extend((opening, pos))
    found.tables.sort(key=lambda table: table.start)
    return found


def _line_start(text: str, pos: int) -> int:
    """Return where the line starts if only blanks and colons stand before ``pos``; else -1."""
    first = pos
    while first and text[first - 1] in " \t:":
        first -= 1
    return first if first == 0 or text[first - 1] == "\n" else -1


class _Open:
    """A table that is open, with what is open in it."""

    __slots__ = ("cell", "content", "row", "table")

    def __init__(self, table: Table) -> None:
        self.table = table
        self.row: Row | None = None
        self.cell: Cell | None = None
        self.content = 0


class _Reader:
    """Reads one outermost table with the tables in it."""

    __slots__ = ("flat", "found", "source", "stack", "text")

    def __init__(self, source: str, flat: FlatText, found: Tables) -> None:
        self.source = source
        self.flat = flat
        self.text = flat.text
        self.found = found
        self.stack: list[_Open] = []

    def read(self, start: int, indent: int, border: int) -> int:
        """Read the table at ``start``, return where it ends, both in the flat text."""
        text = self.text
        pos = self._line_end(start, border)
        self._open_table(start, indent, start + 2, pos)
        while mark := _mark(text, pos, border):
            before = mark.start()
            pos = self._line_end(mark.end(), border)
            if mark[2]:
                self._open_table(mark.start(2), len(mark[1]), mark.end(), pos)
            elif mark[3] == "|}":
                self._close_table(before, mark.end(), True)
                pos = mark.end()
                if not self.stack:
                    return pos
            elif mark[3].startswith("|-"):
                self._end_row(before)
                self._open_row(mark.start(3), self._span(mark.end(), pos))
            else:
                self._end_cell(before)
                self._cells(mark[3], mark.start(3), mark.end(), pos)
        while self.stack:
            self._close_table(border, border, False)
        return border

    def _line_end(self, pos: int, border: int) -> int:
        newline = self.text.find("\n", pos, border)
        return border if newline < 0 else newline

    def _span(self, start: int, end: int) -> Span:
        return Span(*self.flat.span(start, end))

    def _open_table(self, start: int, indent: int, attributes: int, line_end: int) -> None:
        parent = self.stack[-1].table if self.stack else None
        table = Table(
            self.source,
            self.flat.start(start),
            indent,
            self._span(attributes, line_end),
            parent,
        )
        self.found.tables.append(table)
        self.stack.append(_Open(table))

    def _close_table(self, before: int, end: int, closed: bool) -> None:
        self._end_row(before)
        table = self.stack.pop().table
        table.end = self.flat.end(end)
        table.closed = closed

    def _open_row(self, start: int, attributes: Span | None) -> Row:
        state = self.stack[-1]
        state.row = Row(self.source, self.flat.start(start), attributes)
        state.table.rows.append(state.row)
        return state.row

    def _end_row(self, pos: int) -> None:
        self._end_cell(pos)
        state = self.stack[-1]
        if state.row:
            state.row.end = max(state.row.start, self.flat.end(pos))
            state.row = None

    def _end_cell(self, pos: int) -> None:
        state = self.stack[-1]
        cell = state.cell
        if cell:
            cell.content_span = self._span(state.content, max(pos, state.content))
            cell.end = max(cell.start, cell.content_span.end)
            if cell.attributes_span:
                cell.end = max(cell.end, cell.attributes_span.end + 1)
            state.cell = None

    def _cells(self, mark: str, start: int, pos: int, line_end: int) -> None:
        """Open the cells of one line."""
        state = self.stack[-1]
        kind = {"|+": "caption", "|": "data", "!": "header"}[mark]
        separators = _HEADER_CELLS if mark == "!" else _DATA_CELLS
        target = state.table.captions
        if mark != "|+":
            target = (state.row or self._open_row(start, None)).cells
        while True:
            separator = separators.search(self.text, pos, line_end)
            end = separator.start() if separator else line_end
            cell = Cell(self.source, self.flat.start(start), kind)
            target.append(cell)
            state.cell = cell
            state.content = self._behind_attributes(cell, pos, end)
            if separator is None:
                return
            self._end_cell(end)
            start, pos = separator.span()
            self.found.breaks.append(start)

    def _behind_attributes(self, cell: Cell, start: int, end: int) -> int:
        """Return where the content of a cell begins, behind its attributes if it has some."""
        pipe = self.text.find("|", start, end)
        if pipe < 0 or any(self.text.find(mark, start, pipe) >= 0 for mark in ("[[", "-{")):
            return start
        cell.attributes_span = self._span(start, pipe)
        return pipe + 1
