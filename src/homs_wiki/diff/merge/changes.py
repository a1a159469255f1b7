"""All that one side of a merge did to the base."""

from collections.abc import Iterator

from homs_wiki.diff.merge.edits import IN_LINE, Block, Item, SideEdit
from homs_wiki.diff.merge.model import Side
from homs_wiki.diff.merge.rows import normal_rows
from homs_wiki.diff.text import RowKind, TextDiff
from homs_wiki.source import Span


class Changes:
    """All that one side did.

    Attributes:
        side: which.
        diff: its difference to the base.
        edits: in order of the base; inside of moved blocks too.
        blocks: the moved blocks in order of the side's text.
    """

    def __init__(self, diff: TextDiff, side: Side) -> None:
        self.side = side
        self.diff = diff
        self.edits: list[SideEdit] = []
        self.blocks: list[Block] = []
        self._read()
        self.sort()

    def sort(self) -> None:
        """Bring the edits into the order of the base."""
        self.edits.sort(key=lambda edit: (edit.start, edit.order, edit.end))

    def _read(self) -> None:
        pending: list[Item] = []
        gap, slot = -1, 0
        for item in normal_rows(self.diff, self.side):
            if item.old.start != gap:
                gap, slot = item.old.start, 0
            if item.block is None and item.kind in (RowKind.REMOVED, RowKind.ADDED):
                pending.append(item)
                continue
            self._lines(pending, slot)
            pending = []
            if item.block and item.kind is RowKind.ADDED:
                item.block.to, item.block.slot = item.old.start, slot
                slot += 1
                self.blocks.append(item.block)
            if item.kind in (RowKind.ADDED, RowKind.CHANGED):
                self._words(item)
        self._lines(pending, slot)

    def _lines(self, rows: list[Item], slot: int) -> None:
        """Take lines put in and taken out beside each other as one edit."""
        if not rows:
            return
        start, end = rows[0].old.start, rows[-1].old.end
        new = Span(rows[0].new.start, rows[-1].new.end)
        text = self.diff.new[slice(*new)]
        if text:
            # Lines that take the place of others stand where those stood, before any block.
            order = 2 * slot if start == end else 0
            self.edits.append(
                SideEdit(start, end, text, new.start, self.side, lines=True, order=order)
            )
        else:
            self.edits += self.removed_lines(start, end, new.start)

    def removed_lines(
        self, start: int, end: int, new: int, block: Block | None = None
    ) -> Iterator[SideEdit]:
        """Yield an edit for each line that is taken out, so that both sides' can be compared."""
        base = self.diff.old
        while start < end:
            stop = base.find("\n", start, end) + 1 or end
            yield SideEdit(start, stop, "", new, self.side, lines=True, block=block)
            start = stop

    def _words(self, item: Item) -> None:
        """Take the changes inside of a row, each up to the next one or the end of the row."""
        end = item.block.end if item.block else item.old.end
        limits = [word.old.start for word in item.words[1:]] + [end]
        for word, limit in zip(item.words, limits, strict=False):
            self._word(word.old, word.new, item.block, limit)

    def _word(self, old: Span, new: Span, block: Block | None, limit: int) -> None:
        base, text = self.diff.old, self.diff.new[slice(*new)]
        start, end = old
        offset = new.start
        # "\n" + line put in before a line break is line + "\n" put in behind it; and so taken out.
        if end < limit and base[end] == "\n":
            if start == end and text[:1] == "\n":
                start, end, text, offset = start + 1, end + 1, text[1:] + "\n", offset + 1
            elif not text and base[start] == "\n":
                start, end, offset = start + 1, end + 1, offset + 1
        whole = _is_line_start(base, start) and _is_line_start(base, end)
        lines = whole and (not text or text[-1] == "\n")
        if lines and not text:
            self.edits += self.removed_lines(start, end, offset, block)
            return
        order = 0 if lines else IN_LINE
        self.edits.append(
            SideEdit(start, end, text, offset, self.side, lines=lines, order=order, block=block)
        )


def _is_line_start(text: str, offset: int) -> bool:
    return offset == 0 or text[offset - 1] == "\n"
