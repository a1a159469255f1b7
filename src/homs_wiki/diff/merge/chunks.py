"""Edits of both sides together: what is the same, what stands apart, what is in conflict."""

from collections.abc import Iterator

from homs_wiki.diff.merge.edits import SideEdit
from homs_wiki.diff.merge.model import ConflictKind, Side
from homs_wiki.diff.merge.nearness import Nearness
from homs_wiki.diff.merge.units import Units

_LOOK_BACK = 4
"""Edits of the other side that are compared: nearer ones stand between those and the next."""

_GONE = "\0"


class Group:
    """Edits that cannot all be made.

    Attributes:
        edits: in order; some of each side, or one that is forced to be a conflict.
        start: where the first begins in the text with all blocks moved.
        end: where the last ends.
    """

    __slots__ = ("edits", "end", "start")

    def __init__(self, edits: list[SideEdit]) -> None:
        self.edits = edits
        self.start = min(edit.at for edit in edits)
        self.end = max(edit.to for edit in edits)

    @property
    def kind(self) -> ConflictKind:
        """Why they cannot all be made."""
        forced = {edit.forced for edit in self.edits if edit.forced}
        for kind in ConflictKind:
            if kind in forced:
                return kind
        if all(edit.inserts for edit in self.edits):
            return ConflictKind.BOTH_ADDED
        for side in Side:
            if all(edit.removes for edit in self.edits if edit.side is side):
                return ConflictKind.CHANGED_REMOVED
        return ConflictKind.BOTH_CHANGED

    @property
    def detail(self) -> str:
        """Name of the thing for the reason."""
        kind = self.kind
        return min((edit.detail for edit in self.edits if edit.forced is kind), default="")


def sort_key(edit: SideEdit) -> tuple[int, int, int]:
    """Return the key that brings edits into the order of the text with all blocks moved."""
    return (edit.at, edit.order, edit.to)


def without_twins(ours: list[SideEdit], theirs: list[SideEdit]) -> list[SideEdit]:
    """Return all edits in order; one that both sides made stands once, with no side.

    Of several texts put in at one place all must be the same, in the same order.
    """
    known: dict[tuple[int, int], list[SideEdit]] = {}
    for edit in ours:
        known.setdefault((edit.at, edit.to), []).append(edit)
    places: dict[tuple[int, int], list[SideEdit]] = {}
    for edit in theirs:
        places.setdefault((edit.at, edit.to), []).append(edit)
    result = list(ours)
    for place, edits in places.items():
        twins = sorted(known.get(place, ()), key=sort_key)
        edits.sort(key=sort_key)
        if [edit.text for edit in twins] != [edit.text for edit in edits]:
            result += edits
            continue
        for twin, edit in zip(twins, edits, strict=True):
            twin.side = twin.forced = None
            twin.theirs = edit.new
    result.sort(key=sort_key)
    return result


def find_groups(text: str, edits: list[SideEdit], units: Units, language: str) -> list[Group]:
    """Return what is in conflict, in order.

    Args:
        text: the text with all blocks moved.
        edits: of both sides, in order, none twice.
        units: what must not be changed by both.
        language: code of the texts' language.
    """
    single = [edit for edit in edits if edit.side]
    text = _without_removed(text, edits)
    nearness = Nearness(text, units, language)
    runs: list[list[int]] = []
    last: dict[Side, list[int]] = {Side.OURS: [], Side.THEIRS: []}
    for index, edit in enumerate(single):
        assert edit.side  # noqa: S101 - of those without one there is none here
        run = [index, index]
        for other in last[edit.side.other][-_LOOK_BACK:]:
            if nearness.collide(single[other], edit):
                run[0] = other
                break
        while runs and runs[-1][1] >= run[0]:
            run[0] = min(run[0], runs.pop()[0])
        runs.append(run)
        last[edit.side].append(index)
    return [Group(single[first:end]) for first, end in _conflicting(text, single, runs)]


def _without_removed(text: str, edits: list[SideEdit]) -> str:
    """Return the text with what both sides removed made unreadable; it parts nothing."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        if edit.side is None and edit.removes:
            parts += (text[done : edit.at], _GONE * (edit.to - edit.at))
            done = edit.to
    return "".join((*parts, text[done:])) if parts else text


def _conflicting(
    text: str, edits: list[SideEdit], runs: list[list[int]]
) -> Iterator[tuple[int, int]]:
    """Yield the conflicts; lines removed together with one of a conflict belong to it."""
    before = _chain(text, edits)
    found: list[tuple[int, int, bool]] = []
    for start, final in runs:
        first = min(before[start : final + 1])
        hot = start < final or edits[start].forced is not None
        while found and found[-1][1] > first:
            earlier = found.pop()
            start, hot = earlier[0], hot or earlier[2]
        found.append((start, final + 1, hot))
    return ((start, end) for start, end, hot in found if hot)


def _chain(text: str, edits: list[SideEdit]) -> list[int]:
    """Return for each edit the place of the one whose removed lines it goes on, or its own."""
    before: list[int] = []
    last: dict[Side | None, int] = {}
    for index, edit in enumerate(edits):
        previous = last.get(edit.side, index)
        before.append(previous if _chained(text, edits[previous], edit) else index)
        last[edit.side] = index
    return before


def _chained(text: str, before: SideEdit, after: SideEdit) -> bool:
    return (
        before.side is after.side
        and before.lines
        and after.lines
        and before.removes
        and after.removes
        and text.count(_GONE, before.to, after.at) == after.at - before.to
    )
