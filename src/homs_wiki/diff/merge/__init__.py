"""Merging two people's edits of one page without losing either's."""

from homs_wiki.diff.merge.merging import merge
from homs_wiki.diff.merge.model import (
    Carried,
    Conflict,
    ConflictKind,
    Labels,
    Merge,
    Side,
    Style,
)

__all__ = [
    "Carried",
    "Conflict",
    "ConflictKind",
    "Labels",
    "Merge",
    "Side",
    "Style",
    "merge",
]
