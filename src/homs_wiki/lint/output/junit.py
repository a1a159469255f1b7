"""Findings as failed tests, in the XML of JUnit reports as Jenkins and GitLab read it.

A file is a test suite, a finding a test that fails. Nobody has ever specified the format; this
keeps to the elements and attributes that the schema of Jenkins and that of Ant have in common.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from homs_wiki.lint.output.places import project_path
from homs_wiki.lint.output.xml_text import DECLARATION, exact, shown
from homs_wiki.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.output.result import FileResult, Summary, Trouble

_CLEAN = "no findings"  # the name of the one test of such a file; a suite must not be empty


class JunitFormat:
    """The JUnit format: a test suite for each file."""

    __slots__ = ()

    def __init__(self, **_: object) -> None:
        """Take no notice of anything."""

    def start(self) -> str:
        """Return the opening of the document."""
        return f'{DECLARATION}<testsuites name="homs-wiki">\n'

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield the test suite of the file."""
        name = exact(project_path(result.source.name))
        number = len(result.findings)
        yield _suite(name, max(number, 1), failures=number)
        if not number:
            yield f'<testcase name="{_CLEAN}" classname="{name}" time="0"/>\n'
        else:
            yield from _failures(result, name)
        yield "</testsuite>\n"

    def end(self, summary: Summary) -> str:
        """Return the errors on the way, each a test suite, and the end of the document."""
        return "".join((*map(_error, summary.troubles), "</testsuites>\n"))


def _suite(name: str, tests: int, *, failures: int = 0, errors: int = 0) -> str:
    return (
        f'<testsuite name="{name}" tests="{tests}" failures="{failures}" errors="{errors}" '
        'skipped="0" time="0">\n'
    )


def _failures(result: FileResult, name: str) -> Iterator[str]:
    """Yield the tests that fail; a test's name has no line in it, so that it is known again."""
    lines = LineIndex(result.source.text)
    seen: Counter[str] = Counter()
    for finding in result.findings:
        rule = exact(finding.rule)
        seen[rule] += 1
        test = rule if seen[rule] == 1 else f"{rule} ({seen[rule]})"
        line, column = lines.position(finding.start)
        message = shown(finding.message)
        yield (
            f'<testcase name="{test}" classname="{name}" time="0">\n'
            f'<failure type="{finding.severity.value}" message="{message}">'
            f"{name}:{line}:{column}: {finding.severity.value} {rule} {message}"
            "</failure>\n</testcase>\n"
        )


def _error(trouble: Trouble) -> str:
    name, message = exact(project_path(trouble.file)), shown(trouble.message)
    return (
        f"{_suite(name, 1, errors=1)}"
        f'<testcase name="homs-wiki" classname="{name}" time="0">\n'
        f'<error type="error" message="{message}">{message}</error>\n</testcase>\n</testsuite>\n'
    )
