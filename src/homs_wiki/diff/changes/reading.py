"""Reading the changes of a comparison: place by place, the outermost construct first."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from homs_wiki.diff.changes.blocks import tell_loose, tell_move, tell_split
from homs_wiki.diff.changes.comparing import Pairing, Task
from homs_wiki.diff.changes.findings import Findings
from homs_wiki.diff.changes.links import compare_links
from homs_wiki.diff.changes.model import Change, ChangeKind
from homs_wiki.diff.changes.naming import short
from homs_wiki.diff.changes.references import compare_notes
from homs_wiki.diff.changes.regions import Region, find_regions
from homs_wiki.diff.changes.sentences import compare_sentences
from homs_wiki.diff.changes.settling import (
    cover_rest,
    join_definitions,
    join_list_marks,
    join_moves,
    join_sections,
    swallow_moves,
    tell_blank,
)
from homs_wiki.diff.changes.trimming import trimmed
from homs_wiki.diff.changes.units import compare_units, tell_unit
from homs_wiki.diff.text import Row, RowKind
from homs_wiki.source import Span
from homs_wiki.syntax.collection import uncollected

if TYPE_CHECKING:
    from homs_wiki.diff.comparison import Comparison
    from homs_wiki.page import Page

_RELATED: Final = 0.2
"""Pages that share less than this of the shorter one are two pages, not two revisions of one."""
_NOTHING: Final[Mapping[str, str]] = {}


@uncollected
def read_changes(comparison: "Comparison") -> list[Change]:
    """Return what changed, in the order of the new page; see `Comparison.changes`."""
    findings = Findings(comparison)
    if comparison.old is None or comparison.new is None:
        _tell_page(findings, comparison.old)
        return findings.changes
    if findings.old == findings.new:
        return []
    kept = _kept(comparison.text.rows)
    lengths = len(findings.old), len(findings.new)
    if kept < _RELATED * max(lengths) and _tell_at_once(findings, comparison.old, comparison.new):
        return findings.changes
    findings.are_related = kept >= _RELATED * min(lengths)
    regions, moves = find_regions(comparison.text.rows, findings.outlines)
    for region in moves:
        _read_move(findings, region)
    for region in regions:
        if _is_blank(findings, region):
            findings.blank.append((region.old, region.new))
        else:
            _read_region(findings, region)
    findings.join_renamings()
    join_definitions(findings)
    join_list_marks(findings)
    if findings.are_related:
        _join(findings)
    tell_blank(findings)
    findings.changes.sort(key=_place)
    return findings.changes


def _kept(rows: Iterable[Row]) -> int:
    """Return how many code points of the old page are on the new one, as the text view has it."""
    kept = 0
    for row in rows:
        if row.kind is RowKind.EQUAL:
            kept += row.old.end - row.old.start
        elif row.kind is not RowKind.ADDED and (row.words or row.move):
            words = row.move.words if row.move else row.words
            kept += row.old.end - row.old.start - sum(old.end - old.start for old, _ in words)
    return kept


def _join(findings: Findings) -> None:
    """Make moves of what was taken out at one place and put in at another."""
    for change in join_sections(findings):
        if change.old and change.new:
            _run(findings, Task(*findings.passages(change.old, change.new), _NOTHING))
    join_moves(findings)
    swallow_moves(findings)


def _place(change: Change) -> tuple[int, int]:
    if change.new is not None:
        return change.new.start, -change.new.end
    return (change.old.start if change.old else 0), 0


def _is_blank(findings: Findings, region: Region) -> bool:
    return (
        not findings.old[slice(*region.old)].strip()
        and not findings.new[slice(*region.new)].strip()
    )


def _read_region(findings: Findings, region: Region) -> None:
    told = len(findings.told)
    region = trimmed(region, findings.old)
    old, new = findings.passages(region.old, region.new)
    cover_rest(findings, region.rows, told, _run(findings, Task(old, new, _NOTHING)))


def _read_move(findings: Findings, region: Region) -> None:
    if _is_blank(findings, region):
        return
    # How it begins tells what it is.
    page = findings.new
    start = region.new.start
    while page[start].isspace():
        start += 1
    line = page.rfind("\n", region.new.start, start) + 1 or region.new.start
    end = page.find("\n", start, region.new.end)
    first = findings.outlines[1].cover(line, end if end >= 0 else region.new.end)
    tell_move(findings, region, findings.passage(Span(*first), on_new=True))
    if region.move and region.move.words:
        told = len(findings.told)
        part = trimmed(region, findings.old)
        task = Task(*findings.passages(part.old, part.new), _NOTHING)
        cover_rest(findings, region.rows, told, _run(findings, task))


def _run(findings: Findings, task: Task) -> Pairing:
    """Compare two passages, and what in them has to be compared in its turn."""
    waiting: list[Task] = []
    outermost = Pairing(task)
    _compare(findings, outermost, task, waiting)
    while waiting:
        task = waiting.pop()
        if task.old.text != task.new.text:
            _compare(findings, Pairing(task), task, waiting)
    return outermost


def _compare(findings: Findings, pairing: Pairing, task: Task, waiting: list[Task]) -> None:
    if task.notes_only:
        _compare_notes(findings, pairing, waiting)
        return
    hunks = compare_sentences(findings, pairing)
    compare_links(findings, pairing, hunks)
    _tell_moved_sentences(findings, pairing)
    compare_units(findings, pairing, waiting.append)
    tell_split(findings, pairing)
    tell_loose(findings, pairing)


def _compare_notes(findings: Findings, pairing: Pairing, waiting: list[Task]) -> None:
    """Tell what changed in references alone; what stands around them is told already."""
    old, new = pairing.old, pairing.new
    for i, j in pairing.units:
        first, second = old.units[i], new.units[j]
        if second.family == "note" and first.text != second.text:
            compare_notes(findings, pairing, first, second, waiting.append)
    olds, news = {i for i, _ in pairing.units}, {j for _, j in pairing.units}
    for passage, paired, on_new in ((old, olds, False), (new, news, True)):
        for index, unit in enumerate(passage.units):
            if unit.family == "note" and index not in paired:
                tell_unit(findings, passage, unit, pairing.within, on_new=on_new)


def _tell_moved_sentences(findings: Findings, pairing: Pairing) -> None:
    old, new = pairing.old, pairing.new
    for i, j in pairing.moved_sentences if findings.are_related else ():
        spans = old.page_span(*old.sentences[i]), new.page_span(*new.sentences[j])
        subject = short(pairing.texts[1][j])
        findings.add(ChangeKind.SENTENCE_MOVED, spans, subject, details=pairing.within)


def _tell_at_once(findings: Findings, old: "Page", new: "Page") -> bool:
    """Note that all of the page was blanked, filled, or given up for a redirect, or the reverse."""
    spans = Span(0, len(findings.old)), Span(0, len(findings.new))
    if not findings.old.strip() or not findings.new.strip():
        filled = not findings.old.strip()
        kind = ChangeKind.PAGE_FILLED if filled else ChangeKind.PAGE_BLANKED
        findings.add(kind, spans, details=_size(findings, on_new=filled))
        return True
    before, after = old.document.redirect, new.document.redirect
    if bool(before) == bool(after):
        return False
    kind = ChangeKind.REDIRECT_ADDED if after else ChangeKind.REDIRECT_REMOVED
    targets = before.target if before else "", after.target if after else ""
    findings.add(kind, spans, max(targets), targets, _size(findings, on_new=not after))
    return True


def _size(findings: Findings, *, on_new: bool) -> dict[str, str]:
    text = findings.new if on_new else findings.old
    sections = findings.outlines[on_new].headings
    return {"characters": str(len(text)), "sections": str(len(sections))}


def _tell_page(findings: Findings, old: "Page | None") -> None:
    """Note that the page came into being, or went."""
    created = old is None
    span = Span(0, len(findings.new if created else findings.old))
    findings.add(
        ChangeKind.PAGE_CREATED if created else ChangeKind.PAGE_REMOVED,
        (None, span) if created else (span, None),
        details=_size(findings, on_new=created),
    )
