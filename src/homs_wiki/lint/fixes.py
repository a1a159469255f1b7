"""Choosing which fixes to make together, and making them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.source import apply_edits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.source import Edit

MOST_ROUNDS = 10
"""After so many rounds fixes that still find work are going in circles."""


class Settled(NamedTuple):
    """What came of fixing.

    Attributes:
        text: the text with its fixes made.
        rounds: how many rounds changed something.
        settled: whether nothing was left to fix; False if the rounds ran out.
    """

    text: str
    rounds: int
    settled: bool


def choose(findings: Iterable[Finding], *, unsafe: bool = False) -> list[Finding]:
    """Return those of ``findings`` whose fixes can be made together, in the order of the text.

    Of two fixes that touch each other the one found first goes ahead, the other has to wait for
    the next round. Fixes that are not safe count only with ``unsafe``.
    """
    chosen: list[Finding] = []
    taken = -1
    for finding in sorted(_fixable(findings, unsafe), key=lambda finding: _reach(finding)[0]):
        start, end = _reach(finding)
        if start > taken:
            chosen.append(finding)
            taken = end
    return chosen


def settle(
    text: str, check: Callable[[str], Iterable[Finding]], *, unsafe: bool = False
) -> Settled:
    """Fix ``text`` until ``check`` has no more fixes for it, for at most `MOST_ROUNDS` rounds."""
    for done in range(MOST_ROUNDS + 1):
        edits = [edit for finding in choose(check(text), unsafe=unsafe) for edit in _edits(finding)]
        if not edits:
            return Settled(text, done, settled=True)
        if done < MOST_ROUNDS:
            text = apply_edits(text, edits)
    return Settled(text, MOST_ROUNDS, settled=False)


def _fixable(findings: Iterable[Finding], unsafe: bool) -> Iterator[Finding]:
    for finding in findings:
        if finding.fix and finding.fix.edits and (finding.fix.safe or unsafe):
            yield finding


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


def _reach(finding: Finding) -> tuple[int, int]:
    """Return from where to where a fix changes the text, what stands between its edits included."""
    edits = _edits(finding)
    return min(edit.start for edit in edits), max(edit.end for edit in edits)
