"""Findings for machines, one JSON object a line; ``docs/output.md`` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.output.record import records
from homs_wiki.source.visible import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.output.result import FileResult, Summary


class JsonlFormat:
    """The JSON Lines format: findings only; errors go to standard error and the exit code."""

    __slots__ = ()

    def __init__(self, **_: object) -> None:
        """Take no notice of anything."""

    def start(self) -> str:
        """Return nothing."""
        return ""

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield a line for each finding."""
        for record in records(result):
            yield f"{as_json(record)}\n"

    def end(self, summary: Summary) -> str:  # noqa: ARG002 - findings only
        """Return nothing."""
        return ""
