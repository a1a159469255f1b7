"""What is told about a merge besides its text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from homs_wiki.diff.merge.changes import Changes
from homs_wiki.diff.merge.compose import Hunk, Placed
from homs_wiki.diff.merge.edits import Block, SideEdit
from homs_wiki.diff.merge.layout import Layout
from homs_wiki.diff.merge.model import REASONS, Carried, Conflict, Side
from homs_wiki.diff.text import RowKind, TextDiff, WordChange
from homs_wiki.source import Span


class Report:
    """Finds the places of a merge in the texts it was made of.

    Args:
        layout: the base in its new order.
        changes: what each side did, ours first.
        texts: the base, ours and theirs as they were given.
    """

    def __init__(
        self, layout: Layout, changes: Iterable[Changes], texts: tuple[str, str, str]
    ) -> None:
        self._layout = layout
        self._changes = list(changes)
        self._limits = [len(text) for text in texts]

    def conflicts(self, hunks: list[tuple[Hunk, Span]]) -> Iterator[Conflict]:
        """Yield the conflicts, each with its place in the merged text."""
        if not hunks:
            return
        places = [_Places(changes.diff) for changes in self._changes]
        for hunk, merged in hunks:
            kinds = list(dict.fromkeys((group.kind, group.detail) for group in hunk.groups))
            reasons = [REASONS[kind].format(detail=detail) for kind, detail in kinds]
            base = Span(*self._layout.origin(hunk.start, hunk.end))
            ours, theirs = (
                each.of(hunk, side, base) for each, side in zip(places, Side, strict=True)
            )
            spans = [
                Span(min(start, limit), min(end, limit))
                for (start, end), limit in zip((base, ours, theirs), self._limits, strict=True)
            ]
            yield Conflict(kinds[0][0], "; ".join(reasons), spans[0], spans[1], spans[2], merged)

    def carried(self, placed: list[Placed], length: int) -> Iterator[Carried]:
        """Yield the edits made in blocks that the other side moved.

        Args:
            placed: all edits that were made.
            length: length of the merged text.
        """
        blocks = {changes.side: _Blocks(changes.blocks) for changes in self._changes}
        for edit, span in placed:
            block = blocks[edit.side.other].holding(edit) if edit.side else None
            if edit.side and block:
                merged = Span(min(span.start, length), min(span.end, length))
                base = Span(edit.start, min(edit.end, self._limits[0]))
                where = Span(block.start, min(block.end, self._limits[0]))
                yield Carried(edit.side, where, base, merged)


class _Blocks:
    """Blocks that one side alone moved."""

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = sorted(
            (block for block in blocks if not block.shared), key=lambda block: block.start
        )
        self._known = set(self._blocks)
        self._starts = [block.start for block in self._blocks]

    def holding(self, edit: SideEdit) -> Block | None:
        """Return the block in which the other side's edit lies; None if in none."""
        if edit.inside in self._known:
            return edit.inside
        index = bisect_right(self._starts, edit.start) - 1
        if index < 0:
            return None
        block = self._blocks[index]
        at_edge = edit.lines and edit.inserts and edit.start == block.start
        return block if edit.start < block.end and not at_edge else None


class _Places:
    """Finds places of the base in the text of one side.

    Args:
        diff: the side's difference to the base.
    """

    def __init__(self, diff: TextDiff) -> None:
        self._equal: list[tuple[int, int]] = []
        for row in diff.rows:
            if row.move and row.kind is RowKind.ADDED:
                self._add(row.move.old, row.move.new, row.move.words)
            elif row.kind in (RowKind.EQUAL, RowKind.CHANGED):
                self._add(row.old, row.new, row.words)
        self._equal.sort()

    def _add(self, old: Span, new: Span, words: list[WordChange]) -> None:
        self._equal.append((old.start, new.start))
        self._equal += [(word.old.end, word.new.end) for word in words]

    def of(self, hunk: Hunk, side: Side, base: Span) -> Span:
        """Return the lines of a conflict in the side's text.

        Args:
            hunk: the conflict.
            side: the side.
            base: the conflict's lines in the base.
        """
        spans = [
            (new - (edit.at - hunk.start), new + len(edit.text) + hunk.end - edit.to)
            for edit in hunk.edits_of(side)
            if (new := _new(edit, side)) >= 0
        ]
        if spans:
            return Span(max(0, min(span[0] for span in spans)), max(span[1] for span in spans))
        start = self._place(base.start)
        return Span(start, start + base.end - base.start)

    def _place(self, offset: int) -> int:
        index = bisect_right(self._equal, (offset, offset + (1 << 60))) - 1
        if index < 0:
            return 0
        old, new = self._equal[index]
        return new + offset - old


def _new(edit: SideEdit, side: Side) -> int:
    if edit.side is side:
        return edit.new
    if edit.side is None:
        return edit.new if side is Side.OURS else edit.theirs
    return -1
