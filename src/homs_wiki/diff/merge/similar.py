"""What a side removed and put in elsewhere, though a comparison does not call it moved.

It does not know of a line that was moved and changed much, nor of a sentence that went elsewhere.
Where the other side changed the same, or removed or moved it too, that is not enough: it would come
back, be lost, or stand there twice.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from homs_wiki.diff.merge.edits import SideEdit
from homs_wiki.diff.merge.lines import whole_lines
from homs_wiki.diff.merge.model import ConflictKind, Side

_WORD = re.compile(r"\w+")
_ALIKE = 0.5
"""Share of words in common from which two lines are taken for one."""
_SAME, _KNOWN = 5, 10
"""Letters and digits from which words that a side took out and put in are taken for the same, where
its other edit is a conflict already, and where that makes one."""
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


class MovedWords:
    """Words that a side took out with one edit and put in with another.

    Args:
        base: the base.
        edits: of both sides; those both made stand once, without a side. Where both took words out
            that one put in elsewhere, or each elsewhere, that becomes a conflict.
    """

    def __init__(self, base: str, edits: list[SideEdit]) -> None:
        self._partners: dict[SideEdit, list[SideEdit]] = {}
        both: dict[SideEdit, list[SideEdit]] = {}
        for side in Side:
            own = [edit for edit in edits if edit.side in (side, None)]
            for away, put, size in _moved(base, own):
                if away.side and put.side and size >= _SAME:
                    self._partners.setdefault(away, []).append(put)
                    self._partners.setdefault(put, []).append(away)
                elif put.side and not away.side and size >= _KNOWN:
                    both.setdefault(away, []).append(put)
        for found in both.values():
            twice = len({edit.side for edit in found}) > 1
            for edit in found:
                edit.forced = ConflictKind.MOVED_TWICE if twice else ConflictKind.MOVED_REMOVED

    def force(self, grouped: Iterable[SideEdit]) -> bool:
        """Make conflicts of all edits that move words with those in conflict.

        Returns:
            Whether there are any that were none before.
        """
        waiting = [edit for edit in grouped if edit in self._partners]
        known = set(waiting)
        found = False
        while waiting:
            edit = waiting.pop()
            new = [other for other in self._partners[edit] if other not in known]
            known.update(new)
            waiting += new
            for other in new:
                found = True
                edit.forced = edit.forced or ConflictKind.MOVED_CHANGED
                other.forced = other.forced or ConflictKind.MOVED_CHANGED
        return found


def _moved(base: str, edits: list[SideEdit]) -> Iterator[tuple[SideEdit, SideEdit, int]]:
    """Yield edits that take out and put in mostly the same words, with the size of the words.

    Only words count that one edit takes out and one puts in.
    """
    away: dict[str, list[SideEdit]] = {}
    put: dict[str, list[SideEdit]] = {}
    sizes: dict[tuple[SideEdit, bool], int] = {}
    for edit in edits:
        old, new = (set(_WORD.findall(text)) for text in (base[edit.start : edit.end], edit.text))
        for holders, words in ((away, old - new), (put, new - old)):
            sizes[edit, holders is put] = sum(map(len, words))
            for word in words:
                holders.setdefault(word, []).append(edit)
    shared: Counter[tuple[SideEdit, SideEdit]] = Counter()
    for word in away.keys() & put.keys():
        if len(away[word]) == len(put[word]) == 1:
            shared[away[word][0], put[word][0]] += len(word)
    for (source, target), size in shared.items():
        if 2 * size >= min(sizes[source, False], sizes[target, True]):
            yield source, target, size
