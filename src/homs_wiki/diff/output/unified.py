r"""The format ``unified``: a patch for ``git apply`` and ``patch``.

It is made of the files as they are, with their own line ends and byte order marks, so that what
comes out of applying it is the new file byte for byte. Lines end at LF, as git and patch count
them; which of them belong together is what the comparison says.

The form is git's (``git help diff-format``, "Generating patch text with -p"): names with spaces
are followed by a tab, those with control characters, quotes or backslashes are quoted as in C.
Letters of other scripts stand as they are, as with ``core.quotePath=false``.
"""

from __future__ import annotations

import re
from hashlib import sha1
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.diff.text import RowKind
from homs_wiki.source.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.diff.output.compared import ComparedFile, Trouble
    from homs_wiki.diff.text import TextDiff
    from homs_wiki.source import SourceFile

CONTEXT = 3
"""How many unchanged lines stand around a change, as in git."""

_MODE = "100644"
_NO_HASH = "0" * 10
_NO_END = "\n\\ No newline at end of file\n"
_BOM = "\ufeff"
_LONGEST_HEADING = 80
_HEADING = re.compile(r"(={1,6})[^\n]+?\1\s*\Z")
_ODD = re.compile(r'[\x00-\x1f\x7f"\\]')
# Git leaves spaces as they are, but where no hunk follows, patch has nothing else to go by.
_ODD_OR_BLANK = re.compile(rf"{_ODD.pattern}| ")
_ESCAPES = {
    "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f", "\r": "\\r",
    '"': '\\"', "\\": "\\\\",
}  # fmt: skip


class UnifiedFormat:
    """The unified format."""

    __slots__ = ("_context",)

    def __init__(self, *, colour: bool = False, context: int | None = None) -> None:  # noqa: ARG002 - a patch has no colour
        self._context = CONTEXT if context is None else context

    def start(self) -> str:
        """Return nothing."""
        return ""

    def file(self, compared: ComparedFile) -> Iterator[str]:
        """Yield the head and the hunks of a patch; nothing for equal files."""
        if not compared.differs:
            return
        old, new = _Lines(compared.old), _Lines(compared.new)
        changes = _changes(old, new, compared.comparison.text)
        hunks = list(_hunks(changes, self._context))
        yield _head(compared, odd=_ODD if hunks else _ODD_OR_BLANK)
        if hunks:
            yield _names(compared)
        headings = _Headings(old.lines)
        for hunk in hunks:
            start = max(0, hunk[0].old_start - self._context)
            heading = headings.before(start)
            yield from _hunk(hunk, old.lines, new.lines, heading, self._context)

    def finish(self, troubles: Sequence[Trouble] = ()) -> str:  # noqa: ARG002 - not in a patch
        """Return nothing: a patch has no place for troubles."""
        return ""


class _Lines:
    """A file's lines as git counts them, and where each starts in the text with LF ends."""

    __slots__ = ("lines", "starts")

    def __init__(self, source: SourceFile | None) -> None:
        text = source.original if source else ""
        self.lines = text.split("\n")
        last = self.lines.pop()
        self.lines = [f"{line}\n" for line in self.lines]
        if last:
            self.lines.append(last)
        self.starts = [0]
        place = 0
        for line in self.lines:
            place += len(line) - line.endswith("\r\n")
            self.starts.append(place)
        if source and source.has_bom:
            if not self.lines:
                self.lines, self.starts = [""], [0, 0]
            self.lines[0] = _BOM + self.lines[0]

    def __len__(self) -> int:
        return len(self.lines)


class _Change(NamedTuple):
    """Lines that differ, by number from 0: old ones out, new ones in; half-open."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def _changes(old: _Lines, new: _Lines, diff: TextDiff) -> Iterator[_Change]:
    """Yield what is between the lines that are the same on both sides."""
    old_done = new_done = 0
    for i, j in (*_pairs(old, new, diff), (len(old), len(new))):
        if old_done < i or new_done < j:
            yield _Change(old_done, i, new_done, j)
        old_done, new_done = i + 1, j + 1


def _pairs(old: _Lines, new: _Lines, diff: TextDiff) -> Iterator[tuple[int, int]]:
    """Yield the lines that the comparison puts together and that are equal to the last byte.

    A line of git's may be several lines of the wiki's, for a lone CR ends only the latter.
    """
    i = j = 0
    for row in diff.rows:
        if row.kind is not RowKind.EQUAL:
            continue
        shift = row.new.start - row.old.start
        while i < len(old) and old.starts[i] < row.old.start:
            i += 1
        while i < len(old) and old.starts[i] < row.old.end:
            place = old.starts[i] + shift
            while j < len(new) and new.starts[j] < place:
                j += 1
            if j < len(new) and new.starts[j] == place and old.lines[i] == new.lines[j]:
                yield i, j
                j += 1
            i += 1


def _hunks(changes: Iterator[_Change], context: int) -> Iterator[list[_Change]]:
    """Yield the changes in groups whose context would touch."""
    group: list[_Change] = []
    for change in changes:
        if group and change.old_start - group[-1].old_end > 2 * context:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _hunk(
    group: list[_Change], old: list[str], new: list[str], heading: str, context: int
) -> Iterator[str]:
    first, last = group[0], group[-1]
    start, end = max(0, first.old_start - context), min(len(old), last.old_end + context)
    new_start = first.new_start - (first.old_start - start)
    new_end = last.new_end + (end - last.old_end)
    yield f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@{heading}\n"
    done = start
    for change in group:
        yield from _signed(" ", old[done : change.old_start])
        yield from _signed("-", old[change.old_start : change.old_end])
        yield from _signed("+", new[change.new_start : change.new_end])
        done = change.old_end
    yield from _signed(" ", old[done:end])


def _range(start: int, end: int) -> str:
    """Return a range as hunks have it: the first line from 1, or the one before an empty range."""
    count = end - start
    if count == 1:
        return str(start + 1)
    return f"{start + 1 if count else start},{count}"


def _signed(sign: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}{_NO_END}"


class _Headings:
    """The wikitext headings of a file, asked for from its beginning to its end."""

    __slots__ = ("_done", "_found", "_lines")

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._done = 0
        self._found = ""

    def before(self, end: int) -> str:
        """Return the last heading before line ``end`` (from 0), as it is put behind ``@@``."""
        for number in range(end - 1, self._done - 1, -1):
            line = self._lines[number]
            if line.startswith("=") and _HEADING.match(line):
                self._found = " " + visible(line.rstrip()[:_LONGEST_HEADING])
                break
        self._done = max(end, self._done)
        return self._found


def _head(compared: ComparedFile, odd: re.Pattern[str]) -> str:
    old_name, new_name = _paths(compared)
    before, after = _hash(compared.old), _hash(compared.new)
    lines = [f"diff --git {_quoted('a/' + old_name, odd)} {_quoted('b/' + new_name, odd)}"]
    if compared.old is None:
        lines.append(f"new file mode {_MODE}")
    elif compared.new is None:
        lines.append(f"deleted file mode {_MODE}")
    elif compared.renamed:
        if not compared.file_differs:
            lines.append("similarity index 100%")
        lines += [f"rename from {_quoted(old_name)}", f"rename to {_quoted(new_name)}"]
    if compared.file_differs:
        lines.append(f"index {before}..{after}")
    return "\n".join((*lines, ""))


def _names(compared: ComparedFile) -> str:
    old_name, new_name = _paths(compared)
    old = "/dev/null" if compared.old is None else _ended(_quoted(f"a/{old_name}"))
    new = "/dev/null" if compared.new is None else _ended(_quoted(f"b/{new_name}"))
    return f"--- {old}\n+++ {new}\n"


def _paths(compared: ComparedFile) -> tuple[str, str]:
    """Return both names, relative; a side that is missing is called as the other one."""
    old = compared.new_name if compared.old is None else compared.old_name
    new = compared.old_name if compared.new is None else compared.new_name
    return _relative(old), _relative(new)


def _relative(name: str) -> str:
    name = name.lstrip("/")
    while name.startswith("./"):
        name = name[2:].lstrip("/")
    return name


def _quoted(name: str, odd: re.Pattern[str] = _ODD) -> str:
    if not odd.search(name):
        return name
    return f'"{_ODD.sub(_escape, name)}"'


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return _ESCAPES.get(char) or f"\\{ord(char):03o}"


def _ended(name: str) -> str:
    """Return a name with the tab that tells patch where a name with spaces ends."""
    return f"{name}\t" if " " in name and not name.startswith('"') else name


def _hash(source: SourceFile | None) -> str:
    """Return the name that git gives to the content, so that ``git apply -3`` finds it."""
    if source is None:
        return _NO_HASH
    data = (_BOM * source.has_bom + source.original).encode("utf-8")
    name = sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False)
    return name.hexdigest()[: len(_NO_HASH)]
