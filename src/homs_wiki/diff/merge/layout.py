"""The order of the base's lines once both sides' blocks are moved.

Edits say what becomes of a stretch of the base, moves where it stands. The two are kept apart: the
base is put into its new order first, and every edit goes to where its stretch stands then.
"""

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from homs_wiki.diff.merge.edits import IN_LINE, Block, SideEdit


class _Event(NamedTuple):
    offset: int
    rank: int
    order: int
    serial: int
    thing: "Block | SideEdit"


class Layout:
    """A base in its new order.

    Attributes:
        text: the base with the blocks moved.
        unreached: blocks that were put into each other, so that they stand nowhere.

    Args:
        base: the base.
        blocks: all that are moved; one in another is no harm.
        edits: all edits of both sides; their ``at`` and ``to`` are set.
    """

    def __init__(self, base: str, blocks: list[Block], edits: list[SideEdit]) -> None:
        self._base = base
        self._blocks = sorted(blocks, key=lambda block: (block.start, -block.end))
        self._pieces: list[tuple[int, int, int]] = []
        self.unreached: list[Block] = []
        if not blocks:
            self.text = base
            self._pieces = [(0, len(base), 0)]
            for edit in edits:
                edit.at, edit.to = edit.start, edit.end
            return
        self._events: dict[int, list[_Event]] = {}
        self._collect(edits)
        self.text = self._emit()
        self._pieces.sort()
        self._starts = [piece[0] for piece in self._pieces]
        for edit in edits:
            if not _is_point(edit):
                edit.at = self.place(edit.start)
                edit.to = edit.at + edit.end - edit.start

    def place(self, offset: int) -> int:
        """Return where the code point at ``offset`` of the base stands in the new order."""
        index = bisect_right(self._starts, offset) - 1
        start, _, at = self._pieces[index]
        return at + offset - start

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the base that stands from ``start`` to ``end`` in the new order.

        Of several that came together there, it is the first.
        """
        index = bisect_right(self._by_place, start, key=lambda piece: piece[2]) - 1
        if index < 0:
            return 0, 0
        begin, stop, at = self._by_place[index]
        first = begin + start - at
        return first, max(first, min(stop, first + end - start))

    @cached_property
    def _by_place(self) -> list[tuple[int, int, int]]:
        return sorted(self._pieces, key=lambda piece: piece[2])

    def _collect(self, edits: list[SideEdit]) -> None:
        """Say for every block, and for the page, what begins or is put where in it."""
        around = _Around(self._blocks)
        serial = 0
        for block in self._blocks:
            parent = around.around(block.start, block.end)
            self._add(parent, _Event(block.start, 1, 0, serial, block))
            target = _target(block.inside, block.to, around)
            self._add(target, _Event(block.to, 0, block.order, serial, block))
            serial += 1
        for edit in edits:
            if _is_point(edit):
                target = _target(edit.inside, edit.start, around)
                self._add(target, _Event(edit.start, 0, edit.order, serial, edit))
                serial += 1

    def _add(self, target: Block | None, event: _Event) -> None:
        self._events.setdefault(id(target) if target else 0, []).append(event)

    def _emit(self) -> str:
        """Walk through the page, going into each block where it was put."""
        texts: list[str] = []
        done = 0
        reached: set[int] = set()
        for events in self._events.values():
            events.sort(key=lambda event: event[:4], reverse=True)
        stack = [(len(self._base), self._events.get(0, []))]
        places = [0]
        while stack:
            end, events = stack[-1]
            offset = max(events[-1].offset if events else end, places[-1])
            if offset > places[-1]:
                self._pieces.append((places[-1], offset, done))
                texts.append(self._base[places[-1] : offset])
                done += offset - places[-1]
                places[-1] = offset
            if not events:
                stack.pop()
                places.pop()
                continue
            event = events.pop()
            if isinstance(event.thing, SideEdit):
                event.thing.at = event.thing.to = done
            elif event.rank:
                places[-1] = event.thing.end
            elif id(event.thing) not in reached:
                block = event.thing
                reached.add(id(block))
                stack.append((block.end, self._events.get(id(block), [])))
                places.append(block.start)
        self.unreached = [block for block in self._blocks if id(block) not in reached]
        return "".join(texts)


def _is_point(edit: SideEdit) -> bool:
    return edit.inserts and edit.order != IN_LINE


def _target(inside: Block | None, offset: int, around: "_Around") -> Block | None:
    """Return the block into which goes what is put at ``offset``; None if into none."""
    if inside and offset in (inside.start, inside.end):
        return inside
    return around.around(offset, offset)


class _Around:
    """Finds the innermost block around a stretch; blocks hold each other or are apart."""

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = blocks
        self._starts = [block.start for block in blocks]
        self._parents: list[int] = []
        open_blocks: list[int] = []
        for index, block in enumerate(blocks):
            while open_blocks and blocks[open_blocks[-1]].end <= block.start:
                open_blocks.pop()
            self._parents.append(open_blocks[-1] if open_blocks else -1)
            open_blocks.append(index)

    def around(self, start: int, end: int) -> Block | None:
        """Return the innermost block that begins before ``start`` and ends behind ``end``.

        For a block itself: the next one around it, which may share one of its ends.
        """
        index = bisect_right(self._starts, start) - 1
        while index >= 0:
            block = self._blocks[index]
            if start == end:
                if block.start < start < block.end:
                    return block
            elif (block.start, block.end) != (start, end) and (
                block.start <= start and end <= block.end
            ):
                return block
            index = self._parents[index]
        return None
