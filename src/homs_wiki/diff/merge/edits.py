"""What a side of a merge did to the base: moved blocks, rows that can be changed, and edits."""

from homs_wiki.diff.merge.model import ConflictKind, Side
from homs_wiki.diff.text import RowKind, WordChange
from homs_wiki.source import Span

IN_LINE = 1 << 60
"""Order of edits inside of lines: behind all whole lines put in at the same offset."""


class Block:
    """Whole lines that a side moved.

    Attributes:
        start: where they stand in the base.
        end: where they end there.
        to: the offset in the base before which they were put.
        slot: how many other blocks the side put there before this one.
        new: where they stand now in the text of each side that moved them there.
        inside: the other side's block to whose end they were put; None if to none.
    """

    __slots__ = ("end", "inside", "new", "slot", "start", "to")

    def __init__(self, old: Span, new: Span, side: Side) -> None:
        self.start, self.end = old
        self.to = self.slot = 0
        self.new = {side: new}
        self.inside: Block | None = None

    def set_spans(self, old: Span, new: Span) -> None:
        """Set where a block of one side stands and stood."""
        self.start, self.end = old
        for side in self.new:
            self.new[side] = new

    @property
    def shared(self) -> bool:
        """Whether both sides moved it to the same place."""
        return len(self.new) > 1

    @property
    def order(self) -> int:
        """Its order among what the side put in at the same offset."""
        return 2 * self.slot + 1


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


class SideEdit:
    """One side puts ``text`` in the place of a stretch of the base.

    Attributes:
        start: where the stretch begins in the base.
        end: where it ends there.
        text: what stands for it.
        new: the offset of ``text`` in the side's text.
        side: whose edit it is; None if both made it.
        lines: it replaces, removes or puts in whole lines.
        breaks: it adds or takes a line break.
        order: its order among the edits at one offset.
        block: the side's moved block that it lies in; None if in none.
        inside: the other side's moved block at whose end it puts lines in; None if at none.
        at: where the stretch begins once all blocks are moved.
        to: where it ends there.
        forced: the conflict that it is whatever the other side did; None if it is none.
        theirs: the offset of ``text`` in their text, if both made it.
        detail: name of the thing for the reason of a forced conflict.
    """

    __slots__ = (
        "at", "block", "breaks", "detail", "end", "forced", "inside", "lines", "new", "order",
        "side", "start", "text", "theirs", "to",
    )  # fmt: skip

    def __init__(
        self,
        start: int,
        end: int,
        text: str,
        new: int,
        side: Side | None,
        *,
        lines: bool,
        order: int = IN_LINE,
        block: Block | None = None,
    ) -> None:
        self.start = self.at = start
        self.end = self.to = end
        self.text = text
        self.new = new
        self.side = side
        self.lines = lines
        self.breaks = lines
        self.order = order
        self.block = block
        self.inside: Block | None = None
        self.forced: ConflictKind | None = None
        self.detail = ""
        self.theirs = -1

    @property
    def removes(self) -> bool:
        """Whether it only takes out."""
        return not self.text

    @property
    def inserts(self) -> bool:
        """Whether it only puts in."""
        return self.start == self.end

    def __repr__(self) -> str:
        return f"<SideEdit {self.start}–{self.end} {self.text!r}>"
