"""Comparing two passages: what stands in both, what in one, and who tells what changed in it."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from homs_wiki.diff.changes.pairing import (
    Pairs,
    align,
    alike,
    gaps,
    leftover,
    pair_alike,
    pair_equal,
)
from homs_wiki.diff.changes.passage import Passage, Unit
from homs_wiki.diff.text.alignment import longest_increasing

_ALIKE: Final = 0.55
_SAME_PLACE: Final = 0.35
_LEAST_MOVED: Final = 20
"""Sentences shorter than this are not followed when they move: "See below." stands anywhere."""
_GAIN: Final = 0.3
"""How much of a sentence must be found in another one for being a part of it."""
_ADDRESS: Final = re.compile(r"https?://[^\s|<>\[\]{}]+")
_SLOT: Final = frozenset(("note", "template", "heading", "comment", "tag", "file"))
"""What can be told to have changed when another of its kind stands in its place."""


class Task(NamedTuple):
    """Two passages to compare.

    Attributes:
        old: of the old page.
        new: of the new page.
        within: what they stand in, as details of a change ("reference", "template", …).
        notes_only: whether only references are looked at, as the rest is told already.
    """

    old: Passage
    new: Passage
    within: Mapping[str, str]
    notes_only: bool = False


class Pairing:
    """What of two passages belongs together.

    Attributes:
        old: the old passage.
        new: the new passage.
        within: what they stand in.
        units: places of the units that are the same.
        moved: places of new units among them that stand elsewhere.
    """

    def __init__(self, task: Task) -> None:
        self.old = task.old
        self.new = task.new
        self.within = task.within
        self.units = self._pair_units()

    def _pair_units(self) -> Pairs:
        old, new = self.old.units, self.new.units
        if not old or not new:
            return []
        texts = [unit.text for unit in old], [unit.text for unit in new]
        pairs: Pairs = []
        if len(set(texts[0])) < len(old) or len(set(texts[1])) < len(new):
            # Of several equal ones each is the one that stands at its place.
            pairs = align(self._places(0, texts[0]), self._places(1, texts[1]))
        return pair_units(old, new, texts, pairs)

    def _places(self, side: int, texts: list[str]) -> list[tuple[str, str, int]]:
        passage = self.new if side else self.old
        places = []
        for unit, text in zip(passage.units, texts, strict=True):
            index = passage.sentence_at(unit.at)
            if index < 0:
                places.append((text, "", 0))
            else:
                offset = unit.at - passage.sentences[index][0]
                places.append((text, self.texts[side][index], offset))
        return places

    @cached_property
    def texts(self) -> tuple[list[str], list[str]]:
        """The sentences of both as plain text, white space single."""
        old, new = self.old, self.new
        return (
            [" ".join(old.flow[start:end].split()) for start, end in old.sentences],
            [" ".join(new.flow[start:end].split()) for start, end in new.sentences],
        )

    @cached_property
    def sentences(self) -> Pairs:
        """Places of sentences that are the same or became each other, in order."""
        old, new = self.texts
        pairs = align(old, new)
        found = list(pairs)
        for gap in gaps(pairs, len(old), len(new)):
            if gap[0] and gap[1]:
                found += self._pair_gap(gap)
        return sorted(found)

    def _pair_gap(self, gap: tuple[list[int], list[int]]) -> Pairs:
        old, new = self.texts
        least = _ALIKE
        if len(gap[0]) == len(gap[1]) == 1:
            short = max(len(old[gap[0][0]].split()), len(new[gap[1][0]].split())) <= 3
            least = 0.0 if short else _SAME_PLACE
        return pair_alike(gap, lambda i, j: alike(old[i], new[j]), least)

    @cached_property
    def moved_sentences(self) -> Pairs:
        """Places of sentences that stand elsewhere in the passage, word for word."""
        old, new = self.texts
        gap = leftover(self.sentences, len(old), len(new))
        pairs = pair_equal(gap, old, new)
        return [(i, j) for i, j in pairs if len(old[i]) >= _LEAST_MOVED]

    @cached_property
    def groups(self) -> list[tuple[range, range]]:
        """The sentences that became others: one by one, or several that were made one."""
        olds, news = {i for i, _ in self.sentences}, {j for _, j in self.sentences}
        found: list[tuple[range, range]] = []
        old, new = self.texts
        for i, j in self.sentences:
            first, second = range(i, i + 1), range(j, j + 1)
            if old[i] != new[j]:
                if len(old[i]) < len(new[j]):
                    first = _widened(first, olds, old, new[j])
                else:
                    second = _widened(second, news, new, old[i])
                olds.update(first)
                news.update(second)
            found.append((first, second))
        return found

    @cached_property
    def kept(self) -> tuple[set[int], set[int]]:
        """Places of the sentences on both sides that stand on the other side too."""
        moved = self.moved_sentences
        olds = {i for first, _ in self.groups for i in first} | {i for i, _ in moved}
        news = {j for _, second in self.groups for j in second} | {j for _, j in moved}
        return olds, news

    @cached_property
    def became(self) -> set[tuple[int, int]]:
        """Old and new places of sentences that are the same, moved ones included."""
        pairs = {(i, j) for first, second in self.groups for i in first for j in second}
        return pairs.union(self.moved_sentences)

    @cached_property
    def moved_units(self) -> set[int]:
        """Places in the new passage of the paired units that stand elsewhere than before."""
        old, new = self.old, self.new
        if old.flow == new.flow and all(
            i == j and old.units[i].at == new.units[j].at for i, j in self.units
        ):
            return set()
        moved: set[int] = set()
        loose: Pairs = []
        beside: dict[tuple[int, int], list[int]] = {}
        for i, j in self.units:
            first, second = old.units[i], new.units[j]
            a, b = old.sentence_at(first.at), new.sentence_at(second.at)
            if a < 0 or b < 0:
                loose.append((i, j))
            elif (a, b) in self.became:
                if self._drifted(a, b, first, second):
                    moved.add(j)
                else:
                    beside.setdefault((a, b), []).append(j)
            elif (a in self.kept[0] or b in self.kept[1]) and not self._stayed(a, b, first, second):
                moved.add(j)
        beside[-1, -1] = [j for _, j in loose]
        for places in beside.values():
            kept = {places[index] for index in longest_increasing(places)}
            moved.update(j for j in places if j not in kept)
        return moved

    def _stayed(self, a: int, b: int, first: Unit, second: Unit) -> bool:
        """Whether what stands beside a unit is as before, while sentences came, went or moved."""
        at_end = self.old.ends_line(first.at) and self.new.ends_line(second.at)
        if at_end or (self.old.begins_line(first.at) and self.new.begins_line(second.at)):
            came = a not in self.kept[0] or b not in self.kept[1]
            return came or any(i == a or j == b for i, j in self.moved_sentences)
        follows = self.old.sentences[a][1] <= first.at and self.new.sentences[b][1] <= second.at
        return follows and (a + 1, b + 1) in self.became

    def _drifted(self, a: int, b: int, first: Unit, second: Unit) -> bool:
        """Whether a unit stands elsewhere in a sentence that is as it was."""
        old_text, new_text = self.texts
        if old_text[a] != new_text[b]:
            return False
        before = self.old.flow[self.old.sentences[a][0] : first.at]
        after = self.new.flow[self.new.sentences[b][0] : second.at]
        return before != after and "".join(before.split()) != "".join(after.split())


def _widened(places: range, paired: set[int], texts: list[str], whole: str) -> range:
    """Return the place of a sentence with those beside it that together are like ``whole``."""
    best = alike(texts[places[0]], whole)
    for step in (1, -1):
        while True:
            index = places[-1] + 1 if step > 0 else places[0] - 1
            if index in paired or not 0 <= index < len(texts):
                break
            wider = range(min(places[0], index), max(places[-1], index) + 1)
            value = alike(" ".join(texts[wider.start : wider.stop]), whole)
            if value < best + _GAIN * len(texts[index]) / len(whole):
                break
            places, best = wider, value
    return places


def pair_units(
    old: list[Unit], new: list[Unit], texts: tuple[list[str], list[str]], pairs: Pairs
) -> Pairs:
    """Return the places of units that are the same in both, in order of the old ones.

    First those whose wikitext is equal; then those of the same name; then, where one stands in the
    place of another, those of the same family.

    Args:
        old: the units of the old passage.
        new: those of the new one.
        texts: their wikitext.
        pairs: those that are known to be the same.
    """
    if not pairs:
        pairs = align(*texts)
    pairs += pair_equal(leftover(pairs, len(old), len(new)), *texts)
    if len(pairs) < min(len(old), len(new)):
        pairs += _pair_by_key(pairs, old, new)
    if len(pairs) < min(len(old), len(new)):
        pairs += _pair_by_place(pairs, old, new)
    return sorted(pairs)


def _pair_by_key(pairs: Pairs, old: list[Unit], new: list[Unit]) -> Pairs:
    olds, news = leftover(pairs, len(old), len(new))
    by_key: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
    for side, places, units in ((0, olds, old), (1, news, new)):
        for index in places:
            unit = units[index]
            if unit.key:
                by_key.setdefault((unit.family, unit.key), ([], []))[side].append(index)
    found: Pairs = []
    for gap in by_key.values():
        if len(gap[0]) == len(gap[1]):
            found += zip(*gap, strict=True)
        elif gap[0] and gap[1]:
            found += pair_alike(gap, _likeness(old, new), 0.0)
    return found


def _pair_by_place(pairs: Pairs, old: list[Unit], new: list[Unit]) -> Pairs:
    likeness = _likeness(old, new)
    olds, news = set(), set()
    for i, j in pairs:
        olds.add(i)
        news.add(j)
    in_order = sorted(pairs)
    chain = [in_order[index] for index in longest_increasing([j for _, j in in_order])]
    found: Pairs = []
    for gap_old, gap_new in gaps(chain, len(old), len(new)):
        for family in _SLOT:
            first = [i for i in gap_old if i not in olds and old[i].family == family]
            second = [j for j in gap_new if j not in news and new[j].family == family]
            if first and second:
                least = _SAME_PLACE if len(first) == len(second) == 1 else _ALIKE
                found += pair_alike((first, second), likeness, _LEAST.get(family, least))
    return found


_LEAST: Final = {"template": 0.2, "file": 0.0, "heading": 0.0}


def _likeness(old: list[Unit], new: list[Unit]) -> Callable[[int, int], float]:
    def likeness(i: int, j: int) -> float:
        if type(old[i].node) is not type(new[j].node):
            return -1.0
        first, second = old[i].text, new[j].text
        if old[i].family == "note" and _cites_same(first, second):
            return 1.0
        return alike(first, second)

    return likeness


def _cites_same(old: str, new: str) -> bool:
    """Whether one of two references gives an address alone that the other one gives too."""
    first, second = sorted((set(_ADDRESS.findall(text)) for text in (old, new)), key=len)
    return len(first) == 1 and first <= second
