"""Changes to a text, and making them without touching anything else."""

from collections.abc import Iterable
from typing import NamedTuple

from homs_wiki.source.errors import HomsWikiError


class OverlapError(HomsWikiError):
    """Two edits want to change the same characters."""


class Edit(NamedTuple):
    """Replace the code points from ``start`` to ``end`` by ``text``; equal offsets insert."""

    start: int
    end: int
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with all ``edits`` made; what they do not name stays as it was.

    Offsets are those of the text before any edit. Two insertions at one place are made in the
    order given; an insertion where another edit begins goes before it.

    Raises:
        OverlapError: two edits share a character, or one inserts inside another.
        ValueError: an edit ends before it starts, or lies outside the text.
    """
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    pieces: list[str] = []
    done = 0
    for edit in ordered:
        if not 0 <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit} lies outside a text of {len(text)} code points")
        if edit.start < done:
            raise OverlapError(
                f"the edit of {edit.start}–{edit.end} overlaps one that ends at {done}; "
                "make them one after the other"
            )
        pieces += (text[done : edit.start], edit.text)
        done = edit.end
    pieces.append(text[done:])
    return "".join(pieces)
