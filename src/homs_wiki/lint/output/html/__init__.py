"""The format ``html``: one page that needs nothing else, to read, to walk through and to send.

Style and script are part of the page, and its Content Security Policy names them by their hashes:
whatever a checked page holds, nothing else can run and nothing can be fetched. Without scripting
the page has all it shows; the script adds the filter, the keyboard and the switch of colours.

It is written as it goes, a file after the other. So what is known only when all are done stands
at the end, and the script brings it to the top.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.messages import direction, language
from homs_wiki.lint.output import words
from homs_wiki.lint.output.html.labels import labels
from homs_wiki.lint.output.html.pieces import (
    apart,
    manual,
    page_direction,
    plain,
    wikitext,
)
from homs_wiki.lint.output.html.rows import near, rows
from homs_wiki.lint.output.rules import rule_texts
from homs_wiki.report import line_direction, look, template
from homs_wiki.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jinja2 import Template

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.output.html.rows import Piece, Row
    from homs_wiki.lint.output.result import FileResult, Summary
    from homs_wiki.lint.output.rules import RuleText
    from homs_wiki.lint.rule import Rule
    from homs_wiki.report import Look

_PART = 40  # rows, or findings in the list, that a browser lays out together
_MOST_LINES = 50_000  # no page of 2 MiB has so many, unless somebody wants to do harm
_CONTEXT = 5  # of so many lines those that stand around a finding
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


class HtmlFormat:
    """The HTML format."""

    __slots__ = ("_files", "_find_rule", "_findings", "_rules")

    def __init__(
        self, *, find_rule: Callable[[str], type[Rule] | None] | None = None, **_: object
    ) -> None:
        self._find_rule = find_rule
        self._files = 0
        self._findings = 0
        self._rules: Counter[str] = Counter()

    def start(self) -> str:
        """Return the head of the page and its bar."""
        return _template("head.html").render(
            label=labels(),
            language=language(),
            direction=direction(),
            look=_look(),
            severities=[severity.value for severity in Severity],
        )

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield the section of the file: its findings, and its text with them in it."""
        if not result.findings:
            return
        self._files += 1
        findings = sorted(result.findings, key=lambda finding: finding[:2])
        self._rules.update(finding.rule for finding in findings)
        shown = _File(result, findings, f"f{self._files}", self._findings)
        self._findings += len(findings)
        yield from shown.html()

    def end(self, summary: Summary) -> str:
        """Return the summary, the manuals of the rules, and the end of the page."""
        texts = rule_texts(self._rules, self._find_rule)
        return _template("foot.html").render(
            label=labels(),
            summary=summary,
            total=_total(summary),
            troubles=[(plain(each.file), plain(each.message)) for each in summary.troubles],
            rules=[
                (name, words.findings(number), _explained(texts.get(name)))
                for name, number in sorted(self._rules.items())
            ],
            look=_look(),
        )


class _File:
    """A file with findings, as HTML.

    Args:
        result: the file.
        findings: what was found in it, sorted by start and end.
        anchor: what the ids in its section begin with.
        before: how many findings are on the page already; each has a number of its own.
    """

    __slots__ = ("_anchor", "_before", "_direction", "_findings", "_lines", "_result")

    def __init__(
        self, result: FileResult, findings: Sequence[Finding], anchor: str, before: int
    ) -> None:
        self._result = result
        self._findings = findings
        self._anchor = anchor
        self._before = before
        self._lines = LineIndex(result.source.text)
        self._direction = result.direction or page_direction(result.source.text)

    def html(self) -> Iterator[str]:
        """Yield the section in pieces."""
        anchor, name = self._anchor, plain(self._result.source.name)
        yield f'<section class="file" id="{anchor}" aria-labelledby="{anchor}-name">\n'
        yield f'<h2 id="{anchor}-name">{name} <span class="count">'
        yield f"{escape(self._counted())}</span></h2>\n"
        yield from self._list()
        yield from self._text()
        yield "</section>\n"

    def _counted(self) -> str:
        return words.severities(Counter(finding.severity for finding in self._findings))

    def _list(self) -> Iterator[str]:
        label = escape(words.say("Findings"))
        yield f'<nav class="list" aria-label="{label}" tabindex="0">\n'
        for start in range(0, len(self._findings), _PART):
            number = self._before + start + 1
            yield '<ol class="part">\n'
            for finding in self._findings[start : start + _PART]:
                yield self._entry(number, finding)
                number += 1
            yield "</ol>\n"
        yield "</nav>\n"

    def _entry(self, number: int, finding: Finding) -> str:
        line, column = self._lines.position(finding.start)
        severity, rule = finding.severity.value, escape(finding.rule)
        fix = ""
        if finding.fix:
            kind = words.say("Fix") if finding.fix.safe else words.say("Fix, to be looked at")
            fix = f'<p class="fix"><b>{escape(kind)}</b> {apart(finding.fix.order)}</p>'
        return (
            f'<li class="f {severity}" id="i{number}" data-r="{rule}">'
            f'<a class="to" href="#{self._anchor}-{line}"><span class="at">{line}:{column}</span> '
            f'<b class="s">{escape(words.say(severity))}</b> '
            f'<span class="m">{apart(finding.message_with)}</span></a> '
            f'<a class="r" href="#rule-{rule}"><code>{rule}</code></a>{fix}</li>\n'
        )

    def _text(self) -> Iterator[str]:
        language = self._result.language
        lang = f' lang="{escape(language)}"' if language else ""
        label = escape(words.say("Wikitext"))
        yield (
            f'<div class="text" role="region" aria-label="{label}" dir="{self._direction}"{lang}>\n'
        )
        direction = ""
        for index, row in enumerate(self._rows()):
            if index % _PART == 0:
                yield '</div>\n<div class="part">\n' if index else '<div class="part">\n'
            if isinstance(row, int):
                direction = ""
                yield _gap(row)
                continue
            if row.line is not None or not direction:  # else the line goes on as it began
                start = "".join(piece.text for piece in row.pieces[:_FEW])
                direction = line_direction(start, self._direction)
            yield self._row(row, direction)
        yield "</div>\n</div>\n"

    def _rows(self) -> Iterator[Row | int]:
        """Yield the rows; of a page of very many lines, those near findings."""
        text = self._result.source.text
        shown = rows(text, self._findings)
        return near(shown, _CONTEXT) if text.count("\n") > _MOST_LINES else shown

    def _row(self, row: Row, direction: str) -> str:
        number = "" if row.line is None else f"{row.line}"
        found = any(piece.findings for piece in row.pieces)
        anchor = f' id="{self._anchor}-{number}"' if number and found else ""
        content = "".join(self._piece(piece, direction) for piece in row.pieces)
        return (
            f'<div class="row"{anchor} data-n="{number}">'
            f'<bdi class="t" dir="{direction}">{content}</bdi></div>\n'
        )

    def _piece(self, piece: Piece, direction: str) -> str:
        text = wikitext(piece.text, direction)
        if not piece.findings:
            return text
        worst = min((self._findings[index].severity for index in piece.findings), key=_rank)
        numbers = " ".join(str(self._before + 1 + index) for index in piece.findings)
        point = "" if piece.text else " point"
        return f'<mark class="{worst.value}{point}" data-f="{numbers}">{text}</mark>'


_FEW = 20  # pieces of a row that say which way it runs


def _gap(number: int) -> str:
    left_out = words.count(number, "{n} line without findings", "{n} lines without findings")
    return f'<p class="gap">… {escape(left_out)} …</p>\n'


def _rank(severity: Severity) -> int:
    return _RANK[severity]


def _total(summary: Summary) -> str:
    if not summary.findings:
        return words.say("no findings in {files}", files=words.files(summary.files))
    return words.say(
        "{findings} in {files}",
        findings=words.findings(summary.findings),
        files=words.files(summary.files_with_findings),
    )


def _explained(text: RuleText | None) -> list[tuple[str, str]]:
    """Return the sections of a manual as HTML with their headings; the summary has none."""
    if text is None:
        return []
    return [
        ("", manual(text.summary)),
        *((heading, manual(body)) for heading, body in text.sections.items()),
    ]


def _look() -> Look:
    return look(__package__, "report.css", "report.js")


@cache
def _template(name: str) -> Template:
    return template(__package__, name)
