r"""Findings for people: the place, the message, and the line with what is meant marked in it.

::

    homs.wiki:3:34: warning repeated-word  “سے” is repeated
        …شہر کے مشرقی حصے میں باغی ⟦سے سے⟧ لڑتے ہوئے پیچھے ہٹے…

    1 finding in 1 file (1 warning)

Findings are grouped by file: a blank line parts the files, and in colour each has a heading. The
file's name stands in every line all the same, for whoever searches the output or clicks in it.

The mark stands *in* the line and not below it, because nothing can be put below a word of a
right-to-left line: where a terminal shows the word depends on whether, and how, it reorders text.
In colour it is red and underlined; without colour it is ⟦ and ⟧, brackets that the bidirectional
algorithm mirrors and keeps with what they enclose.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import reduce
from typing import TYPE_CHECKING
from unicodedata import category

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.output import words
from homs_wiki.source import LineIndex
from homs_wiki.source.visible import (
    FIRST_STRONG_ISOLATE,
    POP_DIRECTIONAL_ISOLATE,
    RIGHT_TO_LEFT,
    isolated,
    isolated_if_needed,
    visible,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.output.result import FileResult, Summary

WIDTH = 60
"""How many code points of a line are shown; a longer line is cut to a window around the mark."""

_LONGEST_MARK = 40
_LONGEST_VALUE = 120  # of the page's text in a message; JSON has it whole
_TAIL = 12  # how much of the end of a longer mark or value is shown
_NEAR = 12  # how far a cut is moved to fall between two words
_FARTHEST = 16  # how far a cut is moved to keep a letter together with its vowel marks

_ISOLATED = re.compile(f"{FIRST_STRONG_ISOLATE}[^{POP_DIRECTIONAL_ISOLATE}]*")

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_HEADING = "\x1b[1;4m"
_MARKED = "\x1b[1;4;31m"
_COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[33m",
    Severity.NOTE: "\x1b[36m",
}


class TextFormat:
    """The text format; ``colour`` for a terminal that shows ANSI colours."""

    __slots__ = ("_colour", "_parted")

    def __init__(self, *, colour: bool = False, **_: object) -> None:
        self._colour = colour
        self._parted = False  # whether a file has been shown that the next is parted from

    def start(self) -> str:
        """Return nothing: findings come first."""
        return ""

    def file(self, result: FileResult) -> Iterator[str]:
        """Yield two lines for each finding, in colour below a heading."""
        if not result.findings:
            return
        text = result.source.text
        lines = LineIndex(text)
        name = isolated_if_needed(result.source.name)
        yield from self._heading(name, result)
        for finding in result.findings:
            line, column = lines.position(finding.start)
            place = f"{self._in(_DIM, name)}{self._in(_BOLD, f':{line}:{column}:')}"
            severity = self._in(_COLOURS[finding.severity], words.say(finding.severity.value))
            rule = self._in(_DIM, finding.rule)
            yield f"{place} {severity} {rule}  {_apart(finding.message_with(_in_message))}\n"
            excerpt = self._excerpt(text, lines, finding)
            yield f"    {FIRST_STRONG_ISOLATE}{excerpt}{POP_DIRECTIONAL_ISOLATE}\n"

    def _heading(self, name: str, result: FileResult) -> Iterator[str]:
        if self._parted:
            yield "\n"
        self._parted = True
        if self._colour:
            counts = Counter(finding.severity for finding in result.findings)
            total = words.findings(len(result.findings))
            total = _apart(f"{total} ({words.severities(counts)})")
            yield f"{_HEADING}{name}{_RESET}  {_DIM}{total}{_RESET}\n"

    def end(self, summary: Summary) -> str:
        """Return the summary, on a line of its own."""
        parts = [_findings(summary)]
        if summary.fixable:
            parts.append(words.count(summary.fixable, "{n} can be fixed", "{n} can be fixed"))
        if summary.troubles:
            errors = len(summary.troubles)
            parts.append(words.count(errors, "{n} error on the way", "{n} errors on the way"))
        text = self._in(_BOLD, _told(parts)) + "\n"
        return f"\n{text}" if summary.findings else text

    def _in(self, style: str, text: str) -> str:
        return f"{style}{text}{_RESET}" if self._colour else text

    def _excerpt(self, text: str, lines: LineIndex, finding: Finding) -> str:
        span = lines.line(lines.position(finding.start).line)
        end = min(finding.end, span.end)
        marked = visible(_middle_cut(text[finding.start : end], _LONGEST_MARK))
        if finding.end > span.end + 1:
            marked += "…"
        room = max(WIDTH - (end - finding.start), WIDTH - _LONGEST_MARK)
        before, after = finding.start - span.start, span.end - end
        left = min(before, max(room // 2, room - after))
        right = min(after, room - left)
        left_edge, right_edge = span.start, span.end
        if left < before:
            left_edge = _left_edge(
                text, _word_start(text, finding.start - left, finding.start), span.start
            )
        if right < after:
            right_edge = _right_edge(text, _word_end(text, end + right, end), span.end)
        return "".join(
            (
                "…" if left_edge > span.start else "",
                visible(text[left_edge : finding.start]),
                self._marked(marked),
                visible(text[end:right_edge]),
                "…" if right_edge < span.end else "",
            )
        )

    def _marked(self, text: str) -> str:
        if self._colour and text:
            return f"{_MARKED}{text}{_RESET}"
        return f"⟦{text}⟧"


def _apart(text: str) -> str:
    """Return words of ours; those of a right-to-left language get a direction of their own."""
    if RIGHT_TO_LEFT.search(_ISOLATED.sub("", text)):
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_DIRECTIONAL_ISOLATE}"
    return text


def _in_message(text: str) -> str:
    return isolated(_middle_cut(text, _LONGEST_VALUE))


def _middle_cut(text: str, longest: int) -> str:
    """Return ``text``, its middle left out if it has more than ``longest`` code points."""
    if len(text) <= longest:
        return text
    head = _right_edge(text, longest - _TAIL, len(text))
    tail = _left_edge(text, len(text) - _TAIL, head)
    return f"{text[:head]}…{text[tail:]}"


def _word_start(text: str, offset: int, limit: int) -> int:
    """Move a cut to the right, to the start of a word, if one is near."""
    blank = text.find(" ", offset - 1, min(limit, offset + _NEAR))
    return offset if blank < 0 else blank + 1


def _word_end(text: str, offset: int, limit: int) -> int:
    """Move a cut to the left, to the end of a word, if one is near."""
    blank = text.rfind(" ", max(limit, offset - _NEAR), offset + 1)
    return offset if blank < 0 else blank


def _left_edge(text: str, offset: int, limit: int) -> int:
    """Move a cut to the left, so that no combining mark loses the letter it stands on."""
    farthest = max(limit, offset - _FARTHEST)
    while offset > farthest and category(text[offset]).startswith("M"):
        offset -= 1
    return offset


def _right_edge(text: str, offset: int, limit: int) -> int:
    """Move a cut to the right, so that no letter loses the combining marks on it."""
    farthest = min(limit, offset + _FARTHEST)
    while offset < farthest and category(text[offset]).startswith("M"):
        offset += 1
    return offset


def _told(parts: list[str]) -> str:
    return reduce(lambda these, this: words.say("{these}; {this}", these=these, this=this), parts)


def _findings(summary: Summary) -> str:
    if not summary.findings:
        return words.say("no findings in {files}", files=words.files(summary.files))
    return words.say(
        "{findings} in {files} ({severities})",
        findings=words.findings(summary.findings),
        files=words.files(summary.files_with_findings),
        severities=words.severities(summary.by_severity),
    )
