"""Findings as Checkstyle reports them, in the XML that many tools read.

https://checkstyle.org/result_reports.html says what is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.output.places import project_path
from homs_wiki.lint.output.xml_text import DECLARATION, exact, shown
from homs_wiki.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.output.result import FileResult, Summary

_VERSION = "10.0"  # of Checkstyle, whose form of a report this is
_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}


class CheckstyleFormat:
    """The Checkstyle format: an element for each file, with one for each finding in it."""

    __slots__ = ()

    def __init__(self, **_: object) -> None:
        """Take no notice of anything."""

    def start(self) -> str:
        """Return the opening of the document."""
        return f'{DECLARATION}<checkstyle version="{_VERSION}">\n'

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield the element of the file."""
        name = exact(project_path(result.source.name))
        if not result.findings:
            yield f'<file name="{name}"/>\n'
            return
        yield f'<file name="{name}">\n'
        lines = LineIndex(result.source.text)
        for finding in result.findings:
            line, column = lines.position(finding.start)
            yield (
                f'<error line="{line}" column="{column}" '
                f'severity="{_SEVERITIES[finding.severity]}" '
                f'message="{shown(finding.message)}" source="homs-wiki.{exact(finding.rule)}"/>\n'
            )
        yield "</file>\n"

    def end(self, summary: Summary) -> str:
        """Return the errors on the way, and the end of the document."""
        errors = "".join(
            f'<file name="{exact(project_path(trouble.file))}">\n'
            f'<error line="1" severity="error" message="{shown(trouble.message)}" '
            'source="homs-wiki"/>\n</file>\n'
            for trouble in summary.troubles
        )
        return f"{errors}</checkstyle>\n"
