"""From the shortest list of changes to one that people understand.

The longest common subsequence of two sentences is happy to keep a comma here and a "the" there. So
scraps between larger changes join them; a template, link, reference, address or date of which
little is left counts as replaced whole; changes with nothing but a space between them become one;
and what was put in or taken out begins and ends at the borders of sentences, parameters and words.
Changes of white space alone stay apart from all others.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple

from homs_wiki.diff.text.units import Content, Unit, units_around
from homs_wiki.diff.text.words import TOKEN

# What stands between two changes and is no reason to tell them apart.
_LONE = re.compile(r"[^\S\n]+|[^\w\s|{}\[\]<>=*#]|[,;،、।。] ")
_LONE_REACH = 40
_WORD = re.compile(r"\w")
_BLANK = re.compile(r"\s*")
_STRUCTURE = re.compile(r"[|{}\[\]<>\n]")

# A unit is replaced as a whole if less than one part in so many of what it says is left.
_LITTLE = 3

# Of a longer unit with smaller changes much is left; it need not be read.
_SHORT = 40

# Nobody reads more changes than that in one line; units are not looked for there.
_MANY = 5000

# How far what was put in or taken out may slide, in code points.
_REACH = 400


class Change(NamedTuple):
    """``old[a:b]`` became ``new[c:d]``."""

    a: int
    b: int
    c: int
    d: int


def for_people(old: str, new: str, changes: list[Change]) -> list[Change]:
    """Return ``changes`` between two texts the way people see them; still exact, and in order."""
    if len(changes) > 1:
        changes = _merged(old, new, changes, _is_scrap)
    if len(changes) <= _MANY:
        changes = _whole_units(old, new, changes)
    if len(changes) > 1:
        changes = _merged(old, new, changes, _is_lone)
    apart = [piece for change in changes for piece in _space_apart(old, new, change)]
    return _slid(old, new, apart)


Joins = Callable[[str, str, Change, Change], bool]


def _merged(old: str, new: str, changes: list[Change], joins: Joins) -> list[Change]:
    done: list[Change] = []
    for change in changes:
        while done and joins(old, new, done[-1], change):
            first = done.pop()
            change = Change(first.a, change.b, first.c, change.d)
        done.append(change)
    return done


def _size(change: Change) -> int:
    return max(change.b - change.a, change.d - change.c)


def _is_scrap(old: str, new: str, first: Change, second: Change) -> bool:
    length = second.a - first.b
    if 2 * length > min(_size(first), _size(second)):
        return False
    if _is_blank(old, new, first) or _is_blank(old, new, second):
        return False
    return not _STRUCTURE.search(old, first.b, second.a)


def _is_lone(old: str, new: str, first: Change, second: Change) -> bool:
    if first.b < second.a:
        lone = second.a - first.b <= _LONE_REACH and _LONE.fullmatch(old, first.b, second.a)
        return bool(lone) and _says(old, new, first) and _says(old, new, second)
    return not _is_blank(old, new, first)


def _says(old: str, new: str, change: Change) -> bool:
    """Tell whether a change is of words, not of white space or brackets alone."""
    a, b, c, d = change
    return bool(_WORD.search(old, a, b) or _WORD.search(new, c, d))


def _is_blank(old: str, new: str, change: Change) -> bool:
    """Tell whether a change is of white space alone."""
    a, b, c, d = change
    # Matching in place: a slice of a change that grows would be quadratic.
    return bool(_BLANK.fullmatch(old, a, b) and _BLANK.fullmatch(new, c, d))


def _whole_units(old: str, new: str, changes: list[Change]) -> list[Change]:
    changes = _covering(old, new, changes)
    # The same seen from the other side.
    turned = _covering(new, old, [Change(c, d, a, b) for a, b, c, d in changes])
    return [Change(c, d, a, b) for a, b, c, d in turned]


def _covering(text: str, other: str, changes: list[Change]) -> list[Change]:
    """Return ``changes`` with those that leave little of a unit made to cover all of it."""
    torn = _torn(units_around(text, [change[:2] for change in changes]), changes)
    if not torn:
        return changes
    low, high = min(at for _, at, _ in torn), max(after for _, _, after in torn)
    first, last = changes[low], changes[high - 1]
    outer = min(first.a, torn[0][0][0]), max(last.b, *(unit[1] for unit, _, _ in torn))
    said = Content(text, *outer).between
    said_there = Content(
        other, first.c - (first.a - outer[0]), last.d + (outer[1] - last.b)
    ).between
    gone = [0, *accumulate(said(change.a, change.b) for change in changes)]
    covers: list[Change] = []
    for (start, end), at, after in torn:
        if covers and end <= covers[-1].b:
            continue
        cover = _cover(start, end, changes[at], changes[after - 1])
        outside = said(cover.a, start) + said(end, cover.b)
        whole = said(start, end)
        kept = whole - (gone[after] - gone[at] - outside)
        if kept * _LITTLE < max(whole, said_there(cover.c, cover.d)):
            covers.append(cover)
    return _union(changes, covers) if covers else changes


def _torn(units: list[Unit], changes: list[Change]) -> list[tuple[Unit, int, int]]:
    """Return the units that changes may leave little of, with the numbers of these (half-open)."""
    if not units:
        return []
    begins, ends = [change.a for change in changes], [change.b for change in changes]
    sizes = [0, *accumulate(map(_size, changes))]
    found = []
    for start, end in units:
        at, after = bisect_right(ends, start), bisect_left(begins, end)
        if at >= after or (begins[at] <= start and ends[at] >= end):
            continue
        if end - start <= _SHORT or _LITTLE * (sizes[after] - sizes[at]) >= end - start:
            found.append(((start, end), at, after))
    return found


def _cover(start: int, end: int, first: Change, last: Change) -> Change:
    """Return the change of all from ``start`` to ``end``, and of all that two changes cover."""
    a, c = first[::2] if first.a < start else (start, first.c - (first.a - start))
    b, d = last[1::2] if last.b > end else (end, last.d + (end - last.b))
    return Change(a, b, c, d)


def _union(changes: list[Change], covers: list[Change]) -> list[Change]:
    done: list[Change] = []
    for change in sorted([*changes, *covers]):
        last = done[-1] if done else None
        if last and change.a <= last.b and change.c <= last.d:
            done[-1] = Change(last.a, max(last.b, change.b), last.c, max(last.d, change.d))
        else:
            done.append(change)
    return done


def _space_apart(old: str, new: str, change: Change) -> list[Change]:
    """Return a change without equal ends, white space at its ends apart from the words."""
    a, b, c, d = change
    before, after = old[a:b], new[c:d]
    if before == after:
        return []
    core, other = before.strip(), after.strip()
    if not core or not other or len(core) + len(other) == len(before) + len(after):
        return [change]
    head, tail = before.index(core), before.rindex(core) + len(core)
    start, stop = after.index(other), after.rindex(other) + len(other)
    pieces = (
        Change(a, a + head, c, c + start),
        Change(a + head, a + tail, c + start, c + stop),
        Change(a + tail, b, c + stop, d),
    )
    return [piece for piece in pieces if old[piece.a : piece.b] != new[piece.c : piece.d]]


def _slid(old: str, new: str, changes: list[Change]) -> list[Change]:
    done: list[Change] = []
    for index, change in enumerate(changes):
        a, b, c, d = change
        if (a == b) == (c == d):
            done.append(change)
            continue
        room_up = a - done[-1].b if done else a
        room_down = (changes[index + 1].a if index + 1 < len(changes) else len(old)) - b
        text, start, end = (new, c, d) if a == b else (old, a, b)
        by = _best_slide(text, start, end, room_up, room_down)
        done.append(Change(a + by, b + by, c + by, d + by))
    return done


def _best_slide(text: str, start: int, end: int, room_up: int, room_down: int) -> int:
    up = down = 0
    while up < min(room_up, _REACH) and text[start - up - 1] == text[end - up - 1]:
        up += 1
    while down < min(room_down, _REACH) and text[start + down] == text[end + down]:
        down += 1
    if not up and not down:
        return 0
    low, high = max(0, start - up - 64), min(len(text), end + down + 64)
    borders = {match.end() for match in TOKEN.finditer(text, low, high)} | {low}
    places = [
        by for by in range(-up, down + 1) if (start + by) in borders and (end + by) in borders
    ]
    if not places:
        return 0
    return max(places, key=lambda by: (_border(text, start + by) + _border(text, end + by), -by))


_SENTENCE_END = frozenset(".!?۔؟।。！？")
_OPENING = re.compile(r"\{\{|\[\[|<|\||\n|[*#]")


def _border(text: str, offset: int) -> int:
    """Return how good a place is to begin or end something put in or taken out."""
    if offset in (0, len(text)) or text[offset - 1] == "\n":
        return 6
    before = text[offset - 1]
    if _OPENING.match(text, offset):
        return 5
    if before.isspace():
        return 4 if offset > 1 and text[offset - 2] in _SENTENCE_END else 3
    if before in _SENTENCE_END:
        return 3
    return 2 if text[offset].isspace() else 1
