"""Merging three versions of a page, as files: read, merge, and keep the line ends of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.diff.merge import Labels, Style, merge
from homs_wiki.diff.text import compare_texts
from homs_wiki.source import LineIndex, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.cli.pages import PageReader
    from homs_wiki.cli.revisions.versions import Version
    from homs_wiki.diff.merge import Merge
    from homs_wiki.source import Span

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_MISSING = "<nothing>"

Record = dict[str, object]
"""An object of the report in JSON."""


class MergedFile(NamedTuple):
    """Three versions of a page, and what became of them.

    Attributes:
        base: what both started from; empty if they started from nothing.
        ours: one side.
        theirs: the other.
        merge: the merge of their texts.
        result: the merged page, with the line ends and the byte order mark of ours.
        data: the same as bytes.
    """

    base: SourceFile
    ours: SourceFile
    theirs: SourceFile
    merge: Merge
    result: SourceFile
    data: bytes


def merge_versions(
    versions: Sequence[Version | None],
    reader: PageReader,
    name: str,
    *,
    labels: Labels,
    style: Style,
    marker_size: int,
) -> MergedFile:
    """Merge the edits of two sides; a version that is None counts as empty.

    Args:
        versions: base, ours and theirs.
        reader: knows the wiki of the pages, and how large each may be.
        name: what to call the result.
        labels: what stands behind the markers of a conflict.
        style: whether the base is shown in a conflict.
        marker_size: how many characters a marker has.

    Raises:
        HomsWikiError: one of them cannot be read.
    """
    base, ours, theirs = (
        version.load(reader.max_size) if version else SourceFile(_MISSING, b"")
        for version in versions
    )
    newest_first = (versions[1], ours), (versions[2], theirs), (versions[0], base)
    there = [(version.path, source) for version, source in newest_first if version]
    merged = merge(
        *(base.text, ours.text, theirs.text, reader.profile(there)),
        labels=labels,
        style=style,
        marker_size=marker_size,
    )
    data = _as_in(ours, merged.text)
    return MergedFile(base, ours, theirs, merged, SourceFile(name, data), data)


def _as_in(ours: SourceFile, text: str) -> bytes:
    """Return ``text`` as bytes, with the line ends and the byte order mark of ``ours``."""
    if "\r" in ours.original:
        data = ours.edited(compare_texts(ours.text, text).edits())
        if SourceFile(ours.name, data).text == text:
            return data
        # Where line ends are mixed, a lone CR may have come to stand before an LF.
        text = text.replace("\n", ours.newline)
    data = text.encode("utf-8")
    return _BYTE_ORDER_MARK + data if ours.has_bom else data


def report(merged: MergedFile, *, with_text: bool) -> Record:
    """Return what there is to say of a merge, for JSON.

    A place is lines and columns from 1 and offsets in the file's own text, as everywhere.
    """
    sources = {
        "base": merged.base,
        "ours": merged.ours,
        "theirs": merged.theirs,
        "merged": merged.result,
    }
    lines = {side: LineIndex(source.text) for side, source in sources.items()}

    def place(side: str, span: Span) -> Record:
        start, end = (lines[side].position(offset) for offset in span)
        return {
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
            "start": sources[side].file_offset(span.start),
            "end": sources[side].file_offset(span.end),
        }

    return {
        "version": 1,
        "file": merged.result.name,
        "conflicts": [
            {
                "kind": conflict.kind.value,
                "reason": conflict.reason,
                **{side: place(side, getattr(conflict, side)) for side in sources},
            }
            for conflict in merged.merge.conflicts
        ],
        "carried": [
            {
                "side": carried.side.value,
                "block": place("base", carried.block),
                "base": place("base", carried.base),
                "merged": place("merged", carried.merged),
            }
            for carried in merged.merge.carried
        ],
        "text": merged.result.original if with_text else None,
    }


def told(merged: MergedFile) -> Iterator[tuple[str, str]]:
    """Yield what there is to say of a merge, for people: a kind of message, and the message."""
    lines = LineIndex(merged.result.text)
    name = merged.result.name
    for carried in merged.merge.carried:
        side, other = carried.side.value, carried.side.other.value
        place = f"{name}:{_lines(lines, carried.merged)}"
        yield "note", f"{place}: an edit of {side} was carried into a block that {other} moved"
    for conflict in merged.merge.conflicts:
        yield "conflict", f"{name}:{_lines(lines, conflict.merged)}: {conflict.reason}"


def _lines(lines: LineIndex, span: Span) -> str:
    first = lines.position(span.start).line
    last = lines.position(max(span.start, span.end - 1)).line
    return str(first) if first == last else f"{first}-{last}"
