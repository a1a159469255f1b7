"""Where the lines of a conflict stand in a side's text."""

from bisect import bisect_right

from homs_wiki.diff.merge.compose import Hunk
from homs_wiki.diff.merge.edits import SideEdit
from homs_wiki.diff.merge.model import Side
from homs_wiki.diff.text import RowKind, TextDiff, WordChange
from homs_wiki.source import Span


class Places:
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
