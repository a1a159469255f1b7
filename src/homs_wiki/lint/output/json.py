"""Findings for machines, as one JSON document; ``docs/output.md`` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.output.record import records
from homs_wiki.source.visible import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.output.result import FileResult, Summary

VERSION = 1
"""Grows when a field changes its meaning or goes away; new fields do not change it."""


class JsonFormat:
    """The JSON format; it writes as it goes, so that nothing need be kept."""

    __slots__ = ("_separator",)

    def __init__(self, **_: object) -> None:
        self._separator = "\n"

    def start(self) -> str:
        """Return the opening of the document."""
        return f'{{"version": {VERSION}, "findings": ['

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield the file's findings, one a line."""
        for record in records(result):
            yield f"{self._separator}  {as_json(record)}"
            self._separator = ",\n"

    def end(self, summary: Summary) -> str:
        """Return the summary, the errors and the end of the document."""
        counts = {
            "files": summary.files,
            "files_with_findings": summary.files_with_findings,
            "findings": summary.findings,
            "by_severity": {
                severity.value: count for severity, count in summary.by_severity.items()
            },
            "fixable": summary.fixable,
        }
        errors = [
            {"file": trouble.file, "message": trouble.message} for trouble in summary.troubles
        ]
        close = "]" if self._separator == "\n" else "\n]"
        return f'{close}, "summary": {as_json(counts)}, "errors": {as_json(errors)}}}\n'
