"""Where on a page things stand, found out without reading all of it.

A small edit concerns one section. Where everything that opens in a section closes in it, the
section alone tells what its lines are part of; only else the whole page is read. So a template that
holds whole sections with their headings is not seen as one.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from functools import cached_property
from typing import Final, NamedTuple

from homs_wiki.source import Span
from homs_wiki.syntax import Document, parse
from homs_wiki.syntax.preprocessor import Record

_TAG: Final = re.compile(
    r"<(/?)(?:gallery|includeonly|math|noinclude|nowiki|onlyinclude|poem|pre|ref|references|score|"
    r"source|syntaxhighlight|timeline)\b[^<>]*?(/?)>",
    re.IGNORECASE,
)
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LINE: Final = re.compile(r"\n(?==)")
_LONGEST_LINE: Final = 1000
_DEEPEST: Final = 6
_MOST_WINDOWS: Final = 64
"""Where more sections than that changed, reading the whole page is quicker."""
_MOST_COUNTED: Final = 8
"""Marks are counted on at most as many times the page; from then on what is asked for is read."""


class Heading(NamedTuple):
    """A heading of the page.

    Attributes:
        start: where it begins.
        level: 1 to 6.
        title: the wikitext of the title.
    """

    start: int
    level: int
    title: str


class Window(NamedTuple):
    """A stretch of the page that was read, and where its outermost nodes stand."""

    start: int
    end: int
    starts: list[int]
    ends: list[int]

    def cover(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch with the nodes whole that it cuts."""
        index = bisect_right(self.starts, start) - 1
        if index >= 0 and self.starts[index] < start < self.ends[index]:
            end = max(end, self.ends[index])
            start = self.starts[index]
        index = bisect_left(self.starts, end) - 1
        if index >= 0 and self.ends[index] > end:
            end = self.ends[index]
        return start, end


class Outline:
    """Sections and outermost nodes of a page.

    Attributes:
        text: the page; empty if there is none.
    """

    def __init__(self, document: Document | None) -> None:
        self._document = document
        self.text = document.text if document else ""
        self._windows: list[Window] = []
        self._closed = [0]  # where nothing is open
        self._asked = 0  # for titles
        self._counted = 0  # code points looked at for what is open

    def cover(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch of whole lines with the nodes whole that it cuts."""
        index = bisect_right(self._windows, start, key=_start) - 1
        if index >= 0 and end <= self._windows[index].end:
            return self._windows[index].cover(start, end)
        if self._is_plain(start, end):
            return start, end
        return self._window(index, start, end).cover(start, end)

    def _is_plain(self, start: int, end: int) -> bool:
        """Whether nothing is open where a stretch begins in its section, nor where it ends.

        It looks on from the last place before it where that is known.
        """
        known = self._closed[bisect_right(self._closed, start) - 1]
        known = max(known, self.text.rfind("\n=", known, start) + 1)
        # Asked from the end of a long page to its start, the same would be counted over and over.
        self._counted += end - known
        if self._counted > _MOST_COUNTED * len(self.text):
            return False
        if not self._is_closed(known, start) or not self._is_closed(start, end):
            return False
        insort(self._closed, end)
        return True

    def _window(self, index: int, start: int, end: int) -> Window:
        """Read what is around a stretch: its sections, or the page."""
        if len(self._windows) < _MOST_WINDOWS:
            first = max(self.text.rfind("\n=", 0, start) + 1, 0)
            last = self.text.find("\n=", max(end - 1, 0))
            last = len(self.text) if last < 0 else last + 1
            if self._is_closed(first, last):
                window = self._read(first, last)
                self._windows.insert(index + 1, window)
                return window
        self._windows = [self._whole()]
        return self._windows[0]

    def _is_closed(self, start: int, end: int) -> bool:
        """Whether nothing that opens in a stretch closes outside of it, or the reverse."""
        text = self.text
        if text.count("{{", start, end) != text.count("}}", start, end):
            return False
        if text.find("<", start, end) >= 0:
            open_tags = 0
            for tag in _TAG.finditer(text, start, end):
                open_tags += -1 if tag[1] else 0 if tag[2] else 1
            if open_tags:
                return False
        index = bisect_right(self._comments, start, key=_start) - 1
        if index >= 0 and self._comments[index].end > start:
            return False
        index = bisect_left(self._comments, end, key=_start) - 1
        return index < 0 or self._comments[index].end <= end

    @cached_property
    def _comments(self) -> list[Span]:
        if "<!--" not in self.text:
            return []
        return [Span(*match.span()) for match in _COMMENT.finditer(self.text)]

    def _read(self, start: int, end: int) -> Window:
        assert self._document is not None  # noqa: S101 - there is text
        piece = parse(self.text[start:end], self._document.profile)
        return _outermost(start, end, piece.records)

    def _whole(self) -> Window:
        records = self._document.records if self._document else ()
        return _outermost(0, len(self.text) + 1, records)

    # -- sections ------------------------------------------------------------------------------

    @cached_property
    def headings(self) -> list[Heading]:
        """The headings of the page, those in comments left out."""
        starts = [0, *(line.end() for line in _LINE.finditer(self.text))]
        found = (self._heading_at(start) for start in starts)
        return [heading for heading in found if heading is not None]

    def _heading_at(self, start: int) -> Heading | None:
        heading = _read_heading(self.text, start)
        if heading is None:
            return None
        index = bisect_right(self._comments, start, key=_start) - 1
        return heading if index < 0 or self._comments[index].end <= start else None

    @cached_property
    def _starts(self) -> list[int]:
        return [heading.start for heading in self.headings]

    def title_at(self, offset: int) -> str:
        """Return the title of the section that holds an offset; empty for the lead."""
        self._asked += 1
        if self._asked > _MOST_WINDOWS:
            index = bisect_right(self._starts, offset) - 1
            return self.headings[index].title if index >= 0 else ""
        start = offset + 1
        while start > 0:
            start = self.text.rfind("\n=", 0, start)
            heading = self._heading_at(start + 1)
            if heading is not None:
                return heading.title
        return ""

    @cached_property
    def _ends(self) -> list[int]:
        ends = [len(self.text)] * len(self.headings)
        around: list[int] = []
        for index, heading in enumerate(self.headings):
            while around and self.headings[around[-1]].level >= heading.level:
                ends[around.pop()] = heading.start
            around.append(index)
        return ends

    def section_end(self, offset: int) -> int:
        """Return where the section ends whose heading holds an offset, subsections included."""
        index = bisect_right(self._starts, offset) - 1
        return self._ends[index] if index >= 0 else len(self.text)


def _start(place: Span | Window) -> int:
    return place.start


def _read_heading(text: str, start: int) -> Heading | None:
    """Return the heading that a line is; None if it is none."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    if end - start > _LONGEST_LINE:
        return None
    line = text[start:end].rstrip()
    while line.endswith("-->") and "<!--" in line:
        line = line[: line.rindex("<!--")].rstrip()
    opening, closing = len(line) - len(line.lstrip("=")), len(line) - len(line.rstrip("="))
    if opening == len(line):
        opening = closing = (len(line) - 1) // 2  # nothing but "="
    level = min(opening, closing, _DEEPEST)
    return Heading(start, level, line[level:-level].strip()) if level > 0 else None


def _outermost(shift: int, end: int, records: Iterable[Record]) -> Window:
    starts: list[int] = []
    ends: list[int] = []
    behind = 0
    for record in records:
        if record[0] >= behind:
            behind = -record[1]
            starts.append(record[0] + shift)
            ends.append(behind + shift)
    return Window(shift, end, starts, ends)
