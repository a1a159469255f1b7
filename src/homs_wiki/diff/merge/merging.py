"""Merging two texts that came from one."""

from homs_wiki.diff.merge.changes import Changes
from homs_wiki.diff.merge.checks import Checker, Problem, force
from homs_wiki.diff.merge.chunks import Group, find_groups, sort_key, without_twins
from homs_wiki.diff.merge.compose import Hunk, compose, make_hunks, resolve
from homs_wiki.diff.merge.edits import SideEdit
from homs_wiki.diff.merge.lines import shared_ends
from homs_wiki.diff.merge.markers import Marking
from homs_wiki.diff.merge.model import REASONS, Conflict, Labels, Merge, Side, Style
from homs_wiki.diff.merge.report import Report
from homs_wiki.diff.merge.settle import settle
from homs_wiki.diff.merge.similar import MovedWords, force_hidden_moves
from homs_wiki.diff.merge.units import Units
from homs_wiki.diff.merge.words import widened
from homs_wiki.diff.text import compare_texts
from homs_wiki.profile import Profile
from homs_wiki.source import Span

_ROUNDS = 6
"""How often the merged text is read again after a check found something in it."""


_LABELS = Labels()


def merge(
    base: str,
    ours: str,
    theirs: str,
    profile: Profile,
    *,
    labels: tuple[str, str, str] = _LABELS,
    style: Style = Style.MERGE,
    marker_size: int = 7,
) -> Merge:
    """Join what two people made of one text.

    Any three strings can be merged; line ends should be LF.

    Args:
        base: the text both started from.
        ours: what one made of it.
        theirs: what the other made of it.
        profile: the wiki the texts are read for.
        labels: what stands behind the markers, for ours, the base and theirs.
        style: whether the base is shown in conflicts.
        marker_size: signs in a marker.
    """
    if theirs in (ours, base):
        return Merge(ours, [], [])
    if ours == base:
        return Merge(theirs, [], [])
    merger = _Merger(base, ours, theirs, profile)
    return merger.merge(Marking(Labels(*labels), style, marker_size))


class _Merger:
    """One merge; every text gets a last line break for it, so that lines can be compared."""

    def __init__(self, base: str, ours: str, theirs: str, profile: Profile) -> None:
        self._given = (base, ours, theirs)
        base, ours, theirs = (text + "\n" if _is_open(text) else text for text in self._given)
        self._texts = (base, ours, theirs)
        self._profile = profile
        self._changes = {
            side: _read_changes(base, text, side)
            for side, text in ((Side.OURS, ours), (Side.THEIRS, theirs))
        }
        self._layout = settle(base, *self._changes.values())
        self._edits = without_twins(*(changes.edits for changes in self._changes.values()))
        force_hidden_moves(base, self._edits)
        self._moved_words = MovedWords(base, self._edits)
        self._units = Units(base, profile)

    def merge(self, marking: Marking) -> Merge:
        """Return the merge, its conflicts marked."""
        parts = self._checked()
        if isinstance(parts, Problem):
            return self._one_conflict(parts, marking)
        made, hunks = parts
        result = compose(self._layout.text, made, hunks, marking)
        merged = self._closed(result.text, result.hunks[-1][1].end if result.hunks else -1)
        report = Report(self._layout, self._changes.values(), self._given)
        return Merge(
            merged,
            list(report.conflicts(result.hunks)),
            list(report.carried(result.placed, len(merged))),
        )

    def _parted(self) -> tuple[list[SideEdit], list[Hunk]]:
        """Return the edits that can be made, and the conflicts."""
        text = self._layout.text
        groups = self._groups()
        grouped = {id(edit) for group in groups for edit in group.edits}
        left, agreed = resolve(text, groups)
        made = [edit for edit in self._edits if id(edit) not in grouped] + agreed
        made.sort(key=sort_key)
        return made, make_hunks(text, left, made)

    def _groups(self) -> list[Group]:
        """Return what is in conflict; moved words are so in both places or in none."""
        text, language = self._layout.text, self._profile.language
        groups = find_groups(text, self._edits, self._units, language)
        if self._moved_words.force(edit for group in groups for edit in group.edits):
            groups = find_groups(text, self._edits, self._units, language)
        return groups

    def _checked(self) -> tuple[list[SideEdit], list[Hunk]] | Problem:
        """Return the same, after what would break the page was made a conflict.

        If that does not help, what is broken is returned.
        """
        checker = Checker(*self._texts, self._profile)
        text = self._layout.text
        for _ in range(_ROUNDS):
            made, hunks = self._parted()
            sides = list(Side) if hunks else [Side.OURS]
            results = [compose(text, made, hunks, side) for side in sides]
            found = checker.problems(results)
            if not any(found):
                return made, hunks
            forced = [
                force(problems, result.placed)
                for result, problems in zip(results, found, strict=True)
            ]
            if not any(forced):
                # Where one choice is sound there is a way out.
                return found[0][0] if all(found) else (made, hunks)
        return next(problem for problems in found for problem in problems)

    def _one_conflict(self, problem: Problem, marking: Marking) -> Merge:
        """Return everything between the first and the last difference as one conflict."""
        before, (base, ours, theirs), after = shared_ends(self._texts)
        marked = marking.marked(ours, base, theirs)
        start = len(before)
        conflict = Conflict(
            problem.kind,
            REASONS[problem.kind].format(detail=problem.detail),
            Span(start, min(start + len(base), len(self._given[0]))),
            Span(start, min(start + len(ours), len(self._given[1]))),
            Span(start, min(start + len(theirs), len(self._given[2]))),
            Span(start, start + len(marked)),
        )
        return Merge(self._closed(before + marked + after, conflict.merged.end), [conflict], [])

    def _closed(self, text: str, last_conflict: int) -> str:
        """Return the merged text without the last line break if it is to have none."""
        base, ours, theirs = map(_is_open, self._given)
        ours = ours if self._given[1] else base
        theirs = theirs if self._given[2] else base
        is_open = ours if ours != base else theirs
        return text[:-1] if is_open and last_conflict != len(text) and text[-1:] == "\n" else text


def _read_changes(base: str, text: str, side: Side) -> Changes:
    changes = Changes(compare_texts(base, text), side)
    changes.edits = widened(base, changes.edits)
    return changes


def _is_open(text: str) -> bool:
    """Return whether the last line misses its line break."""
    return bool(text) and text[-1] != "\n"
