"""Finding what is the same on both sides."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import Final

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from homs_wiki.diff.text.alignment import increasing

_MOST_CELLS: Final = 200_000_000
"""Up to here rapidfuzz compares all with all in well under a second."""
_MOST_PAIRS: Final = 400
"""Up to here every two things of a gap are held against each other."""
_LONGEST: Final = 2000
"""How much of two texts is compared to see whether they are alike."""

Pairs = list[tuple[int, int]]
Gap = tuple[list[int], list[int]]


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    """Return the places of equal things in both, in order: a longest common subsequence.

    Where both are very long, only things that stand once in each are taken.
    """
    first = 0
    shorter = min(len(old), len(new))
    while first < shorter and old[first] == new[first]:
        first += 1
    last = 0
    while last < shorter - first and old[-1 - last] == new[-1 - last]:
        last += 1
    pairs = [(index, index) for index in range(first)]
    middle_old, middle_new = old[first : len(old) - last], new[first : len(new) - last]
    if middle_old and middle_new:
        pairs += [(i + first, j + first) for i, j in _common(middle_old, middle_new)]
    pairs += [(len(old) - k, len(new) - k) for k in range(last, 0, -1)]
    return pairs


def _common(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    numbers: dict[Hashable, int] = {}
    a = [numbers.setdefault(key, len(numbers)) for key in old]
    known = len(numbers)
    b = [numbers.setdefault(key, len(numbers)) for key in new]
    if min(b) >= known:
        return []
    if len(a) * len(b) > _MOST_CELLS:
        return increasing(_unique(a, b))
    pairs: Pairs = []
    for block in Indel.opcodes(a, b):
        if block.tag == "equal":
            steps = range(block.src_end - block.src_start)
            pairs += [(block.src_start + k, block.dest_start + k) for k in steps]
    return pairs


def _unique(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    places = _places(new)
    counts = _places(old)
    return [
        (i, places[key][0])
        for i, key in enumerate(old)
        if len(counts[key]) == 1 and len(places.get(key, ())) == 1
    ]


def _places(keys: Sequence[Hashable]) -> dict[Hashable, list[int]]:
    places: dict[Hashable, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        places[key].append(index)
    return places


def gaps(pairs: Pairs, old: int, new: int) -> list[Gap]:
    """Return what stands between the pairs on both sides; ``old`` and ``new`` are the lengths."""
    found: list[Gap] = []
    i = j = 0
    for a, b in [*pairs, (old, new)]:
        if a > i or b > j:
            found.append((list(range(i, a)), list(range(j, b))))
        i, j = a + 1, b + 1
    return found


def alike(old: str, new: str) -> float:
    """Return how much of two texts is the same, from 0 to 1."""
    return ratio(old[:_LONGEST], new[:_LONGEST]) / 100


def pair_alike(
    gap: Gap, likeness: Callable[[int, int], float], least: float, *, crossing: bool = False
) -> Pairs:
    """Pair the things of a gap that are most alike.

    Args:
        gap: their places on both sides.
        likeness: says of two places how alike they are, from 0 to 1.
        least: what is less alike is not the same.
        crossing: whether pairs may stand in another order.
    """
    olds, news = gap
    if len(olds) * len(news) > _MOST_PAIRS:
        shorter = zip(olds, news, strict=False)
        return [pair for pair in shorter if likeness(*pair) >= least]
    found = [
        (likeness(i, j), -abs(a - b), i, j) for a, i in enumerate(olds) for b, j in enumerate(news)
    ]
    pairs: Pairs = []
    for value, _, i, j in sorted(found, reverse=True):
        if value < least:
            break
        if all(i != a and j != b and (crossing or (i < a) == (j < b)) for a, b in pairs):
            pairs.append((i, j))
    return sorted(pairs)


def leftover(pairs: Pairs, old: int, new: int) -> Gap:
    """Return all places that no pair has."""
    olds, news = {i for i, _ in pairs}, {j for _, j in pairs}
    return [i for i in range(old) if i not in olds], [j for j in range(new) if j not in news]


def pair_equal(gap: Gap, old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    """Pair what is equal among the things of a gap, whatever the order; empty keys never are."""
    waiting = defaultdict(list)
    for j in reversed(gap[1]):
        waiting[new[j]].append(j)
    pairs: Pairs = []
    for i in gap[0]:
        if old[i] and waiting.get(old[i]):
            pairs.append((i, waiting[old[i]].pop()))
    return pairs
