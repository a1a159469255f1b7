"""Moved lines that a difference tells as removed here and added there.

A comparison calls a block moved if there is enough of it to be noticed. For a merge a single line
is enough, a heading say: if both sides moved it and nobody saw, it would stand there twice.
"""

from collections import Counter
from collections.abc import Iterator

from homs_wiki.diff.merge.edits import Block, Item
from homs_wiki.diff.merge.model import Side
from homs_wiki.diff.text import RowKind
from homs_wiki.source import Span

_LEAST = 10
"""Letters and digits that make a line known again; a heading needs none."""


def with_hidden_moves(old: str, new: str, items: list[Item], side: Side) -> list[Item]:
    """Return the rows with blocks made of lines that were taken out once and put in once.

    Args:
        old: the base.
        new: the side's text.
        items: the rows.
        side: whose they are.
    """
    removed = Counter(line for line, _ in _plain_lines(old, items, RowKind.REMOVED))
    if not removed:
        return items
    added = Counter(line for line, _ in _plain_lines(new, items, RowKind.ADDED))
    known = {
        line
        for line, times in added.items()
        if times == 1 and removed.get(line) == 1 and _is_distinct(line)
    }
    if not known:
        return items
    places = {line: at for line, at in _plain_lines(old, items, RowKind.REMOVED) if line in known}
    targets = {line: at for line, at in _plain_lines(new, items, RowKind.ADDED) if line in known}
    blocks = {
        line: Block(_span(at, line), _span(targets[line], line), side)
        for line, at in places.items()
    }
    result: list[Item] = []
    for item in items:
        if item.block or item.kind not in (RowKind.REMOVED, RowKind.ADDED):
            result.append(item)
        else:
            result += _split(old if item.kind is RowKind.REMOVED else new, item, blocks)
    return result


def _span(start: int, line: str) -> Span:
    return Span(start, start + len(line))


def _plain_lines(text: str, items: list[Item], kind: RowKind) -> Iterator[tuple[str, int]]:
    for item in items:
        if item.is_plain(kind):
            yield from _lines(text, item.old if kind is RowKind.REMOVED else item.new)


def _lines(text: str, span: Span) -> Iterator[tuple[str, int]]:
    start, end = span
    while start < end:
        stop = text.find("\n", start, end) + 1 or end
        yield text[start:stop], start
        start = stop


def _is_distinct(line: str) -> bool:
    return line[:2] == "==" or sum(map(str.isalnum, line)) >= _LEAST


def _split(text: str, item: Item, blocks: dict[str, Block]) -> Iterator[Item]:
    """Yield a row in parts: each known line alone, and what is between."""
    removed = item.kind is RowKind.REMOVED
    span = item.old if removed else item.new
    done = span.start

    def part(start: int, end: int, block: Block | None) -> Item:
        if removed:
            return Item(item.kind, Span(start, end), item.new, block=block)
        return Item(item.kind, item.old, Span(start, end), block=block)

    for line, start in _lines(text, span):
        if line in blocks:
            if done < start:
                yield part(done, start, None)
            done = start + len(line)
            yield part(start, done, blocks[line])
    if done < span.end:
        yield part(done, span.end, None)
