"""A finding as JSON: the fields of the formats ``json`` and ``jsonl``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Fix
    from homs_wiki.lint.output.result import FileResult
    from homs_wiki.source import SourceFile


def records(result: FileResult) -> Iterator[dict[str, object]]:
    """Yield each finding of a file as plain data.

    Offsets count code points of the file's text as it is after decoding, without a byte order
    mark and with its own line ends; lines and columns are counted from 1, and an end is the place
    behind the last character.
    """
    if not result.findings:
        return
    source = result.source
    lines = LineIndex(source.text)
    for finding in result.findings:
        start, end = lines.position(finding.start), lines.position(finding.end)
        yield {
            "file": source.name,
            "rule": finding.rule,
            "severity": finding.severity.value,
            "line": start.line,
            "column": start.column,
            "end_line": end.line,
            "end_column": end.column,
            "start": source.file_offset(finding.start),
            "end": source.file_offset(finding.end),
            "message": finding.message,
            "fix": _fix(finding.fix, source),
        }


def _fix(fix: Fix | None, source: SourceFile) -> dict[str, object] | None:
    if fix is None:
        return None
    edits = [
        {
            "start": source.file_offset(start),
            "end": source.file_offset(end),
            "text": text.replace("\n", source.newline),
        }
        for start, end, text in fix.edits
    ]
    return {"safe": fix.safe, "description": fix.order(), "edits": edits}
