"""The rows of a difference as a merge wants them: the same change always written the same way.

Where a line put in is like the line behind it, it does not matter which of the two is the new one;
a blank line around a paragraph is the commonest case. Both sides must choose alike, or it would not
be seen that both added something at one place. So lines put in or taken out stand as far down as
they can, and a moved block takes the blank line behind it along.
"""

from homs_wiki.diff.merge.edits import Block, Item
from homs_wiki.diff.merge.hidden import with_hidden_moves
from homs_wiki.diff.merge.model import Side
from homs_wiki.diff.text import RowKind, TextDiff
from homs_wiki.source import Span

_MOST_STEPS = 20
_MOST_ALONG = 5
"""Lines that are looked through; signs that many lines share seldom stand in more of them."""


def normal_rows(diff: TextDiff, side: Side) -> list[Item]:
    """Return the rows of one side's difference to the base, blocks made."""
    rows = _Rows(diff, side)
    if rows.has_moves:
        rows.join_blocks()
        rows.take_along()
        rows.slide_blocks()
    rows.slide()
    return rows.items


class _Rows:
    def __init__(self, diff: TextDiff, side: Side) -> None:
        self._old = diff.old
        self._new = diff.new
        blocks: dict[int, Block] = {}
        self.items: list[Item] = []
        for row in diff.rows:
            block = None
            if row.move:
                block = blocks.get(row.move.number) or Block(row.move.old, row.move.new, side)
                blocks[row.move.number] = block
            words = row.words
            if row.move and row.kind is RowKind.ADDED:
                words = row.move.words
            self.items.append(Item(row.kind, row.old, row.new, words, block))
        self.items = with_hidden_moves(self._old, self._new, self.items, side)
        self.has_moves = any(item.block for item in self.items)

    def join_blocks(self) -> None:
        """Make one block of those that stayed together, with the lines between them."""
        taken = {
            id(item.block): index
            for index, item in enumerate(self.items)
            if item.block and item.kind is RowKind.REMOVED
        }
        gone: set[int] = set()
        first: Item | None = None
        put = took = -1
        for index, item in enumerate(self.items):
            if not (item.block and item.kind is RowKind.ADDED):
                continue
            source = taken[id(item.block)]
            if first and self._is_joined(put, index, took, source):
                away = self.items[taken[id(first.block)]]
                self._join(first, item, away, self.items[source])
                gone.update((*range(put + 1, index + 1), *range(took + 1, source + 1)))
            else:
                first = item
            put, took = index, source
        self.items = [item for index, item in enumerate(self.items) if index not in gone]

    def _is_joined(self, put: int, index: int, took: int, source: int) -> bool:
        """Return whether two blocks follow each other in both texts, with alike lines between."""
        if index - put != source - took or not 1 <= index - put <= 2:
            return False
        if index - put == 1:
            return True
        between, passed = self.items[put + 1], self.items[took + 1]
        return (
            between.is_plain(RowKind.ADDED)
            and passed.is_plain(RowKind.REMOVED)
            and self._new[slice(*between.new)] == self._old[slice(*passed.old)]
        )

    def _join(self, first: Item, second: Item, away: Item, other: Item) -> None:
        first.new = Span(first.new.start, second.new.end)
        first.words = first.words + second.words
        away.old = Span(away.old.start, other.old.end)
        if first.block:
            first.block.set_spans(away.old, first.new)

    def _places(self) -> list[tuple[Block, int, int]]:
        """Return the blocks with the places of the rows where they were taken away and put."""
        places: dict[int, tuple[Block, dict[RowKind, int]]] = {}
        for index, item in enumerate(self.items):
            if item.block:
                places.setdefault(id(item.block), (item.block, {}))[1][item.kind] = index
        return [
            (block, rows[RowKind.REMOVED], rows[RowKind.ADDED]) for block, rows in places.values()
        ]

    def _with_kept(self, kept: dict[int, Item]) -> list[Item]:
        result: list[Item] = []
        for index, item in enumerate(self.items):
            if index in kept:
                result.append(kept[index])
            result.append(item)
        return [item for item in result if not item.is_empty]

    def take_along(self) -> None:
        """Let each block take the lines behind it along that went with it, a blank one mostly."""
        kept: dict[int, Item] = {}
        for block, source, target in self._places():
            length = self._along(source, target)
            if length:
                self._take(source, length, kept)
                self._take(target, length, kept)
                block.set_spans(self.items[source].old, self.items[target].new)
        self.items = self._with_kept(kept)

    def _along(self, source: int, target: int) -> int:
        """Return the length of the lines behind a block that were taken away and put with it."""
        for count in range(_MOST_ALONG, 0, -1):
            away = {self._behind(source, count), self._before(source, count)}
            for text in (self._behind(target, count), self._before(target, count)):
                if text and text in away:
                    return len(text)
        return 0

    def _behind(self, index: int, count: int) -> str:
        """Return the first lines of a row of its kind behind a block; empty if there are none."""
        kind, behind = self.items[index].kind, self._at(index + 1)
        if not (behind and behind.is_plain(kind)):
            return ""
        text, (start, end) = self._text(behind, kind)
        stop = start
        for _ in range(count):
            stop = text.find("\n", stop, end) + 1
            if not stop:
                return ""
        return text[start:stop]

    def _before(self, index: int, count: int) -> str:
        """Return the last lines of a row of its kind before a block, if they stand behind too."""
        kind, before, behind = self.items[index].kind, self._at(index - 1), self._at(index + 1)
        if not (before and behind and before.is_plain(kind) and behind.kind is RowKind.EQUAL):
            return ""
        text, (start, end) = self._text(before, kind)
        at = end
        for _ in range(count):
            if at == start:
                return ""
            at = max(text.rfind("\n", start, at - 1) + 1, start)
        lines = text[at:end]
        return lines if self._old.startswith(lines, *behind.old) else ""

    def _take(self, index: int, length: int, kept: dict[int, Item]) -> None:
        item, behind = self.items[index], self.items[index + 1]
        added = item.kind is RowKind.ADDED
        if behind.is_plain(item.kind):
            if added:
                item.new = Span(item.new.start, item.new.end + length)
                behind.new = Span(behind.new.start + length, behind.new.end)
            else:
                item.old = Span(item.old.start, item.old.end + length)
                behind.old = Span(behind.old.start + length, behind.old.end)
            return
        # The lines before it stay, those behind it go.
        before = self.items[index - 1]
        if added:
            before.new = Span(before.new.start, before.new.end - length)
            item.new = Span(before.new.end, item.new.end)
        else:
            before.old = Span(before.old.start, before.old.end - length)
            item.old = Span(before.old.end, item.old.end)
        kept[index] = _slid(item, behind, length)

    def slide_blocks(self) -> None:
        """Let each block begin with its heading, or else as far down as it can."""
        kept: dict[int, Item] = {}
        for block, source, target in self._places():
            length = self._sliding(source, target)
            if length:
                for index in (source, target):
                    kept[index] = _slid(self.items[index], self.items[index + 1], length)
                block.set_spans(self.items[source].old, self.items[target].new)
        self.items = self._with_kept(kept)

    def _sliding(self, source: int, target: int) -> int:
        """Return the length of the lines that stand at a block's start and again behind it."""
        behind = (self._at(source + 1), self._at(target + 1))
        if not all(item and item.kind is RowKind.EQUAL for item in behind):
            return 0
        old, new = self._old, self._new
        start, end = self.items[source].old
        first, final = self.items[target].new
        limits = [item.old.end - item.old.start for item in behind if item]
        length = 0
        for _ in range(_MOST_STEPS):
            at = start + length
            stop = old.find("\n", at, end) + 1
            line = old[at:stop]
            if stop <= 0 or line[0] == "=" or length + len(line) > min(limits):
                break
            others = (
                old[end + length : end + length + len(line)],
                new[first + length : first + length + len(line)],
                new[final + length : final + length + len(line)],
            )
            if any(other != line for other in others):
                break
            length += len(line)
        return length

    def _at(self, index: int) -> Item | None:
        return self.items[index] if 0 <= index < len(self.items) else None

    def _text(self, item: Item, kind: RowKind) -> tuple[str, Span]:
        """Return what a row put in or took out, as a place in a text."""
        return (self._new, item.new) if kind is RowKind.ADDED else (self._old, item.old)

    def slide(self) -> None:
        """Bring lines put in or taken out as far down as they can stand."""
        result: list[Item] = []
        for index, item in enumerate(self.items):
            behind = self._at(index + 1)
            before = result[-1] if result else None
            alone = not before or before.kind in (RowKind.EQUAL, RowKind.CHANGED)
            plain = item.is_plain(RowKind.ADDED) or item.is_plain(RowKind.REMOVED)
            if alone and plain and behind and behind.kind is RowKind.EQUAL:
                moved = self._repeated(item, behind)
                if moved:
                    result.append(_slid(item, behind, moved))
            result.append(item)
        self.items = [item for item in result if not item.is_empty]

    def _repeated(self, item: Item, behind: Item) -> int:
        """Return how far a row can slide down: the length of the lines that repeat its own."""
        added = item.kind is RowKind.ADDED
        text, span = (self._new, item.new) if added else (self._old, item.old)
        start, end = span
        limit = behind.new.end if added else behind.old.end
        first = start
        for _ in range(_MOST_STEPS):
            stop = text.find("\n", start, limit) + 1
            length = stop - start
            if stop <= 0 or end + length > limit:
                break
            if text[start:stop] != text[end : end + length]:
                break
            start, end = stop, end + length
        return start - first


def _slid(item: Item, behind: Item, length: int) -> Item:
    """Bring a row down over the beginning of the equal one behind it, and return that."""
    before = Item(
        RowKind.EQUAL,
        Span(item.old.start, item.old.start + length),
        Span(item.new.start, item.new.start + length),
    )
    item.old = Span(item.old.start + length, item.old.end + length)
    item.new = Span(item.new.start + length, item.new.end + length)
    behind.old = Span(behind.old.start + length, behind.old.end)
    behind.new = Span(behind.new.start + length, behind.new.end)
    return before
