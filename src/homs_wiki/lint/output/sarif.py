"""Findings for code scanning services: the Static Analysis Results Interchange Format 2.1.0.

OASIS Standard, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; what is said here
of a property is said there. The order of properties is free, so that what is known only at the
end (the rules that found something, and what went wrong on the way) stands behind the results.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.fingerprint import fingerprints
from homs_wiki.lint.messages import language
from homs_wiki.lint.output.places import project_uri
from homs_wiki.lint.output.rules import rule_texts, unmarked
from homs_wiki.source import LineIndex
from homs_wiki.source.visible import as_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.lint.output.result import FileResult, Summary, Trouble
    from homs_wiki.lint.output.rules import RuleText
    from homs_wiki.lint.rule import Rule
    from homs_wiki.source import SourceFile

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_FINGERPRINT = "homsWikiFinding/v1"

_START = (
    f'{{"$schema": {as_json(_SCHEMA)}, "version": "2.1.0", "runs": [{{\n'
    '"columnKind": "unicodeCodePoints",\n'
    '"newlineSequences": ["\\r\\n", "\\n", "\\r"],\n'  # as LineIndex counts lines
    '"results": ['
)

_BRACE = re.compile(r"[{}]")
_LINK = re.compile(r"[\\\[\]]")


class SarifFormat:
    """The SARIF format; it writes as it goes, so that nothing need be kept but names of rules."""

    __slots__ = ("_find_rule", "_indices", "_separator")

    def __init__(
        self, *, find_rule: Callable[[str], type[Rule] | None] | None = None, **_: object
    ) -> None:
        self._find_rule = find_rule
        self._indices: dict[str, int] = {}  # of the rules, by name
        self._separator = "\n"

    def start(self) -> str:
        """Return the opening of the log."""
        return _START

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield a result for each finding, one a line."""
        if not result.findings:
            return
        source = result.source
        lines = LineIndex(source.text)
        artifact = {"uri": project_uri(source.name)}
        prints = fingerprints(source.text, result.findings)
        for finding, fingerprint in zip(result.findings, prints, strict=True):
            made: dict[str, object] = {
                "ruleId": finding.rule,
                "ruleIndex": self._indices.setdefault(finding.rule, len(self._indices)),
                "level": _LEVELS[finding.severity],
                "message": _message(finding.message),
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": artifact,
                            "region": _region(lines, finding),
                        }
                    }
                ],
                "partialFingerprints": {_FINGERPRINT: fingerprint},
            }
            if finding.fix and finding.fix.edits:
                made["fixes"] = [_fix(finding.fix, artifact, lines, source)]
            yield f"{self._separator}{as_json(made)}"
            self._separator = ",\n"

    def end(self, summary: Summary) -> str:
        """Return the rules, what went wrong, and the end of the log."""
        from importlib.metadata import version

        number = version("homs-wiki")
        tool = {
            "driver": {
                "name": "homs-wiki",
                "version": number,
                "semanticVersion": number,
                "rules": list(self._rules()),
            }
        }
        invocation: dict[str, object] = {"executionSuccessful": not summary.troubles}
        if summary.troubles:
            invocation["toolExecutionNotifications"] = [_notice(each) for each in summary.troubles]
        close = "]" if self._separator == "\n" else "\n]"
        rest = {"language": language(), "tool": tool, "invocations": [invocation]}
        properties = "".join(f',\n"{name}": {as_json(value)}' for name, value in rest.items())
        return f"{close}{properties}\n}}]}}\n"

    def _rules(self) -> Iterator[dict[str, object]]:
        texts = rule_texts(self._indices, self._find_rule)
        for name in self._indices:
            text = texts.get(name)
            yield {"id": name} if text is None else _rule(text)


def _rule(text: RuleText) -> dict[str, object]:
    summary = " ".join(unmarked(text.summary).split())
    what = text.sections.get("What it does", text.summary)
    return {
        "id": text.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": " ".join(unmarked(what).split())},
        # Braces stay as they are here: no arguments are ever put into these texts, and what
        # shows them shows templates.
        "help": {"text": text.plain, "markdown": text.markdown},
        "defaultConfiguration": {"level": _LEVELS[text.severity]},
        "properties": {"tags": [text.family]},
    }


def _message(text: str) -> dict[str, str]:
    """Return a message; braces are written twice (3.11.5), and what looks like a link is none."""
    if "](" in text:
        text = _LINK.sub(r"\\\g<0>", text)
    return {"text": _BRACE.sub(r"\g<0>\g<0>", text)}


def _region(lines: LineIndex, span: Finding) -> dict[str, int]:
    return _between(lines, span.start, span.end)


def _between(lines: LineIndex, start: int, end: int) -> dict[str, int]:
    first, last = lines.position(start), lines.position(end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }


def _fix(
    fix: Fix, artifact: dict[str, str], lines: LineIndex, source: SourceFile
) -> dict[str, object]:
    replacements = [
        {
            "deletedRegion": _between(lines, start, end),
            "insertedContent": {"text": text.replace("\n", source.newline)},
        }
        for start, end, text in fix.edits
    ]
    return {
        "description": _message(fix.order()),
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
        "properties": {"safe": fix.safe},
    }


def _notice(trouble: Trouble) -> dict[str, object]:
    location = {"physicalLocation": {"artifactLocation": {"uri": project_uri(trouble.file)}}}
    return {"level": "error", "message": _message(trouble.message), "locations": [location]}
