"""What the HTML page shows of a file, ready for its template: plain text, never markup."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.diff.output.cut import ends, head
from homs_wiki.diff.output.view import Block, Fold, View
from homs_wiki.diff.output.wording import Sections, blanks, number, told
from homs_wiki.diff.text import RowKind
from homs_wiki.report import line_direction, tags_apart
from homs_wiki.source.visible import visible, visible_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.diff.output.compared import ComparedFile
    from homs_wiki.diff.output.view import Piece
    from homs_wiki.diff.output.wording import Told

_LONGEST = {RowKind.EQUAL: 1000, RowKind.REMOVED: 50_000, RowKind.ADDED: 50_000}  # code points
_LONGEST_FOLDED = 300  # of a line that is folded away
_MOST_FOLDED = 100  # lines in one fold
_MOST_FOLDED_IN_FILE = 2000  # lines in all folds of a file; more would only weigh on the page

_FEW = 20  # pieces of a line that say which way it runs
_MANY = 1000  # rows
_SHOWN_OF_MOVED = 2  # lines of a moved block that are always shown
_SAMPLE = 2000  # code points of a line that say which way it runs


class Bit(NamedTuple):
    """A stretch of a line.

    Attributes:
        kind: ``equal``, ``removed``, ``added`` or ``gap``.
        parts: its text; every other part, from the second, is a tag or an address, which runs
            from the left wherever it stands.
    """

    kind: str
    parts: list[str]


class Cell(NamedTuple):
    """Text of a line, and which way it runs: ``rtl``, ``ltr`` or ``auto``."""

    bits: list[Bit]
    direction: str


class Row(NamedTuple):
    """A line, or lines, of the text view.

    Attributes:
        kind: ``equal``, ``changed``, ``removed``, ``added``, ``gone`` or ``come`` (moved).
        anchor: its id; empty for equal lines.
        stop: whether the keyboard stops here.
        label: what it is, for those who hear the page.
        old_line: its number in the old text; empty if it is not there.
        new_line: the same in the new text.
        old: the text as it was; None if it was not there.
        new: the text as it is; None if it is not there any more.
        merged: both in one; None if one of them says it all.
        white_space: whether nothing but white space changed.
    """

    kind: str
    anchor: str
    stop: bool
    label: str
    old_line: str
    new_line: str
    old: Cell | None = None
    new: Cell | None = None
    merged: Cell | None = None
    white_space: bool = False


class MoveNote(NamedTuple):
    """Where a moved block went (``gone``), or came from, and the anchors of both places."""

    gone: bool
    anchor: str
    target: str
    line: str
    lines: str
    edited: bool

    @property
    def kind(self) -> str:
        """What the template tells it by."""
        return "move"


class FoldedLine(NamedTuple):
    """A line in a fold; the number is empty on a side where it is not."""

    old_line: str
    new_line: str
    cell: Cell


class FoldNote(NamedTuple):
    """Equal lines that are folded away: the first of them, and how many are left out."""

    title: str
    lines: list[FoldedLine]
    left_out: str

    @property
    def kind(self) -> str:
        """What the template tells it by."""
        return "fold"


class HunkView(NamedTuple):
    """What is shown between two folds, under the section it is in."""

    anchor: str
    section: str
    before: FoldNote | None
    rows: list[Row | MoveNote | FoldNote]


class Line(NamedTuple):
    """A place of a change: its line, and the anchor where the text view shows it."""

    text: str
    anchor: str


class ChangeView(NamedTuple):
    """A change in an editor's terms; every other word, from the second, is text from the page."""

    sign: str
    kind: str
    words: list[str]
    lines: list[Line]


class FileView:
    """A file as the page shows it.

    Attributes:
        anchor: its id on the page, which begins all others of this file.
        title: its name.
        old_label: what to call the old side.
        new_label: what to call the new side.
        notes: sentences about the file itself.
        language: of the wiki, as HTML's ``lang`` has it.
        direction: of the wiki: ``rtl`` or ``ltr``.
        hunks: the text view.
        end: what is folded away at the end.
        many: whether it has so many rows that laying all of them out at once would take long.
        sections: the changes by section.
        changes: how many there are.
    """

    def __init__(self, compared: ComparedFile, index: int, context: int) -> None:
        page = compared.comparison.new or compared.comparison.old
        self.anchor = f"f{index}"
        self.title = visible(_title(compared))
        renamed = compared.old_name != compared.new_name
        self.old_label = visible(compared.old_label or (renamed and compared.old_name) or "Old")
        self.new_label = visible(compared.new_label or (renamed and compared.new_name) or "New")
        self.notes = compared.notes
        self.language = page.profile.language if page else "en"
        self.direction = page.profile.direction if page else "ltr"
        text = _TextView(compared, self.anchor, self.direction, context)
        self.hunks = text.hunks
        self.end = text.end
        self.many = sum(len(hunk.rows) for hunk in text.hunks) > _MANY
        self.sections = [
            (visible(section), [_change(telling, text) for telling in tellings])
            for section, tellings in told(compared.comparison)
        ]
        self.changes = sum(len(changes) for _, changes in self.sections)


def _title(compared: ComparedFile) -> str:
    old, new = compared.old_name, compared.new_name
    if compared.old is None or compared.new is None or old == new:
        return compared.name
    return f"{old} → {new}"


def _change(telling: Told, text: _TextView) -> ChangeView:
    lines = []
    for line, places in (
        (telling.old_line, text.old_places),
        (telling.new_line, text.new_places),
    ):
        if line is not None:
            lines.append(Line(f"{line:,}", places.anchor(line)))
    if lines[1:] == lines[:1]:
        del lines[1:]
    words = [visible(word) for word in telling.words]
    return ChangeView(telling.sign, telling.kind, words, lines)


class _Places:
    """The anchors of one side's rows by line."""

    __slots__ = ("_anchors", "_lines")

    def __init__(self) -> None:
        self._lines: list[int] = []
        self._anchors: list[str] = []

    def add(self, line: int, anchor: str) -> None:
        if anchor:
            self._lines.append(line)
            self._anchors.append(anchor)

    def anchor(self, line: int) -> str:
        """Return the anchor of the row that shows a line, or else of the one nearest to it."""
        if not self._lines:
            return ""
        after = bisect_right(self._lines, line)
        before = max(after - 1, 0)
        if after < len(self._lines) and self._lines[before] != line:
            nearer = self._lines[after] - line < line - self._lines[before]
            return self._anchors[after if nearer else before]
        return self._anchors[before]


class _TextView:
    """The text view of a file.

    Attributes:
        hunks: what is shown, with what is folded away before.
        end: what is folded away at the end.
        old_places: where lines of the old text are shown.
        new_places: the same of the new text.
    """

    __slots__ = (
        "_cells",
        "_file",
        "_folds",
        "_rows",
        "_view",
        "end",
        "hunks",
        "new_places",
        "old_places",
    )

    def __init__(self, compared: ComparedFile, anchor: str, direction: str, context: int) -> None:
        diff = compared.comparison.text
        self._file = anchor
        self._view = View(diff, context)
        self._cells = _Cells(direction)
        self._folds = _Folds(diff.old, self._cells)
        self._rows = 0
        self.old_places, self.new_places = _Places(), _Places()
        self.hunks: list[HunkView] = []
        self.end: FoldNote | None = None
        if diff.changes:
            self._read(Sections(compared.comparison))

    def _read(self, sections: Sections) -> None:
        for folded, parts in groupby(self._view.parts(), lambda part: isinstance(part, Fold)):
            if folded:
                self.end = self._folds.of(*(part for part in parts if isinstance(part, Fold)))
                continue
            blocks = [part for part in parts if isinstance(part, Block)]
            anchor = f"{self._file}h{len(self.hunks) + 1}"
            section = visible(sections.of(blocks))
            self.hunks.append(HunkView(anchor, section, self.end, list(self._show(blocks))))
            self.end = None

    def _show(self, blocks: list[Block]) -> Iterator[Row | MoveNote | FoldNote]:
        stopped = False  # a run of lines that were removed and added is one stop
        for move, group in groupby(blocks, lambda block: (block.move, block.move and block.kind)):
            if move[0] is not None:
                yield from self._moved(list(group))
                stopped = False
                continue
            for block in group:
                whole = block.kind in (RowKind.REMOVED, RowKind.ADDED)
                stop = not stopped if whole else block.kind is RowKind.CHANGED
                stopped = whole
                yield self._row(block, stop=stop)

    def _row(self, block: Block, *, stop: bool) -> Row:
        anchor = "" if block.kind is RowKind.EQUAL else self._anchor()
        old_line, new_line = str(block.old_line), str(block.new_line)
        if block.kind is not RowKind.ADDED:
            self.old_places.add(block.old_line, anchor)
        if block.kind is not RowKind.REMOVED:
            self.new_places.add(block.new_line, anchor)
        if block.kind is RowKind.CHANGED:
            return self._changed(block, "changed", anchor, old_line, new_line, stop=stop)
        cell = self._cells.whole(self._view.text(block), block.kind)
        if block.kind is RowKind.REMOVED:
            label = f"Removed line {old_line}"
            return Row("removed", anchor, stop, label, old_line, "", cell)
        if block.kind is RowKind.ADDED:
            label = f"Added line {new_line}"
            return Row("added", anchor, stop, label, "", new_line, new=cell)
        return Row("equal", anchor, stop, "", old_line, new_line, cell, cell)

    def _changed(
        self, block: Block, kind: str, anchor: str, old_line: str, new_line: str, *, stop: bool
    ) -> Row:
        pieces = list(self._view.pieces(block))
        white_space = all(
            not old.strip() and not new.strip() for old, new in self._view.words(block)
        )
        label = f"Changed line {old_line}" + (f", now {new_line}" if new_line != old_line else "")
        if white_space:
            label += ", white space only"
        old, new, merged = self._cells.changed(pieces)
        return Row(kind, anchor, stop, label, old_line, new_line, old, new, merged, white_space)

    def _moved(self, blocks: list[Block]) -> Iterator[Row | MoveNote | FoldNote]:
        """Yield a moved block: where it went or came from, its beginning, what changed in it."""
        first = blocks[0]
        if first.move is None:
            return
        gone = first.kind is RowKind.REMOVED
        place = self._view.moves[first.move.number]
        here, there = (f"{self._file}m{first.move.number}{side}" for side in ("old", "new"))
        if not gone:
            here, there = there, here
        places, line = (
            (self.old_places, place.new_line) if gone else (self.new_places, place.old_line)
        )
        places.add(first.old_line if gone else first.new_line, here)
        lines = number(len(blocks), "line") if len(blocks) > 1 else ""
        edited = bool(first.move.words)
        yield MoveNote(gone, here, there, f"{line:,}", lines, edited)
        yield from self._moved_lines(blocks, gone=gone)

    def _moved_lines(self, blocks: list[Block], *, gone: bool) -> Iterator[Row | FoldNote]:
        for block, hidden in _hidden(blocks):
            if hidden:
                yield self._folds.moved(hidden, self._view, gone=gone)
            if block is None:
                continue
            if block.words:
                anchor = self._anchor()
                self.new_places.add(block.new_line, anchor)
                # The note above the first line is a stop already.
                stop = block is not blocks[0]
                row = self._changed(block, "come", anchor, "", str(block.new_line), stop=stop)
                yield row._replace(label=f"Moved here, and changed, line {block.new_line}")
                continue
            cell = self._cells.whole(self._view.text(block), RowKind.EQUAL)
            if gone:
                label = f"Moved away, line {block.old_line}"
                yield Row("gone", "", False, label, str(block.old_line), "", cell)
            else:
                label = f"Moved here, line {block.new_line}"
                yield Row("come", "", False, label, "", str(block.new_line), new=cell)

    def _anchor(self) -> str:
        self._rows += 1
        return f"{self._file}r{self._rows}"


def _hidden(blocks: list[Block]) -> Iterator[tuple[Block | None, list[Block]]]:
    """Yield the lines of a moved block that are shown, each with those before it that are not.

    Shown are the first ones and those that changed; the end may be lines that are not shown.
    """
    hidden: list[Block] = []
    for place, block in enumerate(blocks):
        if block.words or place < _SHOWN_OF_MOVED or (len(blocks) == place + 1 and not hidden):
            yield block, hidden
            hidden = []
        else:
            hidden.append(block)
    if hidden:
        yield None, hidden


class _Folds:
    """Makes folds, until a file has enough lines in them."""

    __slots__ = ("_cells", "_room", "_text")

    def __init__(self, text: str, cells: _Cells) -> None:
        self._text = text
        self._cells = cells
        self._room = _MOST_FOLDED_IN_FILE

    def of(self, fold: Fold) -> FoldNote:
        """Return equal lines, folded."""
        lines = []
        start = fold.old.start
        for index in range(self._take(fold.length)):
            end = self._text.find("\n", start, fold.old.end)
            end = fold.old.end if end < 0 else end
            cell = self._cells.short(self._text[start:end])
            lines.append(FoldedLine(str(fold.old_line + index), str(fold.new_line + index), cell))
            start = end + 1
        return _fold_note(f"{number(fold.length, 'unchanged line')}", lines, fold.length)

    def moved(self, blocks: list[Block], view: View, *, gone: bool) -> FoldNote:
        """Return lines of a moved block, folded."""
        lines = [
            FoldedLine(
                str(block.old_line) if gone else "",
                "" if gone else str(block.new_line),
                self._cells.short(view.text(block).removesuffix("\n")),
            )
            for block in blocks[: self._take(len(blocks))]
        ]
        return _fold_note(f"{number(len(blocks), 'more line')} of the block", lines, len(blocks))

    def _take(self, count: int) -> int:
        taken = min(count, _MOST_FOLDED, self._room)
        self._room -= taken
        return taken


def _fold_note(title: str, lines: list[FoldedLine], count: int) -> FoldNote:
    left_out = count - len(lines)
    return FoldNote(title, lines, number(left_out, "line") if left_out else "")


class _Cells:
    """Makes the text of cells: visible, shortened, with its direction."""

    __slots__ = ("_page_direction",)

    def __init__(self, direction: str) -> None:
        self._page_direction = direction

    def whole(self, text: str, kind: RowKind) -> Cell:
        """Return a line with nothing changed inside."""
        text = text.removesuffix("\n")
        if kind is not RowKind.EQUAL and text.isspace():
            text = blanks(text)
        direction = self._direction(text)
        return Cell(list(_bits(kind, text, direction)), direction)

    def short(self, text: str) -> Cell:
        """Return a line in a fold."""
        direction = self._direction(text)
        return Cell(list(_bits(RowKind.EQUAL, head(text, _LONGEST_FOLDED), direction)), direction)

    def changed(self, pieces: list[Piece]) -> tuple[Cell, Cell, Cell]:
        """Return a line as it was, as it is, and both in one; all run the same way."""
        direction = self._direction("".join(piece.text[:_SAMPLE] for piece in pieces[:_FEW]))
        old: list[Bit] = []
        new: list[Bit] = []
        merged: list[Bit] = []
        last = len(pieces) - 1
        for place, (kind, piece) in enumerate(pieces):
            text = piece
            if kind is RowKind.EQUAL:
                text = text.removesuffix("\n") if place == last else text
            else:
                text = blanks(text) if text.isspace() else text.replace("\n", "↵\n")
            bits = list(_bits(kind, text, direction))
            merged += bits
            if kind is not RowKind.ADDED:
                old += bits
            if kind is not RowKind.REMOVED:
                new += bits
        return Cell(old, direction), Cell(new, direction), Cell(merged, direction)

    def _direction(self, text: str) -> str:
        return line_direction(text, self._page_direction)


def _bits(kind: RowKind, text: str, direction: str) -> Iterator[Bit]:
    """Yield a stretch, without its middle if it is very long."""
    first, last, left_out = ends(text, _LONGEST[kind])
    yield Bit(kind.value, tags_apart(visible_lines(first), direction))
    if left_out:
        yield Bit("gap", [number(left_out, "character")])
        yield Bit(kind.value, tags_apart(visible_lines(last), direction))
