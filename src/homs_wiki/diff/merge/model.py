"""What a merge says: the text, its conflicts, and what was carried along with moved blocks."""

from enum import Enum
from typing import NamedTuple

from homs_wiki.source import Span


class Side(Enum):
    """Who made an edit; the values are stable and stand in JSON."""

    OURS = "ours"
    THEIRS = "theirs"

    @property
    def other(self) -> "Side":
        """The other one."""
        return Side.THEIRS if self is Side.OURS else Side.OURS


class ConflictKind(Enum):
    """Why a stretch could not be merged; the values are stable and stand in JSON."""

    BOTH_ADDED = "both-added"
    BOTH_CHANGED = "both-changed"
    CHANGED_REMOVED = "changed-removed"
    MOVED_TWICE = "moved-twice"
    MOVED_REMOVED = "moved-removed"
    MOVED_BESIDE = "moved-beside"
    MOVED_CHANGED = "moved-changed"
    UNBALANCED = "unbalanced"
    REFERENCE_TWICE = "reference-twice"
    REFERENCE_LOST = "reference-lost"
    REFERENCE_RENAMED = "reference-renamed"
    PARAMETER_TWICE = "parameter-twice"


REASONS = {
    ConflictKind.BOTH_ADDED: "both sides added text at the same place; which goes first is not "
    "known, and whether both are wanted",
    ConflictKind.BOTH_CHANGED: "both sides changed the same words, or words beside each other",
    ConflictKind.CHANGED_REMOVED: "one side changed what the other removed",
    ConflictKind.MOVED_TWICE: "both sides moved the same block, to different places",
    ConflictKind.MOVED_REMOVED: "one side moved a block that the other removed",
    ConflictKind.MOVED_BESIDE: "one side moved a block from or to a place that the other side "
    "changed, so that what belongs where is not known",
    ConflictKind.MOVED_CHANGED: "one side moved words elsewhere that the other changed, or to a "
    "place that the other changed",
    ConflictKind.UNBALANCED: "both edits together would leave {detail} without its other end",
    ConflictKind.REFERENCE_TWICE: "both edits together would give the reference “{detail}” two "
    "different texts",
    ConflictKind.REFERENCE_LOST: "one side uses the reference “{detail}”, whose text the other "
    "removed",
    ConflictKind.REFERENCE_RENAMED: "one side uses the reference {detail}",
    ConflictKind.PARAMETER_TWICE: "both edits together would give the parameter {detail} twice",
}
"""What is told to people; ``{detail}`` is the name of the thing."""


class Conflict(NamedTuple):
    """A stretch that a person must look at.

    Attributes:
        kind: why.
        reason: the same for people, a clause of English.
        base: the lines in the text both started from; empty at the place where both added.
        ours: the lines in our text.
        theirs: the lines in their text.
        merged: the lines in the merged text, with the markers.
    """

    kind: ConflictKind
    reason: str
    base: Span
    ours: Span
    theirs: Span
    merged: Span


class Carried(NamedTuple):
    """An edit of one side in a block that the other side moved, made at the block's new place.

    Attributes:
        side: who made the edit; the other side moved the block.
        block: where the block stood in the base.
        base: what the edit replaced in the base.
        merged: what stands for it in the merged text.
    """

    side: Side
    block: Span
    base: Span
    merged: Span


class Style(Enum):
    """What stands between the markers of a conflict, by git's names (``merge.conflictStyle``)."""

    MERGE = "merge"
    DIFF3 = "diff3"


class Labels(NamedTuple):
    """What stands behind the markers; an empty one leaves the marker alone."""

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"


class Merge(NamedTuple):
    """The result of a merge.

    Attributes:
        text: the merged text; conflicts stand in it between markers.
        conflicts: in order of the merged text; empty if everything was merged.
        carried: edits carried into moved blocks, in order of the merged text.
    """

    text: str
    conflicts: list[Conflict]
    carried: list[Carried]
