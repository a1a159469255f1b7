"""Italic and bold text: two, three or five apostrophes.

Followed is what MediaWiki 1.39 shows. Each line is read by itself: a line of the page, each cell
of a table, the label of an internal link, the caption of a file.

* Four apostrophes are one and three; of more than five only the last five count.
* Two switch italic, three bold, five both. What is open at the end of the line or of a heading's
  title ends there.
* Where a line has an odd number of switches of both kinds, one of its triple marks is an apostrophe
  and a switch of italic. It is the first that stands behind a single letter behind a space; if
  there is none, the first behind a longer word; else the first behind a space.
* Where the outer of two is closed first, the inner ends there and begins again behind the mark:
  ``'''a''b'''c''`` is bold with italic in it, then another italic.
"""

from collections.abc import Callable, Sequence

from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.flat import FlatStretch, FlatText
from homs_wiki.syntax.wikilinks import FlatLink

_marks = compiled("''+").finditer
_line_end = compiled("[\n\0\4]").search
_LENGTHS = {"italic": 2, "bold": 3}
_KINDS = {length: kind for kind, length in _LENGTHS.items()}


FlatEmphasis = tuple[int, int, int, int, str]
"""Emphasis by where it stands in the flat text: its start and end, start and end of its inside,
its kind. A mark that is missing is empty."""


class Emphasis(FlatStretch[FlatEmphasis]):
    """A stretch of italic or bold text, its marks included."""

    __slots__ = ()

    @property
    def kind(self) -> str:
        """Either "italic" or "bold"."""
        return self._found[-1]

    @property
    def inner_span(self) -> Span:
        """The text between the marks."""
        start, end = self._found[2:4]
        return Span(*(self._flat.span(start, end) if start < end else [self._flat.end(end)] * 2))

    @property
    def opened(self) -> bool:
        """It has its own opening mark; otherwise it goes on behind the end of another one."""
        return self._found[0] < self._found[2]

    @property
    def closed(self) -> bool:
        """It has its own closing mark; otherwise the line or another one ended it."""
        return self._found[3] < self._found[1]

    @property
    def inner(self) -> str:
        """The wikitext between the marks."""
        return self.source[slice(*self.inner_span)]

    @property
    def balanced(self) -> bool:
        """It has both of its marks."""
        return self.opened and self.closed

    def __repr__(self) -> str:
        return f"<Emphasis {self.start}–{self.end} {self.kind}>"


def find_emphasis(
    flat: FlatText, links: Sequence[FlatLink], breaks: Callable[[], Sequence[int]]
) -> list[FlatEmphasis]:
    """Return all italic and bold stretches in the order in which their lines end.

    Args:
        flat: the flat text of the page.
        links: the internal links in it.
        breaks: gives where in it cells of a table begin within a line that has apostrophes.
    """
    return _Finder(flat.text, links, breaks()).run() if "''" in flat.text else []


def make_emphasis(flat: FlatText, found: Sequence[FlatEmphasis]) -> list[Emphasis]:
    """Return what `find_emphasis` found in order of its start, the outer before the inner."""
    starts = flat.page_starts([each[0] for each in found])
    emphasis = []
    for start, each in zip(starts, found, strict=True):
        # Without a mark and a text before it, the closing mark alone stands there.
        at = flat.end(each[3]) if each[0] == each[3] else start
        emphasis.append(Emphasis(flat, at, each))
    emphasis.sort(key=lambda each: (each.start, -each.end))
    return emphasis


class _Frame:
    """A line that is being read: of the page, or the inside of a link."""

    __slots__ = ("end", "first", "last", "marks", "pos")

    def __init__(self, first: int, last: int, end: int) -> None:
        self.first = first
        self.last = last
        self.end = end
        self.pos = first
        self.marks: list[tuple[int, int]] = []


class _Finder:
    """One run over the marks of a page."""

    __slots__ = ("breaks", "found", "frames", "links", "next_break", "next_link", "text")

    def __init__(self, text: str, links: Sequence[FlatLink], breaks: Sequence[int]) -> None:
        self.text = text
        self.links = links
        self.next_link = 0
        self.breaks = breaks
        self.next_break = 0
        length = len(text)
        self.frames = [_Frame(0, length, length + 1)]
        self.found: list[FlatEmphasis] = []

    def run(self) -> list[FlatEmphasis]:
        """Return what was found, in the order in which lines end."""
        for mark in _marks(self.text):
            start, end = mark.span()
            self._pass_links(start)
            self._leave_links(start)
            frame = self.frames[-1]
            if len(self.frames) == 1:
                self._pass_text(frame, start)
            elif not frame.first <= start < frame.last:
                continue  # in a target, or in an option of a file
            frame.marks.append((start, end))
            frame.pos = end
        length = len(self.text)
        self._leave_links(length)
        self._pass_text(self.frames[0], length)
        return self.found

    def _pass_links(self, pos: int) -> None:
        """Go past the links that begin before ``pos``, into those that do not end there."""
        links = self.links
        while self.next_link < len(links) and links[self.next_link][0] < pos:
            start, end, _, inside, inside_end, _, _ = links[self.next_link]
            self.next_link += 1
            if end <= pos and len(self.frames) == 1 and not self.frames[0].marks:
                continue  # most links: there is no line to end at them, nor marks in them
            self._leave_links(start)
            frame = self.frames[-1]
            if len(self.frames) == 1:
                self._pass_text(frame, start)
            frame.pos = end
            if end > pos:
                self.frames.append(_Frame(inside, inside_end, end))

    def _leave_links(self, pos: int) -> None:
        while self.frames[-1].end <= pos:
            frame = self.frames.pop()
            self._end_line(frame, frame.last)

    def _pass_text(self, frame: _Frame, pos: int) -> None:
        """Go on to ``pos`` on the page itself; end the line if it ends before."""
        breaks = self.breaks
        while self.next_break < len(breaks) and breaks[self.next_break] < frame.pos:
            self.next_break += 1
        if frame.marks:
            end = len(self.text)
            if newline := _line_end(self.text, frame.pos, pos):
                end = newline.start()
            if self.next_break < len(breaks):
                end = min(end, breaks[self.next_break])
            if end < pos:
                self._end_line(frame, end)
        frame.pos = pos

    def _end_line(self, frame: _Frame, end: int) -> None:
        if frame.marks:
            plain = _plain_pair(frame.marks)
            if plain:
                self.found.append(plain)
            else:
                _Line(self.found).read(_counted(self.text, frame.marks), end)
            frame.marks = []


def _plain_pair(marks: Sequence[tuple[int, int]]) -> FlatEmphasis | None:
    """Return what the marks of most lines are: one that opens, one of the same kind that closes."""
    if len(marks) != 2:
        return None
    (start, inside), (pos, end) = marks
    kind = _KINDS.get(inside - start)
    return (start, end, inside, pos, kind) if kind and inside - start == end - pos else None


def _counted(text: str, marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where the marks of a line begin and what they count: two, three or five."""
    counted = []
    for start, end in marks:
        count = end - start
        count = 3 if count == 4 else min(count, 5)
        counted.append((end - count, count))
    bold = sum(count != 2 for _, count in counted)
    italic = sum(count != 3 for _, count in counted)
    if bold % 2 and italic % 2:
        _break_one(text, counted)
    return counted


def _break_one(text: str, counted: list[tuple[int, int]]) -> None:
    """Make one of the triple marks of a line an apostrophe and a double mark."""
    first: dict[str, int] = {}
    for index, (start, count) in enumerate(counted):
        if count != 3:
            continue
        if text.endswith(" ", 0, start):
            kind = "space"
        else:
            kind = "letter" if _single_letter(text[max(start - 2, 0) : start]) else "word"
        first.setdefault(kind, index)
    for kind in ("letter", "word", "space"):
        if kind in first:
            start, _ = counted[first[kind]]
            counted[first[kind]] = start + 1, 2
            return


# MediaWiki counts bytes: the letter is one of ASCII.
_single_letter = compiled("\x20[\x21-\x7f]").fullmatch


class _Line:
    """Makes the stretches of one line."""

    __slots__ = ("found", "open", "undecided")

    def __init__(self, found: list[FlatEmphasis]) -> None:
        self.found = found
        # What is open, the outer first: kind, start, start of the inside, has it an opening mark.
        self.open: list[tuple[str, int, int, bool]] = []
        # Where a mark of five stands whose order the next mark will tell.
        self.undecided = -1

    def read(self, marks: Sequence[tuple[int, int]], end: int) -> None:
        """Read the marks of a line that ends at ``end``."""
        for pos, count in marks:
            if count == 5:
                self._switch_both(pos)
            else:
                kind = "italic" if count == 2 else "bold"
                self._decide("bold" if kind == "italic" else "italic")
                self._switch(kind, pos)
        self._decide("bold")
        while self.open:
            self._close(end, end, False)

    def _switch(self, kind: str, pos: int) -> int:
        """Open or close at ``pos``; return where the mark ends."""
        end = pos + _LENGTHS[kind]
        kinds = [each[0] for each in self.open]
        if kind not in kinds:
            self.open.append((kind, pos, end, True))
        elif kind == kinds[-1]:
            self._close(pos, end, True)
        else:
            inner = kinds[-1]
            self._close(pos, pos, False)
            self._close(pos, end, True)
            self.open.append((inner, end, end, False))
        return end

    def _switch_both(self, pos: int) -> None:
        if self.undecided >= 0:
            self._decide("italic")
        if not self.open:
            self.undecided = pos
            return
        inner = self.open[-1][0]
        self._switch("bold" if inner == "italic" else "italic", self._switch(inner, pos))

    def _decide(self, outer: str) -> None:
        """Open both kinds where a mark of five stands, ``outer`` as the outer one."""
        if self.undecided >= 0:
            inner = "bold" if outer == "italic" else "italic"
            self._switch(inner, self._switch(outer, self.undecided))
            self.undecided = -1

    def _close(self, pos: int, end: int, closed: bool) -> None:
        """Close the innermost with a mark from ``pos`` to ``end``."""
        kind, start, inside, opened = self.open.pop()
        if not opened and not closed and start == end:
            return  # nothing stands between the two marks
        self.found.append((start, end, inside, pos, kind))
