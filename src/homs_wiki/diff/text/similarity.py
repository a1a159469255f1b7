"""Which lines are likely the same line, edited: found through the words that few lines have.

Comparing every line with every other is quadratic. Instead, each word that occurs in few of the
new lines points to them; an old line is compared only with those that several of its words point
to.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from homs_wiki.diff.text.words import UNSPACED

# A word in more lines than this points to none.
_RARE = 8

# Lines that one line is compared with at most.
_TRIED = 3

# Product of the numbers of words beyond which only the words are compared, not their order.
_CELLS = 10**6

_SEPARATORS = "|={}[]<>'\",.();:*#/!?-،۔؛؟।_"


class Likeness(NamedTuple):
    """How much two lines are alike.

    Attributes:
        old: the number of the old line.
        new: the number of the new line.
        alike: 0 to 1: twice the words they share in order, of the words of both.
        within: 0 to 1: the words they share, of the words of the shorter one.
        words: how many words the shorter one has.
    """

    old: int
    new: int
    alike: float
    within: float
    words: int


def words_of(lines: list[str]) -> list[list[str]]:
    """Return the words of each line, without markup and punctuation.

    Scripts without spaces give pairs of characters instead of words.
    """
    if not lines:
        return []
    text = "\n".join(lines)
    for separator in _SEPARATORS:
        text = text.replace(separator, " ")
    found = [line.split() for line in text.split("\n")]
    if not text.isascii() and UNSPACED.search(text):
        found = [_with_pairs(words) for words in found]
    return found


def _with_pairs(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if UNSPACED.search(word):
            found += map("".join, pairwise(word))
        else:
            found.append(word)
    return found


def likeness(old: list[str], new: list[str]) -> tuple[float, float]:
    """Return how much two lists of words are alike, and how much of the shorter the other has."""
    if not old or not new:
        return 0.0, 0.0
    ordered = len(old) * len(new) <= _CELLS
    shared = Indel.similarity(old, new) / 2 if ordered else _shared(old, new)
    return 2 * shared / (len(old) + len(new)), shared / min(len(old), len(new))


def _shared(old: list[str], new: list[str]) -> int:
    """Return how many words two lists share, whatever their order."""
    counts: dict[str, int] = defaultdict(int)
    for word in old:
        counts[word] += 1
    shared = 0
    for word in new:
        if counts.get(word, 0) > 0:
            counts[word] -= 1
            shared += 1
    return shared


def alike_lines(old: dict[int, list[str]], new: dict[int, list[str]]) -> list[Likeness]:
    """Return the pairs of lines that may belong together, by the number of the old line.

    Args:
        old: number of a line to its words.
        new: the same of the new lines.
    """
    old_sets = {line: set(words) for line, words in old.items()}
    new_sets = {line: set(words) for line, words in new.items()}
    common = _union(old_sets.values()) & _union(new_sets.values())
    if not common:
        return []
    pointing: dict[str, list[int]] = defaultdict(list)
    for line, words in new_sets.items():
        for word in words & common:
            pointing[word].append(line)
    rare = {word for word, lines in pointing.items() if len(lines) <= _RARE}
    found: list[Likeness] = []
    for line, words in old_sets.items():
        votes: dict[int, int] = defaultdict(int)
        for word in words & rare:
            for other in pointing[word]:
                votes[other] += 1
        for other in _likeliest(votes, len(words), new_sets):
            measured = likeness(old[line], new[other])
            shorter = min(len(old[line]), len(new[other]))
            found.append(Likeness(line, other, *measured, shorter))
    return found


def _union(sets: Iterable[set[str]]) -> set[str]:
    return set().union(*sets)


def _likeliest(votes: dict[int, int], size: int, sets: dict[int, set[str]]) -> list[int]:
    """Return the lines with the most votes, if these are a good part of their words."""
    likely = [line for line, count in votes.items() if 5 * count >= min(size, len(sets[line]))]
    # Sorted, as the order of a set of strings is another in every run.
    likely.sort(key=lambda line: (-votes[line], line))
    return likely[:_TRIED]
