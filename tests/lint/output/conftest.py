"""Findings made by hand, and texts that attack whoever shows them."""

from collections.abc import Callable, Sequence

import pytest

from homs_wiki.lint.finding import Finding, Fix, Severity
from homs_wiki.lint.output import load_format
from homs_wiki.lint.output.result import FileResult, Summary, Trouble
from homs_wiki.source import SourceFile

Found = Callable[..., Finding]
Made = Callable[..., FileResult]
Shown = Callable[..., str]

HOSTILE = {
    "markup": "</script><script>alert(1)</script> ]]> <!-- & \"quotes\" 'too' {{{{",
    "control characters": "".join(map(chr, range(1, 32))) + "\x7f\x80\x9f",
    "direction": "\u202e\u2066\u2067\u200f\u061c\u202dabc\u2069\u202c",
    "no characters": "\ufffe\uffff\ufeff\ufff9",
    "workflow commands": "::error::x\n::set-output name=a::b\r%0A,:",
    "links": "[text](0) \\[a](1) {0} {",
    "letters": "حمص 𐤀 👩‍👩‍👧 e\u0301\u0301",
}


@pytest.fixture(params=[*HOSTILE.values()], ids=[*HOSTILE])
def hostile(request: pytest.FixtureRequest) -> str:
    """A text that must do no harm wherever it stands."""
    text: str = request.param
    return text


@pytest.fixture
def found() -> Found:
    """Return a function that makes a finding from a place, a fix and values for its message."""

    def make(
        start: int,
        end: int,
        fix: Fix | None = None,
        rule: str = "some-rule",
        severity: Severity = Severity.ERROR,
        **values: object,
    ) -> Finding:
        template = " ".join(f"{{{name}}}" for name in values) or "is wrong"
        return Finding(start, end, rule, severity, template, values, fix)

    return make


@pytest.fixture
def made() -> Made:
    """Return a function: text, findings and the file's name to what a format is given."""

    def make(text: str | bytes, *findings: Finding, name: str = "a.wiki") -> FileResult:
        data = text if isinstance(text, bytes) else text.encode()
        return FileResult(SourceFile(name, data), findings)

    return make


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Shown:
    """Return a function: the name of a format, files, and troubles to what is written."""
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)

    def show(name: str, *results: FileResult, troubles: Sequence[tuple[str, str]] = ()) -> str:
        form = load_format(name)
        summary = Summary()
        summary.troubles += [Trouble(*each) for each in troubles]
        pieces = [form.start()]
        for result in results:
            summary.add(result.findings)
            pieces += form.file(result)
        return "".join((*pieces, form.end(summary)))

    return show
