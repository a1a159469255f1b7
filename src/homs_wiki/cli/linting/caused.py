"""Findings that a change brought: those on lines that changed, and those it caused elsewhere.

A line that was moved has not changed. A finding belongs to the line on which it begins. One on an
unchanged line counts if it was not found in the old text: taking away the definition of a
reference makes a fault of every use of it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from homs_wiki.diff.text.compare import compare_texts
from homs_wiki.diff.text.model import RowKind
from homs_wiki.lint.fingerprint import fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homs_wiki.diff.text.model import Row
    from homs_wiki.lint.finding import Finding
    from homs_wiki.source import Span


def caused(
    old: str, new: str, old_findings: Sequence[Finding], findings: Sequence[Finding]
) -> list[Finding]:
    """Return those of ``findings`` that were not there before the change from ``old`` to ``new``.

    Args:
        old: the text before, its line ends LF.
        new: the text now.
        old_findings: everything found in the old one, in the order of the text.
        findings: the same of the new one.
    """
    known = set(fingerprints(old, old_findings))
    lines = _Lines(touched_lines(old, new))
    return [
        finding
        for mark, finding in zip(fingerprints(new, findings), findings, strict=True)
        if mark not in known or finding.start in lines
    ]


def touched_lines(old: str, new: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of ``new`` whose lines are new or changed, in order, as start and end.

    Line ends belong to their lines; the end of the text belongs to the last line.
    """
    for row in compare_texts(old, new).rows:
        for start, end in _touched(row):
            first = new.rfind("\n", 0, start) + 1
            after = new.find("\n", max(start, end - 1)) + 1
            yield first, after or len(new) + 1


def _touched(row: Row) -> Iterable[Span]:
    """Return what changed in a row, in places of the new text."""
    if row.kind is RowKind.CHANGED and row.words:
        return [change.new for change in row.words]
    if row.kind is RowKind.ADDED and row.move:
        return [change.new for change in row.move.words]
    return [row.new] if row.kind in (RowKind.CHANGED, RowKind.ADDED) else []


class _Lines:
    """Stretches of a text, asked for by place."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in stretches:
            self._starts.append(start)
            self._ends.append(end)

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]
