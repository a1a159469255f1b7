"""Findings as workflow commands, which GitHub shows as annotations on the lines of a change.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions; how values are
escaped is what the runner's own toolkit does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.output.places import project_path
from homs_wiki.source import LineIndex
from homs_wiki.source.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.output.result import FileResult, Summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")  # never in a log
_PROPERTY = {**_DATA, ord(":"): "%3A", ord(","): "%2C"}


class GithubFormat:
    """The GitHub format: one command, on one line, for each finding and for each error."""

    __slots__ = ()

    def __init__(self, **_: object) -> None:
        """Take no notice of anything."""

    def start(self) -> str:
        """Return nothing."""
        return ""

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield a command for each finding."""
        if not result.findings:
            return
        lines = LineIndex(result.source.text)
        path = project_path(result.source.name)
        for finding in result.findings:
            properties, place = _place(lines, finding)
            # The log shows nothing of a command but its message, so the place stands in it again.
            message = f"{visible(path)}:{place}: {finding.rule} {visible(finding.message)}"
            yield _command(
                _COMMANDS[finding.severity],
                {"title": f"homs-wiki ({finding.rule})", "file": path, **properties},
                message,
            )

    def end(self, summary: Summary) -> str:
        """Return a command for each error on the way."""
        return "".join(
            _command(
                "error",
                {"title": "homs-wiki", "file": project_path(trouble.file)},
                visible(trouble.message),
            )
            for trouble in summary.troubles
        )


def _place(lines: LineIndex, finding: Finding) -> tuple[dict[str, object], str]:
    """Return where a finding is: as properties, and as people write it."""
    start, end = lines.position(finding.start), lines.position(finding.end)
    properties: dict[str, object] = {"line": start.line, "endLine": end.line}
    if start.line == end.line:  # GitHub takes columns only then
        properties |= {"col": start.column, "endColumn": end.column}
    return properties, f"{start.line}:{start.column}"


def _command(name: str, properties: dict[str, object], message: str) -> str:
    listed = ",".join(f"{key}={_in_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{message.translate(_DATA)}\n"


def _in_property(value: str) -> str:
    return _CONTROL.sub(lambda match: visible(match.group()), value).translate(_PROPERTY)
