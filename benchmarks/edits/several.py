"""Several edits made at once, as editors do before they save."""

from collections.abc import Sequence

from benchmarks.edits.truth import Edited, Truth, place_after
from homs_wiki.source import Edit, Span, apply_edits

SEVERAL = "three edits at once"
_APART = 3
"""Code points that must lie between two edits; closer ones may be told as one."""


def joined(first: Edited, second: Edited) -> Edited | None:
    """Return both edits of a page made at once; None if they touch each other."""
    if first.old != second.old or not _are_apart(first, second):
        return None
    edits = [*first.edits, *second.edits]
    truths = _shifted(first, second) + _shifted(second, first)
    new = apply_edits(first.old, edits)
    return Edited(SEVERAL, first.old, new, tuple(truths), tuple(edits))


def _are_apart(first: Edited, second: Edited) -> bool:
    return not any(
        a.start - _APART <= b.end and b.start - _APART <= a.end
        for a in _places(first)
        for b in _places(second)
    )


def _places(edited: Edited) -> list[Span]:
    """Return the places on the old page that an edit is about."""
    places = [Span(edit.start, edit.end) for edit in edited.edits]
    return places + [truth.old for truth in edited.truths if truth.old]


def _shifted(edited: Edited, other: Edited) -> list[Truth]:
    """Return the truths of an edit as they are when another is made as well."""
    moved = [
        Edit(*place_after(list(edited.edits), edit.start, edit.end), edit.text)
        for edit in other.edits
    ]
    return [
        truth._replace(new=place_after(moved, *truth.new)) if truth.new else truth
        for truth in edited.truths
    ]


def combined(edits: Sequence[Edited], count: int = 3) -> Edited | None:
    """Return the first ``count`` of ``edits`` that can be made at once; None if there are fewer."""
    made: Edited | None = None
    taken = 0
    for edited in edits:
        both = joined(made, edited) if made else edited
        if both:
            made, taken = both, taken + 1
        if taken == count:
            return made
    return None
