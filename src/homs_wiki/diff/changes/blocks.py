"""What stands on one side only, the outer before the inner; and paragraphs split, joined, moved."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise
from operator import attrgetter
from typing import Final, NamedTuple

from homs_wiki.diff.changes.comparing import Pairing
from homs_wiki.diff.changes.findings import Findings
from homs_wiki.diff.changes.model import ChangeKind
from homs_wiki.diff.changes.naming import block_of, cells, is_table, short
from homs_wiki.diff.changes.passage import Passage, Unit
from homs_wiki.diff.changes.regions import Region
from homs_wiki.diff.changes.units import MOVED, name_of, tell_unit
from homs_wiki.source import Span

_K = ChangeKind
_LINES: Final = {
    True: {"line": _K.PARAGRAPH_ADDED, "sentence": _K.SENTENCE_ADDED},
    False: {"line": _K.PARAGRAPH_REMOVED, "sentence": _K.SENTENCE_REMOVED},
}
_at = attrgetter("at")
_NEXT_ROW: Final = "\n|-"


class _Piece(NamedTuple):
    """Something that stands on one side only, or may hold such things.

    Attributes:
        start: where it begins in the text of its document.
        end: where it ends.
        what: "section", "line", "sentence" or "unit".
        unit: the unit; of a section its heading.
        sentences: how many sentences it has.
        text: the flowing text.
    """

    start: int
    end: int
    what: str
    unit: Unit | None = None
    sentences: int = 0
    text: str = ""


def tell_loose(findings: Findings, pairing: Pairing) -> None:
    """Note what stands on one side only; what stands in another such thing goes with it."""
    old, new, kept = pairing.old, pairing.new, pairing.kept
    units = len(pairing.units) == len(old.units) == len(new.units)
    if units and (len(kept[0]), len(kept[1])) == (len(old.sentences), len(new.sentences)):
        return
    olds, news = {i for i, _ in pairing.units}, {j for _, j in pairing.units}
    _Loose(findings, pairing.old, olds, kept[0], pairing.within, on_new=False).tell()
    _Loose(findings, pairing.new, news, kept[1], pairing.within, on_new=True).tell()


class _Loose:
    """What stands on one side only."""

    def __init__(
        self,
        findings: Findings,
        passage: Passage,
        units: set[int],
        sentences: set[int],
        within: Mapping[str, str],
        *,
        on_new: bool,
    ) -> None:
        self.findings = findings
        self.passage = passage
        self.paired_units = units
        self.paired_sentences = sentences
        self.within = within
        self.on_new = on_new

    def tell(self) -> None:
        """Note the outermost."""
        pieces = sorted(self._pieces(), key=lambda piece: (piece.start, -piece.end, piece.what))
        end = -1
        notes = [unit.start for unit in self.passage.units if unit.family == "note"]
        for piece in pieces:
            if piece.start < end:
                continue
            end = piece.end
            self._tell(piece, notes)

    def _pieces(self) -> Iterator[_Piece]:
        passage = self.passage
        loose = [unit for index, unit in enumerate(passage.units) if index not in self.paired_units]
        for unit in loose:
            if unit.family != "heading":
                yield _Piece(unit.start, unit.end, "unit", unit)
        headings = [unit for unit in loose if unit.family == "heading"]
        if headings:
            yield from self._sections(headings)
        if len(self.paired_sentences) < len(passage.sentences):
            yield from self._lines()

    def _sections(self, headings: list[Unit]) -> Iterator[_Piece]:
        """Yield the sections whose heading is new, up to the first thing that is not."""
        passage, shift = self.passage, self.passage.side.shift
        kept = sorted(
            [passage.units[index].start for index in self.paired_units]
            + [
                passage.page_span(*passage.sentences[index]).start - shift
                for index in self.paired_sentences
            ]
        )
        sections = self.findings.outlines[self.on_new]
        for heading in headings:
            end = min(sections.section_end(heading.start + shift) - shift, passage.end)
            index = bisect_left(kept, heading.start)
            if index < len(kept):
                end = min(end, kept[index])
            end = max(end, heading.end)
            text = passage.side.document.text
            while end > heading.end and text[end - 1].isspace():
                end -= 1
            yield _Piece(heading.start, end, "section", heading)

    def _lines(self) -> Iterator[_Piece]:
        """Yield lines without any sentence that is kept; of other lines the loose sentences."""
        table: list[_Piece] = []
        for line in self._by_line():
            loose = [index for index in line if index not in self.paired_sentences]
            pieces = [self._piece(line)] if len(loose) == len(line) else map(self._alone, loose)
            for piece in pieces:
                if piece.what == "line" and is_table(piece.text):
                    table.append(piece)
                    continue
                yield from _joined(table)
                table = []
                yield piece
        yield from _joined(table)

    def _by_line(self) -> Iterator[list[int]]:
        flow, sentences = self.passage.flow, self.passage.sentences
        line: list[int] = []
        for index, (start, _) in enumerate(sentences):
            if line and flow.find("\n", sentences[line[-1]][1], start) >= 0:
                yield line
                line = []
            line.append(index)
        if line:
            yield line

    def _piece(self, line: list[int], what: str = "line") -> _Piece:
        passage = self.passage
        start, end = passage.sentences[line[0]][0], passage.sentences[line[-1]][1]
        if what == "line":
            behind = passage.flow.find("\n", end)
            end = behind if behind >= 0 else len(passage.flow)
        span = passage.reach(start, end)
        shift = passage.side.shift
        first = span.start - shift
        if what == "line":
            first = max(passage.start, passage.side.document.text.rfind("\n", 0, first) + 1)
        return _Piece(first, span.end - shift, what, None, len(line), passage.flow[start:end])

    def _alone(self, index: int) -> _Piece:
        return self._piece([index], "sentence")

    def _tell(self, piece: _Piece, notes: list[int]) -> None:
        if piece.what == "unit" and piece.unit:
            tell_unit(self.findings, self.passage, piece.unit, self.within, on_new=self.on_new)
            return
        count = bisect_left(notes, piece.end) - bisect_left(notes, piece.start)
        span = self.passage.side.span(piece.start, piece.end)
        spans = (None, span) if self.on_new else (span, None)
        if piece.what == "section" and piece.unit:
            kind = _K.SECTION_ADDED if self.on_new else _K.SECTION_REMOVED
            title = piece.unit.key
            level = str(getattr(piece.unit.node, "level", ""))
            details = {
                **self.within,
                "level": level,
                "references": str(count),
                "text": self._stayed(piece, span.start),
            }
            self.findings.add(kind, spans, title, details=details)
            return
        block = self._block(piece)
        text = cells(piece.text) if block.startswith("table") else " ".join(piece.text.split())
        shown = ("", text) if self.on_new else (text, "")
        details = {
            **self.within,
            "references": str(count),
            "sentences": str(piece.sentences),
            "block": block,
        }
        kind = _LINES[self.on_new][piece.what]
        self.findings.add(kind, spans, short(text), shown, details)

    def _stayed(self, piece: _Piece, start: int) -> str:
        """Return "kept" if what stands in a section is on both sides, and the heading is not."""
        assert piece.unit  # noqa: S101 - a section has a heading
        if piece.end > piece.unit.end:
            return ""
        page = self.findings.new if self.on_new else self.findings.old
        end = self.findings.outlines[self.on_new].section_end(start)
        return "kept" if page[start + piece.end - piece.start : end].strip() else ""

    def _block(self, piece: _Piece) -> str:
        return _block(self.passage.side.document.text[piece.start : piece.end])


def _block(text: str) -> str:
    """Return what kind of block a text of several lines is; "table rows" are more than one."""
    block = block_of(text)
    several = block == "table row" and f"\n{text.strip()}".count(_NEXT_ROW) > 1
    return "table rows" if several else block


def _joined(table: list[_Piece]) -> Iterator[_Piece]:
    """Yield the lines of a table as one piece."""
    if table:
        text = "\n".join(piece.text for piece in table)
        count = sum(piece.sentences for piece in table)
        yield _Piece(table[0].start, table[-1].end, "line", None, count, text)


def tell_split(findings: Findings, pairing: Pairing) -> None:
    """Note that a paragraph became several, or several one."""
    old, new = pairing.old, pairing.new
    if "\n" not in old.flow.strip() and "\n" not in new.flow.strip():
        return
    first, second = _line_numbers(old), _line_numbers(new)
    pairs = [(i, j) for a, b in pairing.groups for i in a for j in b]
    for (i, j), (k, m) in pairwise(pairs):
        apart_old, apart_new = first[i] != first[k], second[j] != second[m]
        between = (old, old.sentences[i][1], old.sentences[k][0])
        if apart_new:
            between = (new, new.sentences[j][1], new.sentences[m][0])
        if apart_old == apart_new:
            continue
        kind = _K.PARAGRAPH_SPLIT if apart_new else _K.PARAGRAPH_JOINED
        a = old.page_span(old.sentences[i][0], old.sentences[k][1])
        b = new.page_span(new.sentences[j][0], new.sentences[m][1])
        if _has_heading(*between):
            findings.told.append((a, b))  # with the heading
            continue
        subject = short(new.flow[slice(*new.sentences[m])])
        findings.add(kind, (a, b), subject, details=pairing.within)


def _has_heading(passage: Passage, start: int, end: int) -> bool:
    first = bisect_left(passage.units, start, key=_at)
    last = bisect_right(passage.units, end, key=_at)
    return any(unit.family == "heading" for unit in passage.units[first:last])


def _line_numbers(passage: Passage) -> list[int]:
    numbers, number, position = [], 0, 0
    for start, end in passage.sentences:
        number += passage.flow.find("\n", position, start) >= 0
        position = end
        numbers.append(number)
    return numbers


def tell_move(findings: Findings, region: Region, head: Passage) -> None:
    """Note that a block of lines stands elsewhere.

    Args:
        findings: where it is noted.
        region: the block.
        head: its first line on the new page.
    """
    spans = _trimmed(findings.old, region.old), _trimmed(findings.new, region.new)
    flow = head.flow.strip()
    first = head.units[0] if head.units else None
    if first and (not flow or first.family == "heading"):
        findings.add(MOVED[first.family], spans, name_of(head, first))
        return
    text = findings.new[slice(*spans[1])]
    block = _block(text)
    if block.startswith("table"):
        flow = cells(findings.passage(spans[1], on_new=True).flow) or flow
    findings.add(_K.PARAGRAPH_MOVED, spans, short(flow), details={"block": block})


def _trimmed(page: str, span: Span) -> Span:
    text = page[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, span.start + len(text.rstrip())))
