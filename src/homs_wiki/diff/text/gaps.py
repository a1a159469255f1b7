"""The gaps between equal lines, put where an editor would see them.

A block put in between equal lines can often be shown in several places; it should begin at its
heading and end with its blank line. And a blank line or ``}}`` that happens to be equal between
two larger changes says nothing: what stands around it is looked at as one.
"""

import re
from collections import Counter

from homs_wiki.diff.text.alignment import Run
from homs_wiki.diff.text.lines import Lines, is_trivial
from homs_wiki.diff.text.links import Gap

# More trivial lines in a row than these keep changes apart.
_ISLAND = 3

# So often a line stands there that it may be equal by chance: ``{{cite web``, ``</ref>``. Where
# lines changed one by one, it is not.
_FREQUENT = 2

_BLOCK = re.compile(r"\{\||\|-|\{\{|<ref|[*#:;]")


def gaps_between(runs: list[Run], old: Lines, new: Lines) -> list[Gap]:
    """Return what the runs leave out, in order, as an editor would see it."""
    found: list[Gap] = []
    i = j = 0
    for run in [*runs, Run(len(old.ids), len(new.ids), 0)]:
        if run.old > i or run.new > j:
            gap = Gap(i, run.old, j, run.new)
            if gap.i == gap.i2 or gap.j == gap.j2:
                gap = _slid(gap, found[-1] if found else Gap(0, 0, 0, 0), old, new)
            found.append(gap)
        i, j = run.old + run.length, run.new + run.length
    return _without_islands(found, old) if len(found) > 1 else found


def _without_islands(gaps: list[Gap], old: Lines) -> list[Gap]:
    """Return the gaps, made one where nothing but lines that say nothing keeps two apart."""
    large = any(map(_is_large, gaps))
    counts = Counter(old.ids) if large else {}
    found = [gaps[0]]
    for gap in gaps[1:]:
        last = found[-1]
        between = range(last.i2, gap.i)
        frequent = large and (_is_large(last) or _is_large(gap))
        if len(between) <= _ISLAND and all(
            is_trivial(old.lines[line]) or (frequent and counts[old.ids[line]] >= _FREQUENT)
            for line in between
        ):
            found[-1] = Gap(last.i, gap.i2, last.j, gap.j2)
        else:
            found.append(gap)
    return found


def _is_large(gap: Gap) -> bool:
    """Tell whether more than some lines changed one by one."""
    olds, news = gap.i2 - gap.i, gap.j2 - gap.j
    return max(olds, news) > 2 or abs(olds - news) > 1


def _slid(gap: Gap, before: Gap, old: Lines, new: Lines) -> Gap:
    if gap.i == gap.i2:
        lines, start, end = new, gap.j, gap.j2
    else:
        lines, start, end = old, gap.i, gap.i2
    room = min(gap.i - before.i2, gap.j - before.j2)
    ids = lines.ids
    best, by = _begins(lines, start), 0
    for step in range(1, min(room, end - start) + 1):
        if ids[start - step] != ids[end - step]:
            break
        if (good := _begins(lines, start - step)) > best:
            best, by = good, step
    return Gap(gap.i - by, gap.i2 - by, gap.j - by, gap.j2 - by)


def _begins(lines: Lines, at: int) -> int:
    """Return how good a line is to begin a block."""
    line = lines.lines[at]
    if line.startswith("="):
        return 3
    after_blank = at > 0 and not lines.lines[at - 1]
    if line and (after_blank or _BLOCK.match(line)):
        return 2
    return 1 if line else 0
