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

from collections import Counter
from functools import lru_cache, reduce
from typing import TYPE_CHECKING
from unicodedata import category

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.output import words
from homs_wiki.source import LineIndex
from homs_wiki.source.visible import (
    FIRST_STRONG_ISOLATE,
    POP_DIRECTIONAL_ISOLATE,
    directed,
    isolated,
    isolated_if_needed,
    visible,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.output.result import FileResult, Summary
    from homs_wiki.source import Span

WIDTH = 60
"""How many code points of a line are shown; a longer line is cut to a window around the mark."""

_LONGEST_MARK = 40
_LONGEST_VALUE = 120  # of the page's text in a message; JSON has it whole
_TAIL = 12  # how much of the end of a longer mark or value is shown
_NEAR = 12  # how far a cut is moved to fall between two words
_FARTHEST = 16  # how far a cut is moved to keep a letter together with its vowel marks
_REACH = WIDTH + _FARTHEST + 1  # so much around a mark tells what is shown of it

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


class _Told:
    """Remembers what was told of findings: where there are very many, most say the same.

    Args:
        tell: says it.
    """

    __slots__ = ("_known", "_tell")

    _MOST = 1000

    def __init__(self, tell: Callable[[Finding], str]) -> None:
        self._tell = tell
        # With the values, so that no others can come to have their identities.
        self._known: dict[tuple[object, ...], tuple[object, str]] = {}

    def of(self, finding: Finding) -> str:
        """Return what there is to tell of a finding."""
        _, _, rule, severity, template, values, _ = finding
        key = (rule, severity, template, *map(id, values.values()))
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= self._MOST:
                self._known.clear()
            known = self._known[key] = (values, self._tell(finding))
        return known[1]


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
        shown_name = self._in(_DIM, name)
        told = _Told(self._told)
        for finding in result.findings:
            line, column = lines.position(finding.start)
            place = f"{shown_name}{self._in(_BOLD, f':{line}:{column}:')}"
            excerpt = self._excerpt(text, lines.line(line), finding)
            yield (
                f"{place} {told.of(finding)}\n"
                f"    {FIRST_STRONG_ISOLATE}{excerpt}{POP_DIRECTIONAL_ISOLATE}\n"
            )

    def _told(self, finding: Finding) -> str:
        severity = self._in(_COLOURS[finding.severity], words.say(finding.severity.value))
        rule = self._in(_DIM, finding.rule)
        return f"{severity} {rule}  {directed(finding.message_with(_in_message))}"

    def _heading(self, name: str, result: FileResult) -> Iterator[str]:
        if self._parted:
            yield "\n"
        self._parted = True
        if self._colour:
            counts = Counter(finding.severity for finding in result.findings)
            total = words.findings(len(result.findings))
            total = directed(f"{total} ({words.severities(counts)})")
            yield f"{_HEADING}{name}{_RESET}  {_DIM}{total}{_RESET}\n"

    def end(self, summary: Summary) -> str:
        """Return the summary, on a line of its own."""
        parts = [_findings(summary)]
        if summary.fixable:
            parts.append(words.count(summary.fixable, "{n} can be fixed", "{n} can be fixed"))
        if summary.troubles:
            errors = len(summary.troubles)
            parts.append(words.count(errors, "{n} error on the way", "{n} errors on the way"))
        text = self._in(_BOLD, _joined(parts)) + "\n"
        return f"\n{text}" if summary.findings else text

    def _in(self, style: str, text: str) -> str:
        return f"{style}{text}{_RESET}" if self._colour else text

    def _excerpt(self, text: str, line: Span, finding: Finding) -> str:
        """Return the line that a finding begins in, or what stands in it around the mark."""
        start, end = finding.start, min(finding.end, line.end)
        mark = _middle_cut(text[start:end], _LONGEST_MARK)
        if finding.end > line.end + 1:
            mark += "…"
        before, after = _around(
            text[max(line.start, start - _REACH) : start],
            text[start : start + 1],
            text[end : min(line.end, end + _REACH)],
            max(WIDTH - (end - start), WIDTH - _LONGEST_MARK),
        )
        return f"{before}{self._marked(visible(mark))}{after}"

    def _marked(self, text: str) -> str:
        if self._colour and text:
            return f"{_MARKED}{text}{_RESET}"
        return f"⟦{text}⟧"


@lru_cache(maxsize=1024)  # what is found very often mostly stands among the same letters
def _around(before: str, first: str, after: str, room: int) -> tuple[str, str]:
    """Return what to show before a mark and behind it, made visible.

    Args:
        before: what stands in the line before the mark, the last `_REACH` code points at most.
        first: the first code point of the mark.
        after: what stands in the line behind it, the first `_REACH` code points at most.
        room: how many code points to show of the two, more or less.
    """
    left = min(len(before), max(room // 2, room - len(after)))
    right = min(len(after), room - left)
    start, end = 0, len(after)
    if left < len(before):
        start = _word_start(before, len(before) - left, len(before))
        start = _left_edge(f"{before}{first}", start, 0)
    if right < len(after):
        end = _right_edge(after, _word_end(after, right, 0), len(after))
    return (
        f"{'…' if start else ''}{visible(before[start:])}",
        f"{visible(after[:end])}{'…' if end < len(after) else ''}",
    )


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


def _joined(parts: list[str]) -> str:
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
