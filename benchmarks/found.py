"""What a comparison finds: scored on edits whose truth is known."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.edits import REPORTED_AS, Edited, Truth
from homs_wiki.diff import Comparison, compare
from homs_wiki.diff.changes import Change
from homs_wiki.diff.text import RowKind, TextDiff, WordChange
from homs_wiki.page import read_text
from homs_wiki.profile import Profile
from homs_wiki.source import Span

RESIDUE = 0.05
"""Text marked as changed beyond the truth, as a share of the lines that the edit touched."""
SLACK = 40
"""Code points beyond the truth that are nothing: the rest of a word, a link or a date."""

_SHOWN = 130
"""Code points of a text that are shown."""


class Verdict(NamedTuple):
    """How one edit was reported.

    Attributes:
        edited: the edit.
        missed: truths that no change says.
        extra: changes that say no truth, or one that is said already.
        residue: code points that the text view marks beyond the truth.
        touched: code points of the lines that the edit touched.
        marked: what the text view marks, shortened.
        error: what was raised, or broke a promise; empty if nothing.
    """

    edited: Edited
    missed: list[Truth]
    extra: list[Change]
    residue: int = 0
    touched: int = 0
    marked: tuple[str, ...] = ()
    error: str = ""

    @property
    def is_found(self) -> bool:
        """Whether the edit was reported as what it is, and nothing else was."""
        return not (self.missed or self.extra or self.error)

    @property
    def is_clean(self) -> bool:
        """Whether the text view marks what changed and hardly more."""
        return self.residue <= max(SLACK, RESIDUE * self.touched)

    def __str__(self) -> str:
        lines = [f"{self.edited.kind}: " + ("found" if self.is_found else "NOT FOUND")]
        lines += [f"  truth:  {_shown(self.edited, each)}" for each in self.edited.truths]
        lines += [f"  missed: {each.what}" for each in self.missed]
        lines += [f"  extra:  {repr(each)[:400]}" for each in self.extra]
        lines += [f"  error:  {self.error}"] * bool(self.error)
        if not self.is_clean:
            lines.append(f"  marked beyond the truth: {self.residue} of {self.touched} touched")
            lines += [f"  marked: {each}" for each in self.marked]
        return "\n".join(lines)


def _shown(edited: Edited, truth: Truth) -> str:
    old = edited.old[slice(*truth.old)][:100] if truth.old else ""
    new = edited.new[slice(*truth.new)][:100] if truth.new else ""
    return f"{truth.what} {truth.subject} {truth.old} {old!r} → {truth.new} {new!r}"


def judge(edited: Edited, profile: Profile) -> Verdict:
    """Compare the page before and after, and say how the edit was reported."""
    pages = (read_text(edited.old, profile), read_text(edited.new, profile))
    comparison = compare(*pages)
    try:
        changes, rows = comparison.changes, comparison.text
    except Exception as error:  # whatever it is, it is the finding
        return Verdict(edited, [], [], error=f"{type(error).__name__}: {error}")
    missed, extra = _matched(edited.truths, changes)
    old, new = (_beyond(rows, edited.truths, side) for side in (0, 1))
    touched = sum(
        _lines_around(text, span)
        for truth in edited.truths
        for text, span in ((edited.old, truth.old), (edited.new, truth.new))
        if span
    )
    marked = tuple(_quoted(rows, mark) for mark in rows.changes)
    return Verdict(edited, missed, extra, old + new, touched, marked)


def _quoted(text: TextDiff, mark: WordChange) -> str:
    old, new = text.old[slice(*mark.old)], text.new[slice(*mark.new)]
    return " → ".join(
        repr(each if len(each) <= _SHOWN else f"{each[:60]} […] {each[-60:]}")
        for each in (old, new)
    )


def _matched(
    truths: Sequence[Truth], changes: Sequence[Change]
) -> tuple[list[Truth], list[Change]]:
    """Return the truths that no change says, and the changes that say no truth of their own."""
    said: Counter[int] = Counter()
    extra = []
    for change in changes:
        matching = [i for i, truth in enumerate(truths) if _says(change, truth)]
        fresh = [i for i in matching if not said[i] or REPORTED_AS[truths[i].what].often]
        if not fresh:
            extra.append(change)
        # One change may say several: all words that changed in one sentence.
        said.update(fresh)
    missed = [
        truth for i, truth in enumerate(truths) if not said[i] and REPORTED_AS[truth.what].required
    ]
    return missed, extra


def _says(change: Change, truth: Truth) -> bool:
    if change.kind.value not in REPORTED_AS[truth.what].kinds:
        return False
    places = [
        _touch(said, true)
        for said, true in ((change.old, truth.old), (change.new, truth.new))
        if said is not None and true is not None
    ]
    return (
        bool(places)
        and all(places)
        and (not truth.subject or truth.subject.casefold() in change.subject.casefold())
        and truth.before in change.before
        and truth.after in change.after
    )


def _touch(a: Span, b: Span) -> bool:
    """Tell whether two places overlap or lie side by side, a line end between them at most."""
    return a.start <= b.end + 2 and b.start <= a.end + 2


def _beyond(text: TextDiff, truths: Iterable[Truth], side: int) -> int:
    """Count the code points, white space not counted, that are marked beyond the truth."""
    whole = (text.old, text.new)[side]
    marked = bytearray(len(whole))
    for start, end in _marks(text, side):
        marked[start:end] = b"\1" * (end - start)
    for truth in truths:
        span = (truth.old, truth.new)[side]
        if span and not REPORTED_AS[truth.what].stays:
            marked[slice(*span)] = bytes(span.end - span.start)
    return sum(1 for at in range(len(whole)) if marked[at] and not whole[at].isspace())


def _marks(text: TextDiff, side: int) -> Iterable[Span]:
    for row in text.rows:
        words: list[WordChange] = row.words
        if row.kind in (RowKind.REMOVED, RowKind.ADDED):
            if row.move is None:
                yield (row.old, row.new)[side]
                continue
            words = row.move.words
        yield from (each[side] for each in words)


def _lines_around(text: str, span: Span) -> int:
    end = text.find("\n", span.end)
    return (end if end >= 0 else len(text)) - text.rfind("\n", 0, span.start)


def false_moves(comparison: Comparison) -> list[str]:
    """Return what is called a move; of two unrelated pages that should be nothing."""
    moves = [repr(move) for move in comparison.text.moves]
    return moves + [repr(each) for each in comparison.changes if each.kind.value.endswith("-moved")]


class Tally(NamedTuple):
    """How many edits of a kind there were, were found, and were clean in the text view."""

    kind: str
    all: int
    found: int
    clean: int


def tally(verdicts: Iterable[Verdict]) -> list[Tally]:
    """Return the counts by kind in the order in which the kinds come up."""
    counts: dict[str, list[int]] = {}
    for verdict in verdicts:
        count = counts.setdefault(verdict.edited.kind, [0, 0, 0])
        for i, says in enumerate((True, verdict.is_found, verdict.is_clean)):
            count[i] += says
    return [Tally(kind, *count) for kind, count in counts.items()]
