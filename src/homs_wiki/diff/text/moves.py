"""Blocks that stand elsewhere in the new text, also when they were edited on the way."""

from typing import NamedTuple

from homs_wiki.diff.text.lines import Lines, is_trivial
from homs_wiki.diff.text.links import Candidate
from homs_wiki.diff.text.similarity import Likeness, words_of

# So many words a block must have for its return elsewhere not to be chance: on pages that have much
# in common, and on those that have not.
_WORDS_RELATED = 3
_WORDS_UNRELATED = 12

# A block edited while moved keeps so many of its words.
_ALIKE_RELATED = 0.5
_ALIKE_UNRELATED = 0.7


class Block(NamedTuple):
    """The old lines ``i`` to ``i2`` now stand at the new lines ``j`` to ``j2``.

    ``edited`` has what of it is not equal: parts like itself, in order.
    """

    i: int
    i2: int
    j: int
    j2: int
    edited: tuple[tuple[int, int, int, int], ...] = ()


class Moves:
    """Finds the moved blocks among lines that belong to nothing yet.

    Attributes:
        old: the numbers of the old lines that belong to nothing yet; what is found is taken out.
        new: the same of the new lines.
        blocks: what was found.
    """

    def __init__(self, old: Lines, new: Lines, related: bool) -> None:
        self.old: set[int] = set()
        self.new: set[int] = set()
        self.blocks: list[Block] = []
        self._lines = old, new
        self._related = related
        self._words = _WORDS_RELATED if related else _WORDS_UNRELATED
        self._alike = _ALIKE_RELATED if related else _ALIKE_UNRELATED

    def find_equal(self, candidates: list[Candidate]) -> None:
        """Take blocks of equal lines, the longest first.

        Args:
            candidates: pairs of equal lines; each may be the beginning of a block.
        """
        for i, j, _ in sorted(candidates, key=lambda candidate: (-candidate.weight, candidate)):
            if i in self.old and j in self.new:
                block = self._run(i, j)
                if self._says_enough(block):
                    self._take(block)

    def find_alike(self, alike: list[Likeness]) -> None:
        """Take lines that have most of their words in common, the longest first."""
        for found in sorted(alike, key=lambda a: (-a.alike * a.words, a)):
            if found.alike < self._alike or found.words < self._words:
                continue
            i, j = found.old, found.new
            if i in self.old and j in self.new:
                self._take(Block(i, i + 1, j, j + 1, ((i, i + 1, j, j + 1),)))

    def join(self) -> None:
        """Make blocks that follow one another on both sides one, with what little is between."""
        joined: list[Block] = []
        for block in sorted([self._widened(block) for block in sorted(self.blocks)]):
            if joined and self._follow(joined[-1], block):
                joined[-1] = _one(joined[-1], block)
                self._use(joined[-1])
            else:
                joined.append(block)
        self.blocks = joined

    def _equal(self, i: int, j: int) -> bool:
        return i in self.old and j in self.new and self._lines[0].ids[i] == self._lines[1].ids[j]

    def _run(self, i: int, j: int) -> Block:
        i2, j2 = i + 1, j + 1
        while self._equal(i - 1, j - 1):
            i, j = i - 1, j - 1
        while self._equal(i2, j2):
            i2, j2 = i2 + 1, j2 + 1
        return Block(i, i2, j, j2)

    def _widened(self, block: Block) -> Block:
        """Return a block with the equal lines around it, which it uses."""
        i, i2, j, j2, edited = block
        while self._equal(i - 1, j - 1):
            i, j = i - 1, j - 1
        while self._equal(i2, j2):
            i2, j2 = i2 + 1, j2 + 1
        block = Block(i, i2, j, j2, edited)
        self._use(block)
        return block

    def _says_enough(self, block: Block) -> bool:
        lines = self._lines[0].lines[block.i : block.i2]
        if sum(map(len, words_of(lines))) >= self._words:
            return True
        # A section, however short: no other has its heading and what follows it.
        headed = self._related and any(line.startswith("=") for line in lines)
        return headed and sum(not is_trivial(line) for line in lines) > 1

    def _take(self, block: Block) -> None:
        self.blocks.append(block)
        self._use(block)

    def _use(self, block: Block) -> None:
        self.old.difference_update(range(block.i, block.i2))
        self.new.difference_update(range(block.j, block.j2))

    def _follow(self, first: Block, second: Block) -> bool:
        if second.i < first.i2 or second.j < first.j2:
            return False
        old, new = self._lines
        if not self.old.issuperset(range(first.i2, second.i)):
            return False
        if not self.new.issuperset(range(first.j2, second.j)):
            return False
        between = (old.starts[second.i] - old.starts[first.i2]) + (
            new.starts[second.j] - new.starts[first.j2]
        )
        blocks = old.starts[first.i2] - old.starts[first.i]
        return between <= blocks + old.starts[second.i2] - old.starts[second.i]


def _one(first: Block, second: Block) -> Block:
    between = first.i2, second.i, first.j2, second.j
    edited = first.edited + (between,) * (between[0] < between[1] or between[2] < between[3])
    return Block(first.i, second.i2, first.j, second.j2, edited + second.edited)
