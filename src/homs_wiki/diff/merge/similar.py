"""Lines that a side removed and put in elsewhere in other words.

A comparison takes a line that was moved and changed much for two lines. Where the other side
changed the line, or removed or moved it too, that is not enough: the line would come back, or stand
there twice.
"""

import re
from collections import Counter
from collections.abc import Iterator

from homs_wiki.diff.merge.edits import SideEdit
from homs_wiki.diff.merge.lines import whole_lines
from homs_wiki.diff.merge.model import ConflictKind, Side

_WORD = re.compile(r"\w+")
_ALIKE = 0.5
"""Share of words in common from which two lines are taken for one."""
_FEW = 50
"""Lines up to which a word tells something about the lines it stands in."""


def force_hidden_moves(base: str, edits: list[SideEdit]) -> None:
    """Make conflicts of lines that a side added, like one that it removed and the other changed.

    Args:
        base: the base.
        edits: of both sides; those both made stand once, without a side.
    """
    removed = {side: dict(_removed(base, edits, side)) for side in Side}
    changed = {side: _changed(base, edits, side) | removed[side].keys() for side in Side}
    for side in Side:
        lines = [
            removed[side][start] for start in sorted(removed[side].keys() & changed[side.other])
        ]
        if not lines:
            continue
        added = [
            (edit, words)
            for edit in edits
            if edit.side is side and edit.lines and not edit.forced
            for line in edit.text.split("\n")
            if (words := frozenset(_WORD.findall(line)))
        ]
        for edit in _alike(lines, added):
            edit.forced = ConflictKind.MOVED_REMOVED


def _changed(base: str, edits: list[SideEdit], side: Side) -> set[int]:
    """Return where lines begin in which a side changed something."""
    return {
        base.rfind("\n", 0, edit.start) + 1
        for edit in edits
        if not edit.lines and edit.side in (side, None)
    }


def _removed(base: str, edits: list[SideEdit], side: Side) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield where lines began that a side removed, with their words."""
    for edit in edits:
        if not edit.lines or edit.side not in (side, None):
            continue
        start = edit.start
        for line in whole_lines(base[edit.start : edit.end]):
            words = frozenset(_WORD.findall(line))
            if len(words) > 1 or any(map(str.isalpha, words)):
                yield start, words
            start += len(line)


def _alike(
    lines: list[frozenset[str]], added: list[tuple[SideEdit, frozenset[str]]]
) -> Iterator[SideEdit]:
    """Yield the edits that add a line like one of ``lines``."""
    holders: dict[str, list[int]] = {}
    for index, (_, words) in enumerate(added):
        for word in words:
            holders.setdefault(word, []).append(index)
    for words in lines:
        shared: Counter[int] = Counter()
        for word in words:
            places = holders.get(word, ())
            if len(places) <= _FEW:
                shared.update(places)
        for index, number in shared.items():
            edit, other = added[index]
            # One word says little; the line must have no other.
            least = _ALIKE if len(words) > 1 else 1
            if 2 * number >= least * (len(words) + len(other)):
                yield edit
