"""What a merge makes of two edits of one page whose joint result is known."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.edits import SEVERAL, Edited
from benchmarks.edits.several import joined
from homs_wiki.diff.merge import merge
from homs_wiki.profile import Profile
from homs_wiki.source import Edit, apply_edits


class Triple(NamedTuple):
    """A page, two edits of it, and the page with both.

    Attributes:
        kind: what the sides did.
        base: the wikitext before.
        ours: with the one edit.
        theirs: with the other.
        both: what the merge should give.
    """

    kind: str
    base: str
    ours: str
    theirs: str
    both: str


def independent(edits: Sequence[Edited], seed: int, tries: int) -> Iterator[Triple]:
    """Yield pairs of edits of one page that do not touch each other, out of so many tries."""
    chance = random.Random(seed)  # noqa: S311 - chance that can be repeated is the point
    single = [each for each in edits if each.kind != SEVERAL]
    for _ in range(tries if len(single) > 1 else 0):
        ours, theirs = chance.sample(single, 2)
        both = joined(ours, theirs)
        if both and both.new not in (ours.new, theirs.new):
            kind = f"{ours.kind} + {theirs.kind}"
            yield Triple(kind, ours.old, ours.new, theirs.new, both.new)


def carried(edits: Sequence[Edited]) -> Iterator[Triple]:
    """Yield what one side moved while the other edited it, and the same with the sides swapped."""
    for edited in edits:
        if edited.kind.endswith("moved and edited"):
            base, (out, put) = edited.old, edited.edits
            whole = Edit(put.start, put.end, base[out.start : out.end])
            words = [
                Edit(*truth.old, edited.new[slice(*truth.new)])
                for truth in edited.truths
                if truth.what == "word" and truth.old and truth.new
            ]
            moved, reworded = apply_edits(base, [out, whole]), apply_edits(base, words)
            yield Triple(edited.kind, base, moved, reworded, edited.new)
            yield Triple(edited.kind, base, reworded, moved, edited.new)


def outcome(triple: Triple, profile: Profile) -> str:
    """Return "right", "conflict" or "wrong": a result that is neither both edits nor a conflict."""
    result = merge(triple.base, triple.ours, triple.theirs, profile)
    if result.conflicts:
        return "conflict"
    return "right" if result.text == triple.both else "wrong"
