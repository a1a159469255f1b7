"""Findings as a GitLab Code Quality report.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format says which properties
an entry must have; it has those and no others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.fingerprint import fingerprints
from homs_wiki.lint.output.places import project_path
from homs_wiki.source import LineIndex
from homs_wiki.source.visible import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.output.result import FileResult, Summary, Trouble

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}
_TROUBLE = "critical"


class GitlabFormat:
    """The GitLab format, an array; it writes as it goes, so that nothing need be kept."""

    __slots__ = ("_separator",)

    def __init__(self, **_: object) -> None:
        self._separator = "\n"

    def start(self) -> str:
        """Return the opening of the array."""
        return "["

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield an entry for each finding, one a line."""
        if not result.findings:
            return
        text = result.source.text
        lines = LineIndex(text)
        path = project_path(result.source.name)
        prints = fingerprints(text, result.findings)
        for finding, fingerprint in zip(result.findings, prints, strict=True):
            yield self._entry(
                description=finding.message,
                check_name=finding.rule,
                fingerprint=_in_report(path, fingerprint),
                severity=_SEVERITIES[finding.severity],
                location={
                    "path": path,
                    "lines": {
                        "begin": lines.position(finding.start).line,
                        "end": lines.position(finding.end).line,
                    },
                },
            )

    def end(self, summary: Summary) -> str:
        """Return the errors on the way, and the end of the array."""
        entries = "".join(map(self._trouble, summary.troubles))
        return f"{entries}]\n" if self._separator == "\n" else f"{entries}\n]\n"

    def _trouble(self, trouble: Trouble) -> str:
        path = project_path(trouble.file)
        return self._entry(
            description=trouble.message,
            check_name="homs-wiki",
            fingerprint=_in_report(path, trouble.message),
            severity=_TROUBLE,
            location={"path": path, "lines": {"begin": 1}},
        )

    def _entry(self, **entry: object) -> str:
        separator, self._separator = self._separator, ",\n"
        return f"{separator}{as_json(entry)}"


def _in_report(path: str, fingerprint: str) -> str:
    """Return a fingerprint that tells entries of all files apart."""
    from hashlib import blake2b  # slow to import, and wanted by this format only

    data = f"{path}\n{fingerprint}".encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=16).hexdigest()
