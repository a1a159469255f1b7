"""Putting a merged text together from the edits that are made and the conflicts that are marked."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from homs_wiki.diff.merge.chunks import Group, sort_key
from homs_wiki.diff.merge.edits import SideEdit
from homs_wiki.diff.merge.lines import shared_ends
from homs_wiki.diff.merge.markers import Marking
from homs_wiki.diff.merge.model import Side
from homs_wiki.source import Span


class Hunk:
    """Whole lines that are shown as a conflict.

    What could be merged in these lines stands in all its texts.

    Attributes:
        start: where the lines begin in the text with all blocks moved.
        end: where they end.
        groups: the conflicts in them, in order.
        edits: the edits that both texts have.
    """

    __slots__ = ("edits", "end", "groups", "start")

    def __init__(self, start: int, end: int, groups: list[Group]) -> None:
        self.start = start
        self.end = end
        self.groups = groups
        self.edits: list[SideEdit] = []

    def edits_of(self, side: Side | None) -> list[SideEdit]:
        """Return the edits that make one side's text, or the base's for None, in order."""
        theirs = [edit for group in self.groups for edit in group.edits if edit.side is side]
        return sorted(self.edits + theirs if side else self.edits, key=sort_key)


class Placed(NamedTuple):
    """An edit that was made, and where its text stands in the merged text."""

    edit: SideEdit
    span: Span


class Composition(NamedTuple):
    """A merged text.

    Attributes:
        text: the text.
        placed: the edits made outside of conflicts, in order.
        hunks: the conflicts, with their place in the text.
    """

    text: str
    placed: list[Placed]
    hunks: list[tuple[Hunk, Span]]


def resolve(text: str, groups: list[Group]) -> tuple[list[Group], list[SideEdit]]:
    """Return what stays a conflict, and the edits to be made for what is none after all.

    Where both say the same it is said once; where both only added lines, those with which their
    texts begin or end alike.
    """
    left: list[Group] = []
    agreed: list[SideEdit] = []
    for group in groups:
        if any(edit.forced for edit in group.edits):
            left.append(group)
            continue
        ours, theirs = (_side_text(text, group, side) for side in Side)
        if ours == theirs:
            agreed.append(_agreed(group, ours, group.edits[0].order))
        elif all(edit.inserts and edit.lines for edit in group.edits) and group.start == group.end:
            _part_lines(group, ours, theirs, left, agreed)
        else:
            left.append(group)
    return left, agreed


def _side_text(text: str, group: Group, side: Side) -> str:
    own = [edit for edit in group.edits if edit.side is side]
    return "".join(applied(text, group.start, group.end, own))


def _part_lines(
    group: Group, ours: str, theirs: str, left: list[Group], agreed: list[SideEdit]
) -> None:
    head, (mine, other), tail = shared_ends((ours, theirs))
    order = group.edits[0].order
    if not (mine and other):
        agreed.append(_agreed(group, head + mine + other + tail, order))
        return
    rests = ((Side.OURS, mine), (Side.THEIRS, other))
    left.append(Group([_shorter(group, side, text, len(head)) for side, text in rests]))
    if head:
        agreed.append(_agreed(group, head, order - 1))
    if tail:
        agreed.append(_agreed(group, tail, order + 1))


def _shorter(group: Group, side: Side, text: str, skipped: int) -> SideEdit:
    first = next(edit for edit in group.edits if edit.side is side)
    edit = SideEdit(
        first.start,
        first.start,
        text,
        first.new + skipped,
        side,
        lines=True,
        order=group.edits[0].order,
    )
    edit.at = edit.to = first.at
    return edit


def _agreed(group: Group, text: str, order: int) -> SideEdit:
    first, last = group.edits[0], group.edits[-1]
    lines = all(edit.lines for edit in group.edits)
    edit = SideEdit(first.start, last.end, text, -1, None, lines=lines, order=order)
    edit.at, edit.to = group.start, group.end
    edit.breaks = any(edit.breaks for edit in group.edits)
    return edit


def make_hunks(text: str, groups: list[Group], edits: list[SideEdit]) -> list[Hunk]:
    """Return the conflicts as whole lines, each with the edits to be made in them.

    Args:
        text: the text with all blocks moved.
        groups: the conflicts, in order.
        edits: all other edits, in order.
    """
    hunks: list[Hunk] = []
    if not groups:
        return hunks
    stretches: list[tuple[int, int, Group | None]] = [
        (*_lines(text, each), each) for each in groups
    ]
    stretches += [(*_reach(text, edit), None) for edit in edits if edit.breaks and not edit.inserts]
    stretches.sort(key=lambda stretch: stretch[:2])
    start = end = -1
    found: list[Group] = []
    for first, final, group in stretches:
        if first >= end and (first, final) != (start, end):
            if found:
                hunks.append(Hunk(start, end, found))
            start, end, found = first, final, []
        end = max(end, final)
        if group:
            found.append(group)
    if found:
        hunks.append(Hunk(start, end, found))
    _assign(hunks, edits)
    return hunks


def _lines(text: str, group: Group) -> tuple[int, int]:
    start, end = group.start, group.end
    if all(edit.lines for edit in group.edits):
        return start, end
    start = text.rfind("\n", 0, start) + 1
    if end == start or text[end - 1] != "\n":
        end = text.find("\n", end) + 1 or len(text)
    return start, end


def _reach(text: str, edit: SideEdit) -> tuple[int, int]:
    """Return the whole lines that an edit takes or joins."""
    if edit.lines:
        return edit.at, edit.to
    start = text.rfind("\n", 0, edit.at) + 1
    return start, text.find("\n", edit.to) + 1 or len(text)


def _assign(hunks: list[Hunk], edits: list[SideEdit]) -> None:
    """Give each hunk the edits in its lines."""
    index = 0
    for hunk in hunks:
        while index < len(edits) and not _is_behind(edits[index], hunk):
            if _is_in(edits[index], hunk):
                hunk.edits.append(edits[index])
            index += 1


def _is_behind(edit: SideEdit, hunk: Hunk) -> bool:
    if edit.at == hunk.end == hunk.start:
        return edit.order > hunk.groups[0].edits[0].order
    return edit.at >= hunk.end


def _is_in(edit: SideEdit, hunk: Hunk) -> bool:
    if edit.at < hunk.start or hunk.start == hunk.end:
        return False
    return not edit.lines or edit.to > hunk.start


def compose(
    text: str, edits: Iterable[SideEdit], hunks: list[Hunk], choice: Marking | Side
) -> Composition:
    """Return the merged text.

    Args:
        text: the text with all blocks moved.
        edits: those to be made outside of conflicts, in order.
        hunks: the conflicts, in order.
        choice: how they are marked; or the side that is to win them all.
    """
    inside = {id(edit) for hunk in hunks for edit in hunk.edits}
    writer = _Writer(text)
    waiting = iter(hunks)
    hunk = next(waiting, None)
    for edit in edits:
        if id(edit) in inside:
            continue
        while hunk and _is_behind(edit, hunk):
            writer.conflict(hunk, choice)
            hunk = next(waiting, None)
        writer.edit(edit)
    while hunk:
        writer.conflict(hunk, choice)
        hunk = next(waiting, None)
    writer.copy(len(text))
    return Composition("".join(writer.parts), writer.placed, writer.hunks)


class _Writer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._done = 0
        self._length = 0
        self.parts: list[str] = []
        self.placed: list[Placed] = []
        self.hunks: list[tuple[Hunk, Span]] = []

    def _write(self, part: str) -> Span:
        start = self._length
        if part:
            self.parts.append(part)
            self._length += len(part)
        return Span(start, self._length)

    def copy(self, end: int) -> None:
        self._write(self._text[self._done : end])
        self._done = max(self._done, end)

    def edit(self, edit: SideEdit) -> None:
        self.copy(edit.at)
        self.placed.append(Placed(edit, self._write(edit.text)))
        self._done = max(self._done, edit.to)

    def conflict(self, hunk: Hunk, choice: Marking | Side) -> None:
        self.copy(hunk.start)
        if isinstance(choice, Side):
            span = self._write("".join(_hunk_text(self._text, hunk, choice)))
        else:
            if self.parts and self.parts[-1][-1] != "\n":
                self._write("\n")
            ours, base, theirs = (
                "".join(_hunk_text(self._text, hunk, side))
                for side in (Side.OURS, None, Side.THEIRS)
            )
            span = self._write(choice.marked(ours, base, theirs))
        self._done = hunk.end
        self.hunks.append((hunk, span))


def _hunk_text(text: str, hunk: Hunk, side: Side | None) -> Iterator[str]:
    return applied(text, hunk.start, hunk.end, hunk.edits_of(side))


def applied(text: str, start: int, end: int, edits: list[SideEdit]) -> Iterator[str]:
    """Yield the pieces of a stretch of the text with all blocks moved, with edits made in it."""
    for edit in edits:
        yield text[start : edit.at]
        yield edit.text
        start = max(start, edit.to)
    yield text[start:end]
