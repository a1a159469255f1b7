"""Reading the merged text again: two sound edits may be unsound together."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from homs_wiki.diff.merge.compose import Composition, Placed
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
            else list(self._problems(Reading(result.text, self._profile)))
            for result in results
        ]

    def _problems(self, merged: Reading) -> Iterator[Problem]:
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
                removed = base.definitions(name)
                yield Problem(ConflictKind.REFERENCE_LOST, name, places, removed)
        for name, places in merged.twice_given.items():
            counts = [len(each.twice_given.get(name, ())) for each in (base, ours, theirs)]
            if len(places) > max(*counts[1:], counts[1] + counts[2] - counts[0]):
                yield Problem(ConflictKind.PARAMETER_TWICE, name, places, [])


def force(problem: Problem, placed: list[Placed]) -> bool:
    """Make conflicts of the edits that make a problem; return whether there are any."""
    edits = _to_blame(problem, placed)
    for edit in edits:
        edit.forced, edit.detail = problem.kind, problem.detail
    return bool(edits)


def _to_blame(problem: Problem, placed: list[Placed]) -> list[SideEdit]:
    """Return the edits that make a problem: those where it shows, or else those next to it."""
    own = [each for each in placed if each.edit.side]
    touching = [
        each.edit
        for each in own
        if any(
            each.span.start <= place.end and place.start <= each.span.end
            for place in problem.places
        )
        or any(
            each.edit.start < place.end and place.start < each.edit.end for place in problem.base
        )
    ]
    if problem.kind is not ConflictKind.UNBALANCED and touching:
        return touching
    if len({edit.side for edit in touching}) > 1:
        return touching
    return touching + [
        min(others, key=lambda each: _distance(each.span, problem.places)).edit
        for side in Side
        if not any(edit.side is side for edit in touching)
        and (others := [each for each in own if each.edit.side is side])
    ]


def _distance(span: Span, places: list[Span]) -> int:
    if not places:
        return 0
    return min(max(place.start - span.end, span.start - place.end, 0) for place in places)
