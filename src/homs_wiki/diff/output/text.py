"""Comparisons for people, on a terminal: what changed in an editor's terms, then the text.

::

    homs.wiki (HEAD~1 → HEAD)

      Lead
        ~ 4  Field “casualties” changed from “7” to “12”
      Siege
        → 12 → 80  A paragraph was moved

    @@ Lead
        3   3   | place = Homs
        4   4 ~ | casualties = [-7-]{+12+}
        5   5   | result =

    2 changes in 1 file

Signs and marks tell everything without colour; with colour, what was removed is struck through and
what was added underlined. Text from the page is made visible, and isolated unless it is ASCII, so
that right-to-left text leaves the numbers and signs beside it where they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.diff.output.cut import head, middle, tail
from homs_wiki.diff.output.view import Piece, View
from homs_wiki.diff.output.wording import (
    ADDED,
    CHANGED,
    LEAD,
    MOVED,
    REMOVED,
    Sections,
    blanks,
    number,
    told,
)
from homs_wiki.diff.text import RowKind
from homs_wiki.source.visible import (
    FIRST_STRONG_ISOLATE,
    POP_DIRECTIONAL_ISOLATE,
    isolated,
    isolated_if_needed,
    visible,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homs_wiki.diff.output.compared import ComparedFile, Trouble
    from homs_wiki.diff.output.view import Block
    from homs_wiki.diff.output.wording import Told
    from homs_wiki.diff.text import Move

CONTEXT = 1
"""How many unchanged lines stand around a change; in wikitext a line is a paragraph."""

_NEAR = 60  # code points of equal text shown beside a change in a long line
_EQUAL_LINE = 100  # code points shown of an equal line
_MOVED_LINE = 60  # code points shown of a line that is shown whole elsewhere, or is as it was
_LONGEST = 4000  # code points shown of one stretch that was removed or added

_LINE = re.compile(r"[^\n]*\n|[^\n]+")

_RESET = "\x1b[0m"
_BOLD, _DIM = "\x1b[1m", "\x1b[2m"
_SIGN_COLOURS = {
    ADDED: "\x1b[32m",
    REMOVED: "\x1b[31m",
    MOVED: "\x1b[35m",
    CHANGED: "\x1b[33m",
}
_HUNK = "\x1b[36m"
_MARKS = {RowKind.REMOVED: ("[-", "-]"), RowKind.ADDED: ("{+", "+}")}
_STYLES = {RowKind.REMOVED: "\x1b[31;9m", RowKind.ADDED: "\x1b[32;4m"}
_LINE_STYLES = {RowKind.REMOVED: "\x1b[31m", RowKind.ADDED: "\x1b[32m"}


class TextFormat:
    """The text format; ``colour`` for a terminal that shows ANSI colours."""

    __slots__ = ("_changes", "_colour", "_context", "_files")

    def __init__(self, *, colour: bool = False, context: int | None = None) -> None:
        self._colour = colour
        self._context = CONTEXT if context is None else context
        self._files = self._changes = 0

    def start(self) -> str:
        """Return nothing."""
        return ""

    def file(self, compared: ComparedFile) -> Iterator[str]:
        """Yield the changes of a file, and then its text view."""
        if not compared.differs:
            return
        if self._files:
            yield "\n"
        self._files += 1
        yield f"{self._in(_BOLD, _title(compared))}\n"
        for note in compared.notes:
            yield f"  {note}\n"
        for section, tellings in told(compared.comparison):
            self._changes += len(tellings)
            yield f"\n  {self._in(_BOLD, _safe(section or LEAD))}\n"
            for telling in tellings:
                yield self._telling(telling)
        yield from self._text(compared)

    def finish(self, troubles: Sequence[Trouble] = ()) -> str:
        """Return the summary, on a line of its own."""
        if self._files:
            files = number(self._files, "file")
            text = f"\n{number(self._changes, 'change')} in {files}"
            if not self._changes:  # only lines are shown, or what is not in the wikitext
                text = f"\n{files} {'differs' if self._files == 1 else 'differ'}"
        else:
            text = "no differences"
        return f"{text}; {number(len(troubles), 'error')} on the way\n" if troubles else f"{text}\n"

    def _in(self, style: str, text: str) -> str:
        return f"{style}{text}{_RESET}" if self._colour and text else text

    def _telling(self, telling: Told) -> str:
        lines = dict.fromkeys((telling.old_line, telling.new_line))  # once, if both are the same
        place = " → ".join(f"{line:,}" for line in lines if line is not None)
        sentence = "".join(
            f"“{isolated_if_needed(word)}”" if index % 2 else visible(word)
            for index, word in enumerate(telling.words)
        )
        sign = self._in(_SIGN_COLOURS[telling.sign], telling.sign)
        return f"    {sign} {self._in(_DIM, place)}  {sentence}\n"

    def _text(self, compared: ComparedFile) -> Iterator[str]:
        diff = compared.comparison.text
        if not diff.changes:
            return
        view, sections = View(diff, self._context), Sections(compared.comparison)
        largest = max(diff.old.count("\n"), diff.new.count("\n")) + 1
        shown = _Blocks(view, len(str(largest)), colour=self._colour)
        for hunk in view.hunks():
            section = sections.of(hunk)
            yield f"\n{self._in(_HUNK, f'@@ {_safe(section or LEAD)}')}\n"
            for block in hunk:
                yield from shown.block(block)


class _Blocks:
    """The lines of the text view."""

    __slots__ = ("_colour", "_digits", "_view")

    def __init__(self, view: View, digits: int, *, colour: bool) -> None:
        self._view = view
        self._digits = digits
        self._colour = colour

    def block(self, block: Block) -> Iterator[str]:
        """Yield a block's lines."""
        if block.move:
            yield from self._moved(block, block.move)
        elif block.kind is RowKind.CHANGED:
            yield from self._changed(block, CHANGED)
        else:
            yield self._whole(block)

    def _whole(self, block: Block) -> str:
        """Return a line without anything changed in it; its sign says whether it was, or is."""
        text = self._view.text(block).removesuffix("\n")
        if block.kind is RowKind.EQUAL:
            return self._line(block.old_line, block.new_line, " ", _safe(head(text, _EQUAL_LINE)))
        if text.isspace():
            text = blanks(text)
        shown = self._in(_LINE_STYLES[block.kind], _safe(middle(text, _LONGEST)))
        if block.kind is RowKind.REMOVED:
            return self._line(block.old_line, None, REMOVED, shown)
        return self._line(None, block.new_line, ADDED, shown)

    def _moved(self, block: Block, move: Move) -> Iterator[str]:
        """Yield where a block went, or came from, and what changed in it on the way."""
        gone = block.kind is RowKind.REMOVED
        old, new = (block.old_line, None) if gone else (None, block.new_line)
        if block.old.start == move.old.start if gone else block.new.start == move.new.start:
            place = self._view.moves[move.number]
            where = f"moved to line {place.new_line:,}" if gone else (
                f"moved from line {place.old_line:,}"
            )  # fmt: skip
            if place.length > 1:
                where += f" ({number(place.length, 'line')})"
            told = self._in(_SIGN_COLOURS[MOVED], where)
            if not block.words:
                beginning = head(self._view.text(block).removesuffix("\n"), _MOVED_LINE)
                told += f": {self._in(_DIM, _safe(beginning))}"
            yield self._line(old, new, MOVED, told)
        if block.words:
            yield from self._changed(block, CHANGED)

    def _changed(self, block: Block, sign: str) -> Iterator[str]:
        """Yield a line for each that the new text has."""
        old_line, new_line, told_old = block.old_line, block.new_line, 0
        note = _white_space_only(self._view.words(block))
        for line in _display_lines(self._view.pieces(block)):
            old = None if old_line == told_old or block.origin else old_line
            yield self._line(old, new_line, sign, self._in(_DIM, note) + self._marked(line))
            told_old, note = old_line, ""
            old_line += _line_ends(line, RowKind.REMOVED)
            new_line += _line_ends(line, RowKind.ADDED)

    def _marked(self, line: list[Piece]) -> str:
        """Return a line with its changes marked; of long equal stretches, what is near a change."""
        plain = all(piece.text.isascii() for piece in line)
        safe = visible if plain else isolated
        shown = []
        for place, piece in enumerate(line):
            if piece.kind is RowKind.EQUAL:
                text = piece.text.removesuffix("\n")
                shown.append(visible(_near(text, place > 0, place < len(line) - 1)))
                continue
            text = middle(piece.text, _LONGEST)
            # A line end is never to be seen otherwise, spaces only among letters.
            text = blanks(text) if text.isspace() else text.replace("\n", "↵")
            opening, closing = _MARKS[piece.kind]
            if self._colour:
                opening, closing = _STYLES[piece.kind], _RESET
            shown.append(f"{opening}{safe(text)}{closing}")
        text = "".join(shown)
        return text if plain else f"{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}"

    def _line(self, old: int | None, new: int | None, sign: str, text: str) -> str:
        numbers = " ".join(f"{line or '':>{self._digits}}" for line in (old, new))
        sign = self._in(_SIGN_COLOURS.get(sign, ""), sign)
        return f"  {self._in(_DIM, numbers)} {sign} {text}".rstrip(" ") + "\n"

    def _in(self, style: str, text: str) -> str:
        return f"{style}{text}{_RESET}" if self._colour and style and text else text


def _title(compared: ComparedFile) -> str:
    """Return what is compared, in one line."""
    old, new = isolated_if_needed(compared.old_name), isolated_if_needed(compared.new_name)
    if compared.old is None:
        old = new
    elif compared.new is None:
        new = old
    name = old if old == new else f"{old} → {new}"
    if compared.old_label or compared.new_label:
        labels = (isolated_if_needed(compared.old_label), isolated_if_needed(compared.new_label))
        name += f" ({' → '.join(label or '…' for label in labels)})"
    return name


def _safe(text: str) -> str:
    """Return text of the page in a line of ours; ASCII keeps its order without isolates."""
    return visible(text) if text.isascii() else isolated(text)


def _white_space_only(words: Iterable[tuple[str, str]]) -> str:
    if all(not old.strip() and not new.strip() for old, new in words):
        return "(white space only) "
    return ""


def _display_lines(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Cut pieces into lines; a line that lost its end goes on with the next one's text."""
    line: list[Piece] = []
    for kind, text in pieces:
        if kind is RowKind.REMOVED:
            line.append(Piece(kind, text))
            continue
        for part in _LINE.findall(text):
            line.append(Piece(kind, part))
            if part.endswith("\n"):
                yield line
                line = []
    if line:
        yield line


def _line_ends(line: Iterable[Piece], side: RowKind) -> int:
    return sum(piece.text.count("\n") for piece in line if piece.kind in (RowKind.EQUAL, side))


def _near(text: str, after: bool, before: bool) -> str:
    """Return what is near of equal text; ``after`` a change, ``before`` one, or both."""
    if after and before:
        return middle(text, 2 * _NEAR)
    return head(text, _NEAR) if after else tail(text, _NEAR)
