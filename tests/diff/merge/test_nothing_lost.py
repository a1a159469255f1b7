"""Texts in which every word stands once: what became of each can be told after any merge."""

import random
from collections import Counter
from itertools import count

import pytest

from homs_wiki.diff.merge import Merge, Side, merge
from homs_wiki.profile import load_profile

_PROFILE = load_profile("en.wikipedia")


class _Writer:
    """Writes blocks of text with ever new words, and changes them."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)  # noqa: S311 - repeatable
        self._words = count(1)

    def _word(self, mark: str) -> str:
        number = next(self._words)
        return mark + "".join(chr(97 + int(digit)) for digit in f"{number:04}")

    def words(self, mark: str, least: int, most: int) -> str:
        return " ".join(self._word(mark) for _ in range(self._rng.randint(least, most)))

    def block(self, mark: str) -> str:
        kind = self._rng.randrange(5)
        if kind == 0:
            return f"== {self.words(mark, 1, 3)} ==\n"
        if kind == 1:
            return "".join(f"* {self.words(mark, 2, 5)}\n" for _ in range(self._rng.randint(1, 4)))
        if kind == 2:
            return f"\n{self.words(mark, 8, 14)}.\n"
        return f"{self.words(mark, 6, 12)}. {self.words(mark, 6, 12)}.\n\n"

    def base(self) -> list[str]:
        return [self.block("b") for _ in range(self._rng.randint(4, 14))]

    def changed(self, base: list[str], mark: str) -> str:
        rng, blocks = self._rng, list(base)
        for _ in range(rng.randint(1, 4)):
            if not blocks:
                break
            start = rng.randrange(len(blocks))
            end = min(len(blocks), start + rng.randint(1, 4))
            action = rng.randrange(5)
            if action == 0:
                blocks.insert(start, self.block(mark))
            elif action == 1:
                del blocks[start:end]
            elif action == 2:
                taken = blocks[start:end]
                del blocks[start:end]
                place = rng.randint(0, len(blocks))
                blocks[place:place] = taken
            else:
                blocks[start] = self._touched(blocks[start], mark)
        return "".join(blocks)

    def _touched(self, block: str, mark: str) -> str:
        words = block.split(" ")
        index = self._rng.randrange(len(words))
        if not words[index].strip("=*\n."):
            return block
        if self._rng.random() < 0.3 and "\n" not in words[index]:
            del words[index]
        else:
            old = words[index].strip("=*\n.")
            words[index] = words[index].replace(old, self.words(mark, 1, 2))
        return " ".join(words)


def _found(text: str) -> Counter[str]:
    return Counter(word.strip("=*.") for word in text.split() if word.strip("=*.<>|"))


def _chosen(result: Merge, side: Side) -> str:
    """Return the text with all conflicts won by one side."""
    parts, done = [], 0
    for conflict in result.conflicts:
        lines = result.text[slice(*conflict.merged)]
        ours, theirs = lines.removeprefix("<<<<<<< ours\n").split("=======\n")
        theirs = theirs.removesuffix(">>>>>>> theirs\n")
        parts.append(result.text[done : conflict.merged.start])
        parts.append(ours if side is Side.OURS else theirs)
        done = conflict.merged.end
    return "".join(parts) + result.text[done:]


@pytest.mark.parametrize("first", range(0, 600, 100))
def test_every_word_is_where_it_must_be(first: int) -> None:
    for seed in range(first, first + 100):
        writer = _Writer(seed)
        base = writer.base()
        texts = ("".join(base), writer.changed(base, "o"), writer.changed(base, "t"))
        _judge(*texts, merge(*texts, _PROFILE))


def _judge(base: str, ours: str, theirs: str, result: Merge) -> None:
    known, mine, other = _found(base), _found(ours), _found(theirs)
    right = {word for word in mine | other if (word in mine and word in other) or word not in known}
    if not result.conflicts:
        assert _found(result.text) == Counter(right)
        return
    # Nothing that is wanted is missing, and what a side added is there if it wins.
    assert right <= set(_found(result.text))
    for side, own in ((Side.OURS, mine), (Side.THEIRS, other)):
        chosen = _found(_chosen(result, side))
        assert set(chosen) <= set(known | mine | other)
        assert {word for word in own if word not in known} <= set(chosen)
