"""What every output format is given: findings in a file, and what they come to in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from homs_wiki.lint.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.lint.finding import Finding
    from homs_wiki.source import SourceFile


class FileResult(NamedTuple):
    """The findings in one file, in the order of its text.

    Attributes:
        source: the file.
        findings: what was found in it.
        language: the code of its wiki's language; empty if that is not known.
        direction: which way its wiki is written, ``rtl`` or ``ltr``; empty if that is not known.
    """

    source: SourceFile
    findings: Sequence[Finding]
    language: str = ""
    direction: str = ""


class Trouble(NamedTuple):
    """A file that could not be read, or a rule that failed on it, in a sentence for people."""

    file: str
    message: str


class Summary:
    """How much was found so far.

    Attributes:
        files: how many files were checked.
        files_with_findings: how many of them have findings.
        by_severity: how many findings there are of each severity, the worst first.
        fixable: how many findings have a safe fix.
        troubles: what could not be done.
    """

    __slots__ = ("by_severity", "files", "files_with_findings", "fixable", "troubles")

    def __init__(self) -> None:
        self.files = 0
        self.files_with_findings = 0
        self.by_severity = dict.fromkeys(Severity, 0)
        self.fixable = 0
        self.troubles: list[Trouble] = []

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return sum(self.by_severity.values())

    def add(self, findings: Sequence[Finding]) -> None:
        """Count the findings of one more file."""
        self.files += 1
        self.files_with_findings += bool(findings)
        for finding in findings:
            self.by_severity[finding.severity] += 1
            self.fixable += finding.fix is not None and finding.fix.safe


class Format(Protocol):
    """A way to show findings: what to write first, for each file as it is done, and last.

    Files without findings are shown too: to some formats they mean that all is well. A format
    keeps nothing of a file that is done but numbers, and the names of rules.
    """

    def start(self) -> str:
        """Return what stands before all files."""
        ...

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield what is written for one file, in pieces; all of them must be taken."""
        ...

    def end(self, summary: Summary) -> str:
        """Return what stands after all files."""
        ...
