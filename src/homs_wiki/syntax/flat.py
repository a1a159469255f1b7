"""The text as MediaWiki's second pass sees it, with a way back to the page.

After the preprocessor, MediaWiki reads links, tags, tables and the rest in a text without comments,
with something in the place of every template and extension tag. `flatten` makes that text once for
a whole page. Every stretch that is read on its own (the page itself, the inside of a ``<ref>``, the
name and each value of a template) stands in it in one piece, however much stands between its parts
on the page:

* a template or template argument is one `HOLE`, an extension tag one `TAG_HOLE`;
* comments and ignored parts are gone, and with comments alone on a line that line;
* `BORDER` stands between stretches, where a template has its ``|`` and ``=``; nothing crosses it;
* `HEADING_END` stands for the first of the ``=`` that close a heading.

So each construct is found by plain regular expressions in one text of about the page's length.
The marks cannot stand in a wiki's text (MediaWiki stores U+FFFD for them, as is done here).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import sub
from typing import Any, Generic, TypeVar

from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import preprocessor
from homs_wiki.syntax.preprocessor import Record, Region
from homs_wiki.syntax.stretch import Stretch

BORDER, HOLE, TAG_HOLE, COVER, HEADING_END = "\0", "\1", "\2", "\3", "\4"
"""Marks in a flat text; COVER hides what a later step must not see."""

_MARKS = compiled("[\0-\4]")
_HEADING_END = ord(HEADING_END)

_Piece = tuple[int, int, str]


class FlatText:
    """A flat text and where its characters stand on the page.

    Attributes:
        source: the page.
        text: the flat text.
        starts: where each piece begins in it, in order, and its length at the end.
        sources: where each piece begins on the page.
        ends: where each piece ends on the page.
    """

    __slots__ = ("_shifts", "ends", "source", "sources", "starts", "text")

    def __init__(self, source: str, pieces: Sequence[_Piece]) -> None:
        self.source = source
        self.sources = [piece[0] for piece in pieces]
        self.ends = [piece[1] for piece in pieces]
        texts = [piece[2] for piece in pieces]
        self.starts = list(accumulate(map(len, texts), initial=0))
        self.text = "".join(texts)
        self._shifts: list[int] | None = None

    def page_starts(self, offsets: Sequence[int]) -> list[int]:
        """Return where the characters at many ``offsets`` begin on the page, as `start` does."""
        if self._shifts is None:
            self._shifts = list(map(sub, self.sources, self.starts))
        starts, shifts = self.starts, self._shifts
        return [offset + shifts[bisect_right(starts, offset) - 1] for offset in offsets]

    def start(self, offset: int) -> int:
        """Return where the character at ``offset`` of the flat text begins on the page."""
        index = bisect_right(self.starts, offset) - 1
        if index == len(self.sources):
            return self.ends[-1] if index else 0
        return self.sources[index] + offset - self.starts[index]

    def end(self, offset: int) -> int:
        """Return where the character before ``offset`` of the flat text ends on the page."""
        index = bisect_left(self.starts, offset) - 1
        if index < 0:
            return 0
        if offset == self.starts[index + 1]:
            return self.ends[index]
        return self.sources[index] + offset - self.starts[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the page for one of the flat text.

        An empty one stays empty, right behind the character before it.
        """
        behind = bisect_right(self.starts, start)
        if start < end < self.starts[behind]:
            shift = self.sources[behind - 1] - self.starts[behind - 1]
            return start + shift, end + shift
        if end > start:
            return self.start(start), self.end(end)
        at_border = start == 0 or self.text[start - 1] == BORDER
        place = self.start(start) if at_border else self.end(start)
        return place, place


_F = TypeVar("_F", bound=tuple[Any, ...])


class FlatStretch(Stretch, Generic[_F]):
    """Something found in a flat text; all but its start is worked out when asked for.

    Few of the many on a page are looked at closely.

    Attributes:
        start: where it begins.
    """

    __slots__ = ("_flat", "_found", "start")

    def __init__(self, flat: FlatText, start: int, found: _F) -> None:
        self._flat = flat
        self.start = start
        # By where it stands in the flat text: its start and end, and what else there is to know.
        self._found = found

    @property
    def source(self) -> str:
        """The text of the whole page."""
        return self._flat.source

    @property
    def end(self) -> int:
        """Where it ends."""
        return self._flat.end(self._found[1])


class _Stretch:
    """A stretch that is read on its own, while its pieces are collected."""

    __slots__ = ("end", "pieces", "pos")

    def __init__(self, start: int, end: int) -> None:
        self.pos = start
        self.end = end
        self.pieces: list[_Piece] = []


def flatten(text: str, records: Sequence[Record], regions: Sequence[Region]) -> FlatText:
    """Return the flat text of a page.

    Args:
        text: the page.
        records: what `preprocessor.scan` found in it.
        regions: the regions it read.
    """
    return FlatText(text, _Flattening(_with_borders(text, records), regions).run(records))


def _with_borders(text: str, records: Sequence[Record]) -> str:
    """Put a border in the place of every separator of a template's parts."""
    if any(mark in text for mark in (BORDER, HOLE, TAG_HOLE, COVER, HEADING_END)):
        text = _MARKS.sub("\ufffd", text)
    is_ascii = text.isascii()
    encoding = "ascii" if is_ascii else "utf-32-le"
    encoded = bytearray(text, encoding, "surrogatepass")
    points = memoryview(encoded).cast("B" if is_ascii else "I")
    for record in records:
        if record[2] > preprocessor.ARGUMENT:
            if record[2] >= preprocessor.HEADING:
                points[record[4][1]] = _HEADING_END
            continue
        name, parts = record[3], record[4]
        for start in parts[::2]:
            points[start - 1] = 0
        # Functions such as #if have no names of parameters: "=" is as any other letter there.
        head = text[name : name + 4]
        if "#" not in head or not head.lstrip().startswith("#"):
            for equals in parts[1::2]:
                if equals >= 0:
                    points[equals] = 0
    return encoded.decode(encoding, "surrogatepass")


class _Flattening:
    """One run over the records, with a stack of the stretches that are open."""

    __slots__ = ("all", "open", "region_starts", "regions", "text")

    def __init__(self, text: str, regions: Sequence[Region]) -> None:
        self.text = text
        self.regions = sorted(region for region in regions[1:] if region[0] < region[1])
        self.region_starts = [region[0] for region in self.regions]
        self.all = [_Stretch(0, len(text))]
        self.open = self.all[:]

    def run(self, records: Sequence[Record]) -> list[_Piece]:
        """Go over the records in order; return the pieces of the flat text."""
        text, stack, every = self.text, self.open, self.all
        current = stack[-1]
        for start, minus_end, kind, first, second in records:
            if kind >= preprocessor.HEADING:
                continue
            while start >= current.end:
                stack.pop()
                self._close(current)
                current = stack[-1]
            if start < current.pos:
                continue  # a comment that went with its line
            end = -minus_end
            if kind == preprocessor.COMMENT:
                start, end = first
            if current.pos < start:
                current.pieces.append((current.pos, start, text[current.pos : start]))
            current.pos = end
            if kind <= preprocessor.ARGUMENT:
                current.pieces.append((start, end, HOLE))
                current = _Stretch(first, end - (3 if kind else 2))
                every.append(current)
                stack.append(current)
            elif kind == preprocessor.EXTENSION_TAG:
                current.pieces.append((start, end, TAG_HOLE))
                if second:
                    self._open_regions(*second)
                    current = stack[-1]
        while stack:
            self._close(stack.pop())
        return [piece for stretch in self.all for piece in stretch.pieces]

    def _open_regions(self, start: int, end: int) -> None:
        """Open what is read inside an extension tag, the first of several innermost."""
        regions, starts = self.regions, self.region_starts
        index = bisect_left(starts, start)
        found = []
        while index < len(regions) and regions[index][0] < end:
            first, last, _ = regions[index]
            found.append(_Stretch(first, last))
            # Behind it; of most tags the inside is the only region.
            index = len(regions) if last == end else bisect_left(starts, last, index + 1)
        self.all += found
        self.open += reversed(found)

    def _close(self, stretch: _Stretch) -> None:
        """Give a stretch its last pieces: its rest, and a border."""
        start, end = stretch.pos, stretch.end
        if start < end:
            stretch.pieces.append((start, end, self.text[start:end]))
        stretch.pieces.append((end, end, BORDER))
