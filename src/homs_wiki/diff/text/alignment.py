"""Aligning two sequences of small integers: which runs of them are the same, in order.

The longest common subsequence is found by rapidfuzz (bit-parallel, so exact and quick) up to a
number of cells that it can hold in memory. Beyond it, runs that occur just once on both sides are
anchors (the idea of Bram Cohen's patience diff), and what is left between them is aligned by
itself; a long stretch without any anchor is taken as replaced. So the cost stays near-linear and
the result is always the same, which a time limit could not promise.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

CELLS = 4 * 10**7
"""Beyond so many pairs of items anchors are taken first, so that the time grows with the text."""

# From so many cells on it is cheaper to take out first what one side alone has.
_FILTERED_CELLS = 2 * 10**6

# Between anchors a stretch of more cells is taken as replaced: so much without one group in common.
_GAP_CELLS = 4 * 10**7


class Run(NamedTuple):
    """``length`` items from ``old`` on are the same as those from ``new`` on."""

    old: int
    new: int
    length: int


def common_runs(
    old: list[int],
    new: list[int],
    cells: int = CELLS,
    width: int = 1,
    weak: Container[int] = (),
) -> list[Run]:
    """Return the runs that two sequences share, in order, none touching the next on both sides.

    Args:
        old: non-negative integers.
        new: the same of the other side.
        cells: the product of lengths up to which the longest common subsequence is found exactly.
        width: how many items in a row make an anchor beyond that.
        weak: items that make no anchor alone.
    """
    if len(old) * len(new) <= _FILTERED_CELLS:
        return _exact(old, new)
    common = set(old).intersection(new)
    old_places = [place for place, item in enumerate(old) if item in common]
    new_places = [place for place, item in enumerate(new) if item in common]
    olds, news = [old[place] for place in old_places], [new[place] for place in new_places]
    if len(olds) * len(news) <= cells:
        found = _exact(olds, news)
    else:
        found = _anchored(olds, news, width, weak)
    if len(olds) == len(old) and len(news) == len(new):
        return found
    return list(_joined(_put_back(found, old_places, new_places)))


def _exact(old: list[int], new: list[int]) -> list[Run]:
    # The last block is empty and marks the ends.
    blocks = Indel.editops(old, new).as_matching_blocks()
    return [Run(block.a, block.b, block.size) for block in blocks if block.size]


def _put_back(runs: list[Run], olds: list[int], news: list[int]) -> Iterator[Run]:
    """Yield runs of what was left, at the places it came from."""
    for i, j, length in runs:
        after = i + length
        while i < after:
            # Halving finds a part whose items stood side by side, soon enough.
            part = after - i
            while not olds[i + part - 1] - olds[i] == part - 1 == news[j + part - 1] - news[j]:
                part = (part + 1) // 2
            yield Run(olds[i], news[j], part)
            i, j = i + part, j + part


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    last = Run(0, 0, 0)
    for run in runs:
        if (last.old + last.length, last.new + last.length) == run[:2]:
            last = Run(last.old, last.new, last.length + run.length)
            continue
        if last.length:
            yield last
        last = run
    if last.length:
        yield last


def _anchored(old: list[int], new: list[int], width: int, weak: Container[int]) -> list[Run]:
    return list(_joined(_between_anchors(old, new, _anchors(old, new, width, weak), width)))


def _between_anchors(
    old: list[int], new: list[int], anchors: list[tuple[int, int]], width: int
) -> Iterator[Run]:
    # From ``start`` to ``i`` all is equal to what ends at ``j``.
    start = i = j = 0
    for a, b in [*anchors, (len(old), len(new))]:
        last = a == len(old)
        while i < a and j < b and old[i] == new[j]:
            i, j = i + 1, j + 1
        if not last and a - i == b - j <= 0:
            i, j = a + width, b + width
            continue
        if a < i or b < j:  # overlaps the anchor before
            continue
        if start < i:
            yield Run(start, j - (i - start), i - start)
        if i < a and j < b and (a - i) * (b - j) <= _GAP_CELLS:
            for run in _exact(old[i:a], new[j:b]):
                yield Run(i + run.old, j + run.new, run.length)
        start, i, j = a, a + width, b + width


def _anchors(
    old: list[int], new: list[int], width: int, weak: Container[int]
) -> list[tuple[int, int]]:
    """Return places of what occurs once on each side, as many as can be kept in order."""
    base = max(max(old, default=0), max(new, default=0)) + 1
    olds, news = _unique(old, width, base), _unique(new, width, base)
    shared = olds.keys() & news.keys()
    pairs = [
        (place, news[group])
        for group, place in olds.items()
        if group in shared and old[place] not in weak
    ]
    return increasing(pairs)


def _unique(items: list[int], width: int, base: int) -> dict[int, int]:
    """Return the places of the groups that occur once, each written as a number to ``base``."""
    groups = items
    for step in range(1, width):
        groups = [group * base + item for group, item in zip(groups, items[step:], strict=False)]
    last = {group: place for place, group in enumerate(groups)}
    if len(last) == len(groups):
        return last
    counts = Counter(groups)
    return {group: place for group, place in last.items() if counts[group] == 1}


def increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest choice of ``pairs``, given by the first, whose second ones rise too."""
    return [pairs[index] for index in longest_increasing([second for _, second in pairs])]


def longest_increasing(values: Sequence[int]) -> list[int]:
    """Return the places of a longest increasing subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        # Most of them rise.
        at = bisect_left(tails, value) if tails and value <= tails[-1] else len(tails)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            ends.append(index)
        else:
            tails[at] = value
            ends[at] = index
    chosen: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chosen.append(index)
        index = before[index]
    return chosen[::-1]
