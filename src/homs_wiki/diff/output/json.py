"""Comparisons for machines, as one JSON document; ``docs/output.md`` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.diff.changes import describe
from homs_wiki.diff.output.compared import line_ends
from homs_wiki.diff.output.original import OriginalRows
from homs_wiki.diff.text import RowKind
from homs_wiki.source import LineIndex
from homs_wiki.source.visible import as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homs_wiki.diff.changes import Change
    from homs_wiki.diff.output.compared import ComparedFile, Trouble
    from homs_wiki.diff.text import Move, Row, WordChange
    from homs_wiki.source import Span

VERSION = 1
"""Grows when a field changes its meaning or goes away; new fields do not change it."""


_Record = dict[str, object]


class JsonFormat:
    """The JSON format; it writes as it goes, so that nothing need be kept."""

    __slots__ = ("_separator",)

    def __init__(self, *, colour: bool = False, context: int | None = None) -> None:  # noqa: ARG002 - JSON has no colour, and everything
        self._separator = "\n"

    def start(self) -> str:
        """Return the opening of the document."""
        return f'{{"version": {VERSION}, "files": ['

    def file(self, compared: ComparedFile) -> Iterator[str]:
        """Yield the object of one file, every change and row on a line of its own."""
        if not compared.differs:
            return
        records = _Records(compared)
        yield f'{self._separator} {{"old": {as_json(_side(compared, new=False))},\n'
        yield f'  "new": {as_json(_side(compared, new=True))}'
        self._separator = ",\n"
        yield from _list("changes", records.changes())
        yield from _list("rows", records.rows())
        yield from _list("moves", records.moves())
        yield "}"

    def finish(self, troubles: Sequence[Trouble] = ()) -> str:
        """Return the errors and the end of the document."""
        errors = [{"file": trouble.name, "message": trouble.message} for trouble in troubles]
        close = "]" if self._separator == "\n" else "\n]"
        return f'{close}, "errors": {as_json(errors)}}}\n'


def _list(name: str, records: Iterable[_Record]) -> Iterator[str]:
    yield f',\n  "{name}": ['
    separator = "\n"
    for record in records:
        yield f"{separator}   {as_json(record)}"
        separator = ",\n"
    yield "]"


def _side(compared: ComparedFile, *, new: bool) -> _Record | None:
    source = compared.new if new else compared.old
    if source is None:
        return None
    return {
        "name": compared.new_name if new else compared.old_name,
        "label": (compared.new_label if new else compared.old_label) or None,
        "length": len(source.original),
        "byte_order_mark": source.has_bom,
        "line_ends": line_ends(source),
    }


class _Records:
    """What a comparison says, as plain data; places are those of the files."""

    __slots__ = ("_change_list", "_new", "_old", "_original")

    def __init__(self, compared: ComparedFile) -> None:
        self._change_list: Sequence[Change] = compared.comparison.changes
        self._original = OriginalRows(compared)
        self._old = LineIndex(self._original.old)
        self._new = LineIndex(self._original.new)

    def changes(self) -> Iterator[_Record]:
        """Yield the changes in an editor's terms."""
        for change in self._change_list:
            yield {
                "kind": change.kind.value,
                "description": describe(change),
                "subject": change.subject,
                "before": change.before,
                "after": change.after,
                "section": change.section,
                **self._places(change.old, change.new),
                "others": [self._places(*places) for places in change.others],
                "details": dict(change.details),
            }

    def _places(self, old: Span | None, new: Span | None) -> _Record:
        """Return where something is on the pages, as it is in the files; None: not there."""
        old, new = self._original.spans(old, new)
        return {"old": old and _place(old, self._old), "new": new and _place(new, self._new)}

    def rows(self) -> Iterator[_Record]:
        """Yield the rows that cover both texts."""
        for row in self._original.rows():
            yield self._row(row)

    def moves(self) -> Iterator[_Record]:
        """Yield the moved blocks."""
        for move in self._original.moves():
            yield self._move(move)

    def _row(self, row: Row) -> _Record:
        record: _Record = {
            "kind": row.kind.value,
            "old": _place(row.old, self._old),
            "new": _place(row.new, self._new),
        }
        if row.kind is RowKind.CHANGED:
            record["words"] = [self._word(word) for word in row.words]
        elif row.kind is not RowKind.EQUAL:
            record |= self._texts(row.old, row.new)
            record["move"] = row.move.number if row.move else None
        return record

    def _move(self, move: Move) -> _Record:
        return {
            "number": move.number,
            "old": _place(move.old, self._old),
            "new": _place(move.new, self._new),
            "words": [self._word(word) for word in move.words],
        }

    def _word(self, word: WordChange) -> _Record:
        return {
            "old": _place(word.old, self._old),
            "new": _place(word.new, self._new),
            **self._texts(*word),
        }

    def _texts(self, old: Span, new: Span) -> _Record:
        removed, added = self._original.old[slice(*old)], self._original.new[slice(*new)]
        return {"removed": removed, "added": added}


def _place(span: Span, lines: LineIndex) -> _Record:
    """Return a place: offsets from 0, lines and columns from 1, the end behind the last."""
    start, end = lines.position(span.start), lines.position(span.end)
    return {
        "start": span.start,
        "end": span.end,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }
