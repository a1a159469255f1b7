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

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.attributes import read_attributes
from homs_wiki.syntax.flat import BORDER, FlatText
from homs_wiki.syntax.stretch import Stretch

_indent = compiled(r"[ \t]*+(:*+)[ \t]*+").fullmatch
_mark = compiled(r"\n[ \t]*+(?:(:*+)[ \t]*+(\{\|)|(\|\}|\|-+|\|\+|\||!))").search
# Of those marks the ones that open or close a table.
_edge = compiled(r"\n[ \t]*+(?:(:*+)[ \t]*+(\{\|)|\|\})").search
# What opens further cells in a line, by its mark.
_DATA_CELLS = compiled(r"\|\|")
_SEPARATORS = {"|": _DATA_CELLS, "|+": _DATA_CELLS, "!": compiled(r"\|\||!!")}


class Cell(Stretch):
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
        closed: it has its ``|}``.
        parent: the table in whose cell it stands; None if it stands in none.
    """

    __slots__ = (
        "_captions",
        "_outermost",
        "_rows",
        "attributes_span",
        "closed",
        "end",
        "indent",
        "parent",
        "source",
        "start",
    )

    def __init__(
        self,
        outermost: "_Outermost",
        start: int,
        indent: int,
        attributes: Span,
        parent: "Table | None",
    ) -> None:
        self._outermost = outermost
        self.source = outermost.flat.source
        self.start = self.end = start
        self.indent = indent
        self.attributes_span = attributes
        self.closed = False
        self.parent = parent
        self._captions: list[Cell] = []
        self._rows: list[Row] = []

    @property
    def captions(self) -> list[Cell]:
        """Its captions; browsers show the first one."""
        self._outermost.read()
        return self._captions

    @property
    def rows(self) -> list[Row]:
        """Its rows in order."""
        self._outermost.read()
        return self._rows

    @property
    def span(self) -> Span:
        """The table with its marks."""
        return Span(self.start, self.end)

    @property
    def attributes(self) -> dict[str, Span]:
        """Where the values of its attributes stand, by lower-case name."""
        return read_attributes(self.source, *self.attributes_span)

    def __repr__(self) -> str:
        return f"<Table {self.start}–{self.end}>"


class _Outermost:
    """A table that stands in no other, with those in it; rows and cells are read when asked for."""

    __slots__ = ("_is_read", "border", "end", "flat", "start", "tables")

    def __init__(self, flat: FlatText, start: int, indent: int) -> None:
        self.flat = flat
        # In the flat text: where it starts, where its stretch ends at the latest, where it ends.
        self.start = start
        self.border = flat.text.find(BORDER, start)
        self.end = self.border
        self.tables: list[Table] = []
        self._is_read = False
        self._find_ends(indent)

    def _find_ends(self, indent: int) -> None:
        """Find where this table and those in it end."""
        flat, border = self.flat, self.border
        stack = [self._open(self.start, indent, None)]
        pos = _line_end(flat.text, self.start, border)
        while mark := _edge(flat.text, pos, border):
            if mark[2]:
                stack.append(self._open(mark.start(2), len(mark[1]), stack[-1]))
                pos = _line_end(flat.text, mark.end(), border)
                continue
            pos = mark.end()
            table = stack.pop()
            table.end = flat.end(pos)
            table.closed = True
            if not stack:
                self.end = pos
                return
        for table in stack:
            table.end = flat.end(border)

    def _open(self, start: int, indent: int, parent: Table | None) -> Table:
        line_end = _line_end(self.flat.text, start, self.border)
        attributes = Span(*self.flat.span(start + 2, line_end))
        table = Table(self, self.flat.start(start), indent, attributes, parent)
        self.tables.append(table)
        return table

    def read(self) -> None:
        """Read the rows and cells of all its tables, unless that was done."""
        if not self._is_read:
            self._is_read = True
            _Reader(self.flat, self.tables).read(self.start, self.border)

    def breaks(self) -> Iterator[int]:
        """Yield where in the flat text a cell begins within a line that has apostrophes."""
        text = self.flat.text
        pos = _line_end(text, self.start, self.end)
        while mark := _mark(text, pos, self.end):
            pos, line_end = mark.end(), _line_end(text, mark.end(), self.end)
            if mark[3] in _SEPARATORS and text.find("''", pos, line_end) >= 0:
                for separator in _SEPARATORS[mark[3]].finditer(text, pos, line_end):
                    yield separator.start()
            pos = line_end


class Tables:
    """All tables of a page, and what the other constructs need to know of them.

    Args:
        outermost: the tables that stand in no other.
    """

    def __init__(self, outermost: list[_Outermost]) -> None:
        self._outermost = outermost
        self._edges = [edge for table in outermost for edge in (table.start, table.end)]

    def cover(self, offset: int) -> bool:
        """Say whether an offset of the flat text lies in a table."""
        return bisect_right(self._edges, offset) % 2 == 1

    def all(self) -> list[Table]:
        """Return the tables in order of their start, the outer before the inner."""
        found = [table for outermost in self._outermost for table in outermost.tables]
        found.sort(key=attrgetter("start"))
        return found

    def breaks(self) -> list[int]:
        """Return where in the flat text a cell begins within a line that has apostrophes."""
        return [place for table in self._outermost for place in table.breaks()]


def find_tables(flat: FlatText) -> Tables:
    """Return all tables of a page.

    Args:
        flat: the flat text of the page.
    """
    text = flat.text
    found = []
    pos = 0
    while (opening := text.find("{|", pos)) >= 0:
        line = _line_start(text, opening)
        before = _indent(text, line, opening) if line >= 0 else None
        if before is None:
            pos = opening + 2
            continue
        table = _Outermost(flat, opening, len(before[1]))
        found.append(table)
        pos = table.end
    return Tables(found)


def _line_end(text: str, pos: int, border: int) -> int:
    newline = text.find("\n", pos, border)
    return border if newline < 0 else newline


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
    """Reads the rows and cells of one outermost table and of the tables in it."""

    __slots__ = ("flat", "source", "stack", "tables", "text")

    def __init__(self, flat: FlatText, tables: Sequence[Table]) -> None:
        self.flat = flat
        self.source = flat.source
        self.text = flat.text
        self.tables = iter(tables)
        self.stack = [_Open(next(self.tables))]

    def read(self, start: int, border: int) -> None:
        """Read the table at ``start``; its stretch of the flat text ends at ``border``."""
        text = self.text
        pos = _line_end(text, start, border)
        while mark := _mark(text, pos, border):
            before = mark.start()
            pos = _line_end(text, mark.end(), border)
            if mark[2]:
                self.stack.append(_Open(next(self.tables)))
            elif mark[3] == "|}":
                self._end_row(before)
                self.stack.pop()
                pos = mark.end()
                if not self.stack:
                    return
            elif mark[3].startswith("|-"):
                self._end_row(before)
                self._open_row(mark.start(3), self._span(mark.end(), pos))
            else:
                self._end_cell(before)
                self._cells(mark[3], mark.start(3), mark.end(), pos)
        while self.stack:
            self._end_row(border)
            self.stack.pop()

    def _span(self, start: int, end: int) -> Span:
        return Span(*self.flat.span(start, end))

    def _open_row(self, start: int, attributes: Span | None) -> Row:
        state = self.stack[-1]
        state.row = Row(self.source, self.flat.start(start), attributes)
        state.table._rows.append(state.row)
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
        separators = _SEPARATORS[mark]
        target = state.table._captions
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

    def _behind_attributes(self, cell: Cell, start: int, end: int) -> int:
        """Return where the content of a cell begins, behind its attributes if it has some."""
        pipe = self.text.find("|", start, end)
        if pipe < 0 or any(self.text.find(mark, start, pipe) >= 0 for mark in ("[[", "-{")):
            return start
        cell.attributes_span = self._span(start, pipe)
        return pipe + 1
