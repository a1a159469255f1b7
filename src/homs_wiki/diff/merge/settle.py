"""Which moves of the two sides can be made together.

A block that cannot be moved without guessing is taken apart into lines removed here and lines added
there, and what was added becomes a conflict. Asked is, in this order: did both move the same lines;
does an edit of the other side reach over the block's edge; did the other side remove it; did the
other side change the place it was put; did the other side add something at its edge.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from homs_wiki.diff.merge.changes import Changes
from homs_wiki.diff.merge.edits import Block, SideEdit
from homs_wiki.diff.merge.layout import Layout
from homs_wiki.diff.merge.model import ConflictKind
from homs_wiki.diff.merge.sections import (
    Edge,
    belongs,
    starts_section,
    wordless_after,
    wordless_before,
)
from homs_wiki.diff.merge.words import has_word

_ROUNDS = 4
"""How often moves are looked at anew after some were taken apart; then all are."""

_Bad = dict[Block, ConflictKind]


def settle(base: str, ours: Changes, theirs: Changes) -> Layout:
    """Return the order of the base in the merged text; ours and theirs are changed to fit it."""
    _share(ours, theirs)
    for _ in range(_ROUNDS):
        bad = _find_bad(base, ours, theirs)
        if not bad:
            layout = _layout(base, ours, theirs)
            if not layout.unreached:
                return layout
            bad = dict.fromkeys(layout.unreached, ConflictKind.MOVED_TWICE)
        for changes in (ours, theirs):
            _take_apart(changes, bad)
    for changes in (ours, theirs):
        _take_apart(changes, dict.fromkeys(changes.blocks, ConflictKind.MOVED_BESIDE))
    return _layout(base, ours, theirs)


def _layout(base: str, ours: Changes, theirs: Changes) -> Layout:
    blocks = ours.blocks + [block for block in theirs.blocks if not block.shared]
    return Layout(base, blocks, ours.edits + theirs.edits)


def _share(ours: Changes, theirs: Changes) -> None:
    """Let both sides have one block where they moved the same lines to the same place."""
    known = {(block.start, block.end, block.to, block.slot): block for block in ours.blocks}
    twins: dict[Block, Block] = {}
    for index, block in enumerate(theirs.blocks):
        twin = known.get((block.start, block.end, block.to, block.slot))
        if twin:
            twin.new |= block.new
            twins[block] = theirs.blocks[index] = twin
    for edit in theirs.edits:
        if edit.block in twins:
            edit.block = twins[edit.block]


def _take_apart(changes: Changes, bad: _Bad) -> None:
    """Write moves as lines removed and lines added; the latter are conflicts."""
    mine = [block for block in changes.blocks if block in bad]
    if not mine:
        return
    changes.blocks = [block for block in changes.blocks if block not in bad]
    edits = [edit for edit in changes.edits if edit.block not in bad]
    for block in mine:
        new = block.new[changes.side]
        # Whoever does not take the lines there must keep them here.
        removed = list(changes.removed_lines(block.start, block.end, new.start))
        added = SideEdit(
            block.to,
            block.to,
            changes.diff.new[slice(*new)],
            new.start,
            changes.side,
            lines=True,
            order=block.order,
        )
        for edit in (*removed, added):
            edit.forced = bad[block]
            edits.append(edit)
    changes.edits = edits
    changes.sort()


def _find_bad(base: str, ours: Changes, theirs: Changes) -> _Bad:
    for changes in (ours, theirs):
        for edit in changes.edits:
            # Lines added at the edge of a block that this side moved stay with it.
            edit.inside = edit.block
        for block in changes.blocks:
            block.inside = None
    bad = dict.fromkeys(_moved_twice(ours, theirs), ConflictKind.MOVED_TWICE)
    for mine, other in ((ours, theirs), (theirs, ours)):
        if not mine.blocks:
            continue
        view = _View(base, mine, other)
        for block in mine.blocks:
            if not block.shared and block not in bad:
                kind = view.judge(block)
                if kind:
                    bad[block] = kind
    return bad


def _moved_twice(ours: Changes, theirs: Changes) -> Iterator[Block]:
    """Yield blocks that overlap one of the other side without one being in the other."""
    blocks = [block for block in ours.blocks + theirs.blocks if not block.shared]
    blocks.sort(key=lambda block: (block.start, -block.end))
    active: list[Block] = []
    for block in blocks:
        active = [other for other in active if other.end > block.start]
        for other in active:
            same = (other.start, other.end) == (block.start, block.end)
            if same or other.end < block.end:
                yield other
                yield block
        active.append(block)


class _View:
    """What the other side did, as seen from a block of this side."""

    def __init__(self, base: str, mine: Changes, other: Changes) -> None:
        self._base = base
        self._edits = other.edits
        self._starts = [edit.start for edit in other.edits]
        self._blocks = sorted(
            (block for block in other.blocks if not block.shared), key=lambda block: block.to
        )
        self._targets = [block.to for block in self._blocks]
        self._mine = {(edit.start, edit.end, edit.text, edit.order) for edit in mine.edits}

    def judge(self, block: Block) -> ConflictKind | None:
        """Return the conflict that moving ``block`` is; None if it can be moved."""
        if any(self._reaches_over(block.start)) or any(self._reaches_over(block.end)):
            return ConflictKind.MOVED_BESIDE
        if self._is_removed(block):
            return ConflictKind.MOVED_REMOVED
        if self._is_target_changed(block) or not self._put_at_edges(block):
            return ConflictKind.MOVED_BESIDE
        return None

    def _touching(self, start: int, end: int) -> Iterator[SideEdit]:
        """Yield the edits that touch a stretch."""
        index = bisect_left(self._starts, start)
        while index and self._edits[index - 1].end >= start:
            index -= 1
        while index < len(self._edits) and self._starts[index] <= end:
            yield self._edits[index]
            index += 1

    def _reaches_over(self, edge: int) -> Iterator[bool]:
        for edit in self._touching(edge, edge):
            yield edit.start < edge < edit.end or (not edit.lines and edit.breaks)

    def _is_removed(self, block: Block) -> bool:
        done = block.start
        removed = False
        for edit in self._touching(block.start, block.end):
            if edit.lines and edit.start < edit.end and edit.end > block.start:
                removed = True
                if has_word(self._base, done, edit.start):
                    return False
                done = max(done, edit.end)
        return removed and not has_word(self._base, done, block.end)

    def _is_target_changed(self, block: Block) -> bool:
        start = wordless_before(self._base, block.to)
        end = wordless_after(self._base, block.to)
        for edit in self._touching(start, end):
            key = (edit.start, edit.end, edit.text, edit.order)
            if edit.lines:
                if key not in self._mine and not self._has_order(block, edit):
                    return True
            elif edit.start < block.to < edit.end or (
                edit.start <= block.to <= edit.end and edit.breaks
            ):
                return True
        index = bisect_left(self._targets, start)
        return index < len(self._targets) and self._targets[index] <= end

    def _has_order(self, block: Block, edit: SideEdit) -> bool:
        """Return whether it is known which of a block and lines put at one place goes first.

        What has no heading belongs to the section that ends there.
        """
        if not edit.inserts or edit.start != block.to:
            return False
        block_first = starts_section(edit.text, self._base[block.start : block.end])
        if block_first:
            edit.order = block.order + 1
        return block_first or starts_section(self._base[block.start : block.end], edit.text)

    def _put_at_edges(self, block: Block) -> bool:
        """Decide for everything added at the block's edges; return whether that can be known."""
        text = self._base[block.start : block.end]
        for thing, offset, added in self._added(block):
            edge = Edge.BEFORE if offset <= block.start else Edge.AFTER
            inside = belongs(text, added, edge)
            if inside is None or (inside and offset != block.end):
                return False
            if not inside and isinstance(thing, Block):
                # Two blocks that change places: either may be the one that was moved.
                return False
            if inside:
                thing.inside = block
        return True

    def _added(self, block: Block) -> Iterator[tuple[SideEdit | Block, int, str]]:
        start = wordless_before(self._base, block.start)
        end = wordless_after(self._base, block.end)
        zones = ((start, block.start), (block.end, end))
        for low, high in zones:
            for edit in self._touching(low, high):
                if edit.lines and edit.inserts and low <= edit.start <= high:
                    yield edit, edit.start, edit.text
            for other in self._targets_between(low, high):
                yield other, other.to, self._base[other.start : other.end]

    def _targets_between(self, low: int, high: int) -> Iterable[Block]:
        index = bisect_left(self._targets, low)
        while index < len(self._targets) and self._targets[index] <= high:
            yield self._blocks[index]
            index += 1
