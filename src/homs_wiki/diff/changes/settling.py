"""After all places were read: what was taken out here and put in there has moved."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final

from homs_wiki.diff.changes.comparing import Pairing
from homs_wiki.diff.changes.findings import Findings, Spans
from homs_wiki.diff.changes.model import Change, ChangeKind
from homs_wiki.diff.changes.naming import is_blank, short
from homs_wiki.diff.changes.pairing import alike
from homs_wiki.diff.changes.passage import Passage
from homs_wiki.diff.text import Row, RowKind, WordChange
from homs_wiki.source import Span

_K = ChangeKind
_MOVES: Final = {
    _K.REFERENCE_ADDED: (_K.REFERENCE_REMOVED, _K.REFERENCE_MOVED),
    _K.REFERENCE_REUSED: (_K.REFERENCE_USE_REMOVED, _K.REFERENCE_MOVED),
    _K.TEMPLATE_ADDED: (_K.TEMPLATE_REMOVED, _K.TEMPLATE_MOVED),
    _K.CATEGORY_ADDED: (_K.CATEGORY_REMOVED, _K.CATEGORY_MOVED),
    _K.IMAGE_ADDED: (_K.IMAGE_REMOVED, _K.IMAGE_MOVED),
    _K.LANGUAGE_LINK_ADDED: (_K.LANGUAGE_LINK_REMOVED, _K.LANGUAGE_LINK_MOVED),
    _K.COMMENT_ADDED: (_K.COMMENT_REMOVED, _K.COMMENT_MOVED),
    _K.TAG_ADDED: (_K.TAG_REMOVED, _K.TAG_MOVED),
    _K.SENTENCE_ADDED: (_K.SENTENCE_REMOVED, _K.SENTENCE_MOVED),
    _K.PARAGRAPH_ADDED: (_K.PARAGRAPH_REMOVED, _K.PARAGRAPH_MOVED),
}
"""What was put in: what it is called when it was taken out, and when it only moved."""
_WORD: Final = re.compile(r"\w")
_SHORT: Final = 20
_ALIKE: Final = 0.5
_DEEPEST: Final = 6
"""Sections lie in each other at most so deep."""
_MOVED: Final = frozenset(kind for kind in ChangeKind if kind.value.endswith("-moved"))
_OF_BLOCKS: Final = frozenset(("added", "joined", "moved", "removed", "split"))
_ITEMS: Final = frozenset(("list item", "table row", "table rows"))
_LIST_MARKS: Final = frozenset("*#:;")
_WORDS: Final = frozenset((_K.SENTENCE_ADDED, _K.PARAGRAPH_ADDED))


def join_moves(findings: Findings) -> None:
    """Make one move of an equal thing that was taken out at one place and put in at another."""
    removed: dict[tuple[ChangeKind, str], list[Change]] = defaultdict(list)
    taken = {pair[0] for pair in _MOVES.values()}
    for change in reversed(findings.changes):
        if change.kind in taken:
            removed[change.kind, _text(findings.old, change.old).strip()].append(change)
    if not removed:
        return
    sections = _MovedSections(findings)
    edges = _Edges(findings)
    gone: set[int] = set()
    for change in findings.changes:
        kinds = _MOVES.get(change.kind)
        text = _text(findings.new, change.new).strip()
        waiting = removed.get((kinds[0], text)) if kinds else None
        if not kinds or not waiting:
            continue
        beside = edges.beside(waiting[-1].old, change.new)
        is_short = (
            change.kind in _WORDS and len(text) < _SHORT and not _in_list(waiting[-1], change)
        )
        if is_short and not beside and sections.around(waiting[-1].old, change.new) is None:
            continue
        other = waiting.pop()
        gone.add(id(other))
        if is_short and beside:
            gone.add(id(change))
            continue
        change.kind = kinds[1]
        change.old = other.old
        change.before = change.after = ""
    findings.changes = [change for change in findings.changes if id(change) not in gone]


def join_definitions(findings: Findings) -> None:
    """Make one move of a reference's text that went from one of its uses to another one."""
    came = {
        change.subject: change
        for change in findings.changes
        if change.kind is _K.REFERENCE_MOVED and change.details.get("definition") == "added"
    }
    gone: set[int] = set()
    for change in findings.changes:
        if change.kind is not _K.REFERENCE_MOVED or change.details.get("definition") != "removed":
            continue
        other = came.pop(change.subject, None)
        if other:
            other.old = change.old
            other.details = {**other.details, "definition": "moved"}
            gone.add(id(change))
    if gone:
        findings.changes = [change for change in findings.changes if id(change) not in gone]


def join_list_marks(findings: Findings) -> None:
    """Make one change of the marks of list items that stand one below the other."""
    items = [c for c in findings.changes if c.kind is _K.MARKUP_CHANGED and "items" in c.details]
    items.sort(key=lambda change: change.new or Span(0, 0))
    lists: list[list[Change]] = []
    behind = -1
    for change in items:
        assert change.new  # noqa: S101 - marks that changed stand on both sides
        if lists and change.new.start == behind:
            lists[-1].append(change)
        else:
            lists.append([change])
        behind = findings.new.find("\n", change.new.end) + 1
    gone: set[int] = set()
    for first, *others in lists:
        first.others = tuple((other.old, other.new) for other in others)
        first.details = {**first.details, "items": str(len(others) + 1)}
        gone.update(map(id, others))
    if gone:
        findings.changes = [change for change in findings.changes if id(change) not in gone]


def join_sections(findings: Findings) -> list[Change]:
    """Make one move of a section that was taken out at one place and put in at another.

    Return those in which something else changed too.
    """
    removed = defaultdict(list)
    for change in reversed(findings.changes):
        if change.kind is _K.SECTION_REMOVED:
            removed[change.subject].append(change)
    edited: list[Change] = []
    gone: set[int] = set()
    for change in findings.changes:
        waiting = removed.get(change.subject) if change.kind is _K.SECTION_ADDED else None
        if not waiting:
            continue
        old, new = _text(findings.old, waiting[-1].old), _text(findings.new, change.new)
        if alike(old, new) < _ALIKE:
            continue
        other = waiting.pop()
        gone.add(id(other))
        change.kind = _K.SECTION_MOVED
        change.old = other.old
        change.details = {}
        if old.split() != new.split():
            edited.append(change)
    if gone:
        findings.changes = [change for change in findings.changes if id(change) not in gone]
    return edited


def _in_list(old: Change, new: Change) -> bool:
    """Whether what was taken out and put in are items, or rows, of the same section's list."""
    blocks = old.details.get("block"), new.details.get("block")
    return blocks[0] == blocks[1] in _ITEMS and old.section == new.section


def _text(page: str, span: Span | None) -> str:
    return page[span.start : span.end] if span else ""


class _Edges:
    """Where blocks that moved begin and end, for what the text view left beside them."""

    def __init__(self, findings: Findings) -> None:
        self.texts = findings.old, findings.new
        self.edges: tuple[set[int], set[int]] = set(), set()
        for change in findings.changes:
            if change.kind in _MOVED and change.old and change.new:
                self.edges[0].update(change.old)
                self.edges[1].update(change.new)

    def beside(self, old: Span | None, new: Span | None) -> bool:
        """Whether both places stand beside a block that moved, white space between at most."""
        return all(
            span is not None and not edges.isdisjoint(_wide(text, span))
            for text, edges, span in zip(self.texts, self.edges, (old, new), strict=True)
        )


class _MovedSections:
    """The sections that moved, by where they end with all their subsections."""

    def __init__(self, findings: Findings) -> None:
        self.moves: list[tuple[Span, Span, Change]] = []
        for change in findings.changes:
            if change.kind is _K.SECTION_MOVED and change.old and change.new:
                old_end = findings.outlines[0].section_end(change.old.start)
                new_end = findings.outlines[1].section_end(change.new.start)
                old = Span(change.old.start, max(old_end, change.old.end))
                new = Span(change.new.start, max(new_end, change.new.end))
                self.moves.append((old, new, change))
        self.moves.sort(key=lambda move: (move[1].start, -move[1].end))
        self._starts = [new.start for _, new, _ in self.moves]

    def around(self, old: Span | None, new: Span | None) -> Change | None:
        """Return the move of the section that holds both places; None if there is none."""
        if old is None or new is None:
            return None
        index = bisect_right(self._starts, new.start) - 1
        for before, after, change in reversed(self.moves[max(0, index - _DEEPEST) : index + 1]):
            if new.end <= after.end and before.start <= old.start and old.end <= before.end:
                return change
        return None


def swallow_moves(findings: Findings) -> None:
    """Leave out what moved with its section."""
    sections = _MovedSections(findings)
    if not sections.moves:
        return
    kept = []
    for change in findings.changes:
        around = sections.around(change.old, change.new) if change.kind in _MOVED else None
        if around is None or around is change:
            kept.append(change)
        else:
            around.old = _hull(around.old, change.old)
            around.new = _hull(around.new, change.new)
    findings.changes = kept


def _hull(first: Span | None, second: Span | None) -> Span | None:
    if first is None or second is None:
        return first or second
    return Span(min(first.start, second.start), max(first.end, second.end))


def tell_blank(findings: Findings) -> None:
    """Note white space that was put in or taken out, but for what came with a block."""
    if not findings.blank:
        return
    blocks = [
        change for change in findings.changes if change.kind.value.rpartition("-")[2] in _OF_BLOCKS
    ]
    old = Cover(change.old for change in blocks if change.old is not None)
    new = Cover(change.new for change in blocks if change.new is not None)
    for first, second in findings.blank:
        if old.meets(*_wide(findings.old, first)) or new.meets(*_wide(findings.new, second)):
            continue
        findings.add(_K.WHITE_SPACE_CHANGED, (first, second))


def _wide(text: str, span: Span) -> Span:
    """Return a stretch with all white space around it."""
    start, end = span
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return Span(start, end)


class Cover:
    """Where changes were told, on one page: for asking whether a place is among them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch has a place with one of the changes, or touches it."""
        index = bisect_right(self.starts, end) - 1
        return index >= 0 and self.ends[index] >= start

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a stretch has at least one code point with one of the changes."""
        index = bisect_left(self.starts, end) - 1
        return index >= 0 and self.ends[index] > start


def cover_rest(findings: Findings, rows: list[Row], told: int, pairing: Pairing) -> None:
    """Note the words that differ and that nobody has told.

    Args:
        findings: where they are noted.
        rows: of the place.
        told: how many places had been told before this one was read.
        pairing: what of the place belongs together.
    """
    left = _untold(findings, _words(rows), findings.told[told:])
    if left:
        left = _untold(findings, left, _widened(findings.told[told:], pairing))
    if not left:
        return
    rest = [word for word in left if not _is_white(findings, word)]
    if not rest:
        findings.blank.append(_whole(left))
        return
    same_text = pairing.old.flow.split() == pairing.new.flow.split()
    kind = _K.MARKUP_CHANGED if same_text else _K.TEXT_CHANGED
    if same_text and _tell_list_marks(findings, pairing):
        return
    spans = _whole(rest)
    values = findings.old[slice(*spans[0])], findings.new[slice(*spans[1])]
    findings.add(kind, spans, "", values)


class _Lines:
    """The lines of a passage, and the marks of list items among them.

    Attributes:
        passage: which one.
        lines: the flowing text of each.
        marks: the marks of a list item, by line; and where they begin in the document.
        others: all other marks.
    """

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.lines = passage.flow.split("\n")
        self.marks: dict[int, tuple[str, int]] = {}
        self.others: list[str] = []
        number = position = 0
        for offset, mark, start in passage.marks:
            number += passage.flow.count("\n", position, offset)
            position = offset
            if mark[0] in _LIST_MARKS:
                self.marks[number] = mark.rstrip(), start
            else:
                self.others.append(mark)
        self.starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def mark(self, number: int) -> tuple[str, Span]:
        """Return the mark of a line and its place; it is empty where the line is no list item."""
        mark, start = self.marks.get(number, ("", -1))
        if start < 0:
            return mark, self.passage.page_span(self.starts[number], self.starts[number])
        return mark, self.passage.side.span(start, start + len(mark))


def _tell_list_marks(findings: Findings, pairing: Pairing) -> bool:
    """Note which list items have other marks, if that is all that differs in the markup."""
    old, new = _Lines(pairing.old), _Lines(pairing.new)
    if len(old.lines) != len(new.lines) or old.others != new.others:
        return False
    told = False
    for number in sorted(old.marks.keys() | new.marks.keys()):
        (before, first), (after, second) = old.mark(number), new.mark(number)
        if before != after:
            details = {"block": "list item", "items": "1"}
            subject = short(new.lines[number])
            findings.add(_K.MARKUP_CHANGED, (first, second), subject, (before, after), details)
            told = True
    return told


def _untold(findings: Findings, words: list[WordChange], places: list[Spans]) -> list[WordChange]:
    old, new = _covers(places)
    came, went = _loose_texts(findings, places)
    return [
        word
        for word in words
        if not _is_told(findings, word, old, new)
        # Of a text that stands there twice, the other one may have been told.
        and not (word.old.start == word.old.end and _text(findings.new, word.new).strip() in came)
        and not (word.new.start == word.new.end and _text(findings.old, word.old).strip() in went)
    ]


def _loose_texts(findings: Findings, places: list[Spans]) -> tuple[set[str], set[str]]:
    """Return the texts that were told to be put in, and those told to be taken out."""
    came = {_text(findings.new, new).strip() for old, new in places if old is None}
    went = {_text(findings.old, old).strip() for old, new in places if new is None}
    return came - {""}, went - {""}


def _covers(places: list[Spans]) -> tuple[Cover, Cover]:
    old = Cover(span for span, _ in places if span is not None)
    return old, Cover(span for _, span in places if span is not None)


def _widened(places: list[Spans], pairing: Pairing) -> list[Spans]:
    """Return what was told; of a unit or sentence in which something was, all."""
    old, new = _covers(places)
    return places + [
        pair
        for pair in (*_unit_spans(pairing), *_sentence_spans(pairing))
        if old.meets(*pair[0]) or new.meets(*pair[1])
    ]


def _unit_spans(pairing: Pairing) -> Iterator[tuple[Span, Span]]:
    old, new = pairing.old, pairing.new
    for i, j in pairing.units:
        yield old.unit_span(old.units[i]), new.unit_span(new.units[j])


def _sentence_spans(pairing: Pairing) -> Iterator[tuple[Span, Span]]:
    old, new = pairing.old, pairing.new
    for a, b in pairing.groups:
        first = old.page_span(old.sentences[a[0]][0], old.sentences[a[-1]][1])
        yield first, new.page_span(new.sentences[b[0]][0], new.sentences[b[-1]][1])


def _words(rows: list[Row]) -> list[WordChange]:
    words: list[WordChange] = []
    for row in rows:
        if row.kind is RowKind.CHANGED:
            words += row.words
        elif row.move and row.move.words:
            words += row.move.words
        else:
            words.append(WordChange(row.old, row.new))
    return words


def _is_told(findings: Findings, word: WordChange, old: Cover, new: Cover) -> bool:
    if not _WORD.search(findings.old, *word.old) and not _WORD.search(findings.new, *word.new):
        # White space and marks beside something told go with it.
        return old.meets(*word.old) or new.meets(*word.new)
    told_old = word.old.start < word.old.end and old.overlaps(*word.old)
    return told_old or (word.new.start < word.new.end and new.overlaps(*word.new))


def _is_white(findings: Findings, word: WordChange) -> bool:
    return is_blank(findings.old[slice(*word.old)]) and is_blank(findings.new[slice(*word.new)])


def _whole(words: list[WordChange]) -> tuple[Span, Span]:
    old = Span(words[0].old.start, words[-1].old.end)
    return old, Span(words[0].new.start, words[-1].new.end)
