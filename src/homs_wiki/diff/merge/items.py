"""Rows of a difference that can be changed."""

from homs_wiki.diff.merge.edits import Block
from homs_wiki.diff.text import RowKind, WordChange
from homs_wiki.source import Span


class Item:
    """A row that can be changed.

    Attributes:
        kind: as of `homs_wiki.diff.text.Row`, and so the rest.
        old: the lines in the base.
        new: the lines in the side's text.
        words: what changed inside, also of a block where it was put.
        block: the moved block that was taken away or put here; None for all other lines.
    """

    __slots__ = ("block", "kind", "new", "old", "words")

    def __init__(
        self,
        kind: RowKind,
        old: Span,
        new: Span,
        words: list[WordChange] | None = None,
        block: Block | None = None,
    ) -> None:
        self.kind = kind
        self.old = old
        self.new = new
        self.words = words or []
        self.block = block

    @property
    def is_empty(self) -> bool:
        """Whether no lines are left in it."""
        return self.old.start == self.old.end and self.new.start == self.new.end

    def is_plain(self, kind: RowKind) -> bool:
        """Return whether it is of that kind and no moved block."""
        return self.kind is kind and self.block is None
