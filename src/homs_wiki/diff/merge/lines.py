"""Lines as MediaWiki has them: they end at LF and nowhere else."""

from collections.abc import Iterable, Sequence
from itertools import takewhile


def whole_lines(text: str) -> list[str]:
    """Return the lines of a text with their line breaks; the last may have none."""
    *lines, last = text.split("\n")
    whole = [line + "\n" for line in lines]
    return [*whole, last] if last else whole


def shared_ends(texts: Sequence[str]) -> tuple[str, list[str], str]:
    """Return the lines with which all texts begin, what is left of each, and how they all end."""
    lines = [whole_lines(text) for text in texts]
    head = _alike(zip(*lines, strict=False))
    rests = [each[head:] for each in lines]
    tail = _alike(zip(*(reversed(each) for each in rests), strict=False))
    ends = ["".join(each[: len(each) - tail]) for each in rests]
    return "".join(lines[0][:head]), ends, "".join(rests[0][len(rests[0]) - tail :])


def _alike(lines: Iterable[tuple[str, ...]]) -> int:
    """Return how many of the first lines of several texts are alike."""
    return sum(1 for _ in takewhile(lambda each: len(set(each)) == 1, lines))
