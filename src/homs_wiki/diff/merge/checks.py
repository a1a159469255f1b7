"""Reading the merged text again: two sound edits may be unsound together."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from homs_wiki.diff.merge.compose import Composition, Hunk, Placed
from homs_wiki.diff.merge.edits import SideEdit
from homs_wiki.diff.merge.model import ConflictKind, Side
from homs_wiki.diff.merge.reading import Reading
from homs_wiki.profile import Profile
from homs_wiki.source import Span

_MOST_PLACES = 1000
"""Loose signs that are looked at to find the edits that loosened one."""


class Problem(NamedTuple):
    """What the merged text has and no side's text does.

    Attributes:
        kind: of conflict that it is.
        detail: name of the thing.
        places: where it shows in the merged text.
        base: what of the base it is about.
    """

    kind: ConflictKind
    detail: str
    places: list[Span]
    base: list[Span]


class Checker:
    """Compares a merged text with the three it was made of."""

    def __init__(self, base: str, ours: str, theirs: str, profile: Profile) -> None:
        self._texts = (base, ours, theirs)
        self._profile = profile

    @cached_property
    def _readings(self) -> list[Reading]:
        return [Reading(text, self._profile) for text in self._texts]

    def problems(self, results: list[Composition]) -> list[list[Problem]]:
        """Return what each of the merged texts has wrong and no side's text does.

        Args:
            results: the merged text; with conflicts in it, one for each side that wins them all.
        """
        return [
            []
            if result.text in self._texts
            else list(self._problems(Reading(result.text, self._profile), result.hunks))
            for result in results
        ]

    def _problems(self, merged: Reading, hunks: list[tuple[Hunk, Span]]) -> Iterator[Problem]:
        base, ours, theirs = self._readings
        for sign, count in merged.loose.items():
            counts = [each.loose[sign] for each in (base, ours, theirs)]
            if count > max(*counts[1:], counts[1] + counts[2] - counts[0]):
                yield Problem(
                    ConflictKind.UNBALANCED, f"“{sign}”", merged.places(sign)[:_MOST_PLACES], []
                )
        for name, places in merged.twice_defined.items():
            if name not in ours.twice_defined and name not in theirs.twice_defined:
                yield Problem(ConflictKind.REFERENCE_TWICE, name, places, [])
        for name, places in merged.undefined.items():
            if name not in ours.undefined and name not in theirs.undefined:
                yield from _without_text(name, places, base, merged, hunks)
        for name, places in merged.twice_given.items():
            counts = [len(each.twice_given.get(name, ())) for each in (base, ours, theirs)]
            if len(places) > max(*counts[1:], counts[1] + counts[2] - counts[0]):
                yield Problem(ConflictKind.PARAMETER_TWICE, name, places, [])


def _without_text(
    name: str, places: list[Span], base: Reading, merged: Reading, hunks: list[tuple[Hunk, Span]]
) -> Iterator[Problem]:
    """Yield what there is to say of a reference that is used and whose text is gone."""
    new_name = merged.renamed(name, base)
    if not new_name:
        yield Problem(ConflictKind.REFERENCE_LOST, name, places, base.definitions(name))
        return
    # Only the uses are in conflict: who wants one has to write the new name in it.
    ends = [span.end for _, span in hunks]
    left = [
        place
        for place in places
        if (index := bisect_left(ends, place.end)) == len(hunks)
        or place.start < hunks[index][1].start
    ]
    if left:
        detail = f"“{name}”, which the other renamed to “{new_name}”"
        yield Problem(ConflictKind.REFERENCE_RENAMED, detail, left, [])


def force(problems: list[Problem], placed: list[Placed]) -> bool:
    """Make conflicts of the edits that make problems; return whether there are any."""
    made = _Made(placed)
    found = False
    for problem in problems:
        for edit in made.to_blame(problem):
            edit.forced, edit.detail = problem.kind, problem.detail
            found = True
    return found


class _Made:
    """The edits that one side alone made, by where they stand."""

    def __init__(self, placed: list[Placed]) -> None:
        self._placed = [each for each in placed if each.edit.side]
        self._ends = [each.span.end for each in self._placed]
        self._by_base = sorted((each.edit for each in self._placed), key=lambda edit: edit.start)
        self._starts = [edit.start for edit in self._by_base]
        self._reach = list(accumulate((edit.end for edit in self._by_base), max))

    def to_blame(self, problem: Problem) -> list[SideEdit]:
        """Return the edits that make a problem: those where it shows, or else those next to it."""
        touching = [*self._at(problem.places), *self._over(problem.base)]
        sides = {edit.side for edit in touching}
        if len(sides) > 1 or (touching and problem.kind is not ConflictKind.UNBALANCED):
            return touching
        nearest = (self._nearest(side, problem.places) for side in Side if side not in sides)
        return touching + [edit for edit in nearest if edit]

    def _at(self, places: list[Span]) -> Iterator[SideEdit]:
        """Yield the edits that touch one of some places of the merged text."""
        index = 0
        for place in sorted(places):
            index = max(index, bisect_left(self._ends, place.start))
            while index < len(self._placed) and self._placed[index].span.start <= place.end:
                yield self._placed[index].edit
                index += 1

    def _over(self, places: list[Span]) -> Iterator[SideEdit]:
        """Yield the edits that replaced something in one of some places of the base."""
        for place in places:
            first = bisect_right(self._reach, place.start)
            for edit in self._by_base[first : bisect_left(self._starts, place.end)]:
                if edit.end > place.start:
                    yield edit

    def _nearest(self, side: Side, places: list[Span]) -> SideEdit | None:
        """Return the edit of a side that is nearest to one of some places; the first of equals."""
        own = [each for each in self._placed if each.edit.side is side]
        ends = [each.span.end for each in own]
        distances = [(0, 0)] if own and not places else []
        for place in places:
            behind = bisect_left(ends, place.start)
            before = bisect_left(ends, ends[behind - 1]) if behind else 0
            for index in {before, min(behind, len(own) - 1)} if own else ():
                span = own[index].span
                distances.append((max(place.start - span.end, span.start - place.end), index))
        return own[min(distances)[1]].edit if distances else None
