"""Comparing two texts: lines first, then what is between equal lines, then the words in it."""

from homs_wiki.diff.text.alignment import CELLS, Run, common_runs
from homs_wiki.diff.text.gaps import gaps_between
from homs_wiki.diff.text.lines import (
    Lines,
    Numbers,
    differing_region,
    trivial_numbers,
    with_context,
)
from homs_wiki.diff.text.model import Row, TextDiff
from homs_wiki.diff.text.pairing import Pairing, belong
from homs_wiki.diff.text.rows import LineRows, Rows

# Texts that have this part in common are two states of one page.
_RELATED = 0.3


def compare_texts(old: str, new: str) -> TextDiff:
    """Return the difference of two texts; any two strings can be compared.

    The same two texts always give the same difference.
    """
    return TextDiff(old, new, _rows(old, new))


def _rows(old: str, new: str) -> list[Row]:
    rows = Rows(old, new)
    if old != new:
        start, old_end, new_end = differing_region(old, new)
        if _is_line(old, start, old_end) and _is_line(new, start, new_end):
            _one_line(rows, start, old_end, new_end)
        else:
            _many_lines(rows, with_context(old, start), old_end, new_end)
    rows.equal(len(old), len(new))
    return rows.rows


def _is_line(text: str, start: int, end: int) -> bool:
    return start < end and text.find("\n", start, end - 1) < 0


def _one_line(rows: Rows, start: int, old_end: int, new_end: int) -> None:
    rows.equal(start, start)
    line, other = rows.old[start:old_end], rows.new[start:new_end]
    if belong(line.removesuffix("\n"), other.removesuffix("\n")):
        rows.changed(old_end, new_end)
    else:
        rows.removed(old_end)
        rows.added(new_end)


def _many_lines(rows: Rows, start: int, old_end: int, new_end: int) -> None:
    numbers = Numbers()
    old = Lines(rows.old, start, old_end, numbers)
    new = Lines(rows.new, start, new_end, numbers)
    runs = _runs(old, new, numbers)
    gaps = gaps_between(runs, old, new)
    pairing = Pairing(old, new, gaps, _are_related(old, new, start + len(rows.old) - old_end))
    LineRows(rows, old, new, pairing.moves.blocks).add(gaps, pairing.links)


def _are_related(old: Lines, new: Lines, outside: int) -> bool:
    """Tell whether two texts have much in common, in whatever order; ``outside`` is equal."""
    least = _RELATED * max(len(old.text), len(new.text))
    if outside >= least:
        return True
    common = set(new.lines)
    return outside + sum(len(line) for line in old.lines if line in common) >= least


def _runs(old: Lines, new: Lines, numbers: Numbers) -> list[Run]:
    large = len(old.ids) * len(new.ids) > CELLS
    return common_runs(old.ids, new.ids, weak=trivial_numbers(numbers) if large else ())
