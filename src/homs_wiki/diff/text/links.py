"""Lines of the old text that became lines of the new one, in order; and the gaps between such."""

from typing import NamedTuple


class Link(NamedTuple):
    """The old lines ``i`` to ``i2`` became the new lines ``j`` to ``j2`` (half-open)."""

    i: int
    i2: int
    j: int
    j2: int


# Old lines i to i2 and new lines j to j2 that stand at the same place and are not equal.
Gap = Link


class Candidate(NamedTuple):
    """An old and a new line that may belong together, and how much speaks for it (above 0)."""

    i: int
    j: int
    weight: float


def heaviest_chain(candidates: list[Candidate]) -> list[Candidate]:
    """Return the choice of candidates that weighs most, every line in one only and none crossing.

    The longest increasing subsequence, weighted: each candidate goes on from the heaviest chain
    that ends before its new line; a Fenwick tree keeps those, so the cost is n log n.
    """
    # Of the same old line the last new one first: so none goes on from another of its own line.
    ordered = sorted(
        candidates, key=lambda candidate: (candidate.i, -candidate.j, candidate.weight)
    )
    columns = {j: rank for rank, j in enumerate(sorted({c.j for c in ordered}), start=1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(columns) + 1)
    before: list[int] = []
    for index, candidate in enumerate(ordered):
        column = columns[candidate.j]
        weight, previous = _heaviest(best, column - 1)
        before.append(previous)
        _enter(best, column, (weight + candidate.weight, index))
    index = _heaviest(best, len(columns))[1]
    chain: list[Candidate] = []
    while index >= 0:
        chain.append(ordered[index])
        index = before[index]
    return chain[::-1]


def _heaviest(tree: list[tuple[float, int]], column: int) -> tuple[float, int]:
    found = (0.0, -1)
    while column:
        if tree[column][0] > found[0]:
            found = tree[column]
        column &= column - 1
    return found


def _enter(tree: list[tuple[float, int]], column: int, entry: tuple[float, int]) -> None:
    while column < len(tree):
        if entry[0] > tree[column][0]:
            tree[column] = entry
        column += column & -column
