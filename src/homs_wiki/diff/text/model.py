"""What a comparison of two texts says: rows of whole lines, and the changes inside them."""

from enum import Enum
from functools import cached_property
from typing import NamedTuple

from homs_wiki.source import Edit, Span


class RowKind(Enum):
    """What happened to the lines of a row; the values are stable and stand in JSON."""

    EQUAL = "equal"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"


class WordChange(NamedTuple):
    """What stands at ``old`` in the old text became what stands at ``new`` in the new one.

    One of the two may be empty: the place where something was put in or taken out.
    """

    old: Span
    new: Span


class Move:
    """A block of whole lines that stands elsewhere in the new text.

    Attributes:
        number: from 1, in the order of the new text.
        old: where it stood.
        new: where it stands.
        words: what changed inside it, in order; empty if it was moved as it is.
    """

    __slots__ = ("new", "number", "old", "words")

    def __init__(self, number: int, old: Span, new: Span, words: list[WordChange]) -> None:
        self.number = number
        self.old = old
        self.new = new
        self.words = words

    def __repr__(self) -> str:
        return f"<Move {self.number} {self.old} → {self.new}>"


class Row(NamedTuple):
    """A run of lines of both texts that belong together.

    Attributes:
        kind: what happened to them.
        old: the lines in the old text, line ends included; empty at their place in an added row.
        new: the same of the new text.
        words: what changed inside, in order, for changed rows; all between is equal. Spans are of
            the whole texts.
        move: for removed and added rows: the move that took the lines away, or brought them.
    """

    kind: RowKind
    old: Span
    new: Span
    words: list[WordChange] = []  # noqa: RUF012 - shared by all rows without any; never written to
    move: Move | None = None


class TextDiff:
    """The difference of two texts.

    The old spans of the rows, one after the other, are the whole old text, and the new ones the
    whole new text.

    Attributes:
        old: the old text.
        new: the new text.
        rows: everything in both, in order.
    """

    def __init__(self, old: str, new: str, rows: list[Row]) -> None:
        self.old = old
        self.new = new
        self.rows = rows

    @cached_property
    def moves(self) -> list[Move]:
        """The moved blocks in the order of the new text."""
        return [row.move for row in self.rows if row.move and row.kind is RowKind.ADDED]

    @cached_property
    def changes(self) -> list[WordChange]:
        """Every stretch that differs, in order: a moved block as taken out here and put in there.

        Made to the old text they give the new one; all between them is equal.
        """
        changes: list[WordChange] = []
        for row in self.rows:
            if row.kind is RowKind.CHANGED:
                changes += row.words
            elif row.kind is not RowKind.EQUAL:
                changes.append(WordChange(row.old, row.new))
        return changes

    def is_whitespace_only(self, change: WordChange | Row | Move) -> bool:
        """Tell whether nothing but white space differs in a change, a row or a moved block.

        An equal row and a block that was moved as it is have no difference, so they are not. What a
        removed or added row holds is the difference, unless it was moved.
        """
        if isinstance(change, Row) and change.move:
            return self.is_whitespace_only(change.move)
        if isinstance(change, Move) or (isinstance(change, Row) and change.words):
            return bool(change.words) and all(map(self.is_whitespace_only, change.words))
        if isinstance(change, Row) and change.kind is RowKind.EQUAL:
            return False
        return all(
            text[start:end].isspace()
            for text, (start, end) in ((self.old, change.old), (self.new, change.new))
            if start < end
        )

    def edits(self) -> list[Edit]:
        """Return the edits that make the new text of the old one."""
        return [Edit(*change.old, self.new[slice(*change.new)]) for change in self.changes]

    def reverse_edits(self) -> list[Edit]:
        """Return the edits that make the old text of the new one."""
        return [Edit(*change.new, self.old[slice(*change.old)]) for change in self.changes]
