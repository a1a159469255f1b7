"""Putting the prose together: markup out, what a reader sees in its place, and where from."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import accumulate, compress

from homs_wiki.page.prose.covers import cover, read_covers
from homs_wiki.page.prose.holes import Hole
from homs_wiki.page.prose.markup import BREAK, FIRST_COVER, OBJECT, shown_for, split_at_markup
from homs_wiki.page.prose.own import OwnText
from homs_wiki.profile import Profile
from homs_wiki.syntax import Document
from homs_wiki.syntax.flat import COVER, HOLE

# What holes and covers are in something that is shown as it is written.
_AS_WRITTEN = str.maketrans({HOLE: OBJECT, FIRST_COVER: OBJECT, COVER: None})
# What begins a line, by the mark, or by its first character.
_LINE_KINDS = {
    **dict.fromkeys(("\n* ", "\n*", "\n# ", "\n:"), "item"),
    **dict.fromkeys(("\n|", "\n|-"), "row"),
    **dict.fromkeys("*#:;", "item"),
    **dict.fromkeys("=-", "block"),
    "!": "header",
    "|": "row",
}


# The commonest of them, which end nothing and begin nothing but a cell.
_ROWS = frozenset({"\n|", "\n|-", "||"})


def _line_kind(mark: str) -> str:
    rest = mark[1:].lstrip(" \t")
    if "{|" in rest and rest.lstrip(": \t").startswith("{|"):
        return "table"
    if rest.startswith("|}"):
        return "end"
    return "caption" if rest.startswith("|+") else _LINE_KINDS[rest[0]]


class Joined:
    """The text of the prose, and where each piece of it comes from.

    Attributes:
        text: the prose.
    """

    def __init__(self, document: Document) -> None:
        own = OwnText(document)
        self._flat = own.flat
        joining = _Joining(document.profile, own)
        parts, sources, self._inside = joining.run()
        self.text = "".join(parts)
        # Piece i stands in the prose from _offsets[i] and in the own text from _sources[i].
        self._offsets = list(accumulate(map(len, parts), initial=0))
        self._sources = sources
        # By place among the pieces; seldom asked for.
        self._areas, self._items, self._foreign = joining.areas, joining.items, joining.foreign

    @cached_property
    def areas(self) -> list[tuple[int, int, str]]:
        """Start, end (of the prose) and kind of what is no plain paragraph.

        They lie in each other or apart.
        """
        return self._placed(self._areas)

    @cached_property
    def items(self) -> set[int]:
        """Where in the prose list items begin."""
        return {self._offsets[index] for index in self._items}

    @cached_property
    def foreign(self) -> list[tuple[int, int, str]]:
        """Start, end (of the prose) and language of what the page marks as foreign."""
        return self._placed(self._foreign)

    def _placed(self, marked: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        offsets = self._offsets
        return [(offsets[first], offsets[last], what) for first, last, what in marked]

    def start(self, offset: int) -> int:
        """Return where the character at ``offset`` of the prose begins on the page."""
        piece = self._piece(offset)
        inside = self._inside.get(piece)
        if inside:
            first, last = inside
            return first + (offset - self._offsets[piece]) * (last - first == self._length(piece))
        source = self._sources[piece]
        if self._length(piece) == self._sources[piece + 1] - source:
            source += offset - self._offsets[piece]
        return self._flat.start(max(0, source))

    def starts(self, offsets: Iterable[int]) -> list[int]:
        """Return what `start` returns for each of many offsets of characters."""
        if self._inside:
            return list(map(self.start, offsets))
        places, sources = self._offsets, self._sources
        own = []
        for offset in offsets:
            piece = bisect_right(places, offset) - 1
            source, place = sources[piece], places[piece]
            is_copied = sources[piece + 1] - source == places[piece + 1] - place
            own.append(max(0, source + offset - place if is_copied else source))
        return self._flat.page_starts(own)

    def end(self, offset: int) -> int:
        """Return where the character before ``offset`` of the prose ends on the page."""
        piece = self._piece(offset - 1)
        behind = offset - self._offsets[piece]
        length = self._length(piece)
        inside = self._inside.get(piece)
        if inside:
            first, last = inside
            return first + behind if last - first == length else last
        source, next_source = self._sources[piece], self._sources[piece + 1]
        is_copied = next_source - source == length
        return self._flat.end(max(0, source + behind if is_copied else next_source))

    def position(self, offset: int) -> int:
        """Return where what is at ``offset`` of the page stands in the prose."""
        flat = self._flat
        index = bisect_right(flat.sources, offset) - 1
        if index < 0:
            return 0
        inside = min(offset - flat.sources[index], flat.starts[index + 1] - flat.starts[index])
        source = flat.starts[index] + inside
        piece = bisect_left(self._sources, source)
        if piece >= len(self._sources) or self._sources[piece] != source:
            piece -= 1
        if piece + 1 >= len(self._offsets):
            return len(self.text)
        behind = source - self._sources[piece]
        return self._offsets[piece] + min(behind, self._length(piece))

    def _piece(self, offset: int) -> int:
        return max(0, min(bisect_right(self._offsets, offset) - 1, len(self._offsets) - 2))

    def _length(self, piece: int) -> int:
        return self._offsets[piece + 1] - self._offsets[piece]


class _Joining:
    """One run over the marks of a page's own text.

    The text is split in one go into what stays (at even places) and marks (at odd ones); then each
    mark is replaced. Areas, items and foreign stretches are kept by place among the pieces.
    """

    def __init__(self, profile: Profile, own: OwnText) -> None:
        self.profile = profile
        self.page = f"\n{own.flat.text}"  # every line begins after a line break, the first one too
        self.own = own
        self.areas: list[tuple[int, int, str]] = []
        self.items: list[int] = []
        self.foreign: list[tuple[int, int, str]] = []
        self.holes: dict[int, Hole] = {}
        self.tables: list[int] = []
        self.quotes: list[int] = []
        self.caption = -1
        self.header = False

    def run(self) -> tuple[list[str], list[int], dict[int, tuple[int, int]]]:
        """Return the pieces, where each begins in the own text, and those from inside of holes."""
        covers, captions = read_covers(self.page, self.profile)
        text = cover(self.page, covers) if covers else self.page
        parts = split_at_markup(text)
        self.sources = list(accumulate(map(len, parts), initial=-1))
        self.covers = {start: shown for start, _, shown in covers}
        self._replace(parts)
        self._close(len(parts))
        for start, end in captions:
            first, last = bisect_left(self.sources, start - 1), bisect_left(self.sources, end - 1)
            self.areas.append((first, last, "caption"))
        if parts[0].startswith("\n"):
            parts[0] = parts[0][1:]
            self.sources[0] = 0
        if not self.holes:
            return parts, self.sources, {}
        return self._fill(parts)

    def _replace(self, parts: list[str]) -> None:
        """Put what a reader sees into the place of every mark."""
        # Links and emphasis, most of all marks, leave nothing.
        marks = ["" if mark[0] in "[]'" else _SIMPLE.get(mark, mark) for mark in parts[1::2]]
        rows = _ROWS
        for number in compress(range(len(marks)), marks):
            mark = marks[number]
            if mark in rows and self.tables and not self.header and self.caption < 0:
                marks[number] = BREAK
            else:
                special = _BY_FIRST.get(mark[0])
                if special:
                    marks[number] = special(self, mark, 2 * number + 1)
        parts[1::2] = marks

    # -- marks that depend on where they stand ------------------------------------------------

    def _hole(self, mark: str, place: int) -> str:
        hole = self.own.holes.get(self.sources[place])
        if hole is None:
            return mark.translate(_AS_WRITTEN)
        self.holes[place] = hole
        return ""

    def _cover(self, _mark: str, place: int) -> str:
        return self.covers.get(self.sources[place] + 1, "\ufffd")

    def _tag(self, mark: str, place: int) -> str:
        name = mark[1:12].lower()
        if name.startswith("blockquote"):
            self.quotes.append(place)
        elif name == "/blockquote" and self.quotes:
            self.areas.append((self.quotes.pop(), place, "quote"))
        return shown_for(mark, self.profile).translate(_AS_WRITTEN)

    def _line(self, mark: str, place: int) -> str:
        kind = _LINE_KINDS.get(mark) or _line_kind(mark)
        if kind == "item":
            self.items.append(place + 1)
            return BREAK
        if kind == "block":
            return BREAK
        if kind == "table":
            self.tables.append(place)
            return BREAK
        if not self.tables:
            return mark.translate(_AS_WRITTEN)
        if self.caption >= 0:
            self._end_caption(place)
        self.header = kind == "header"
        if kind == "end":
            self.areas.append((self.tables.pop(), place, "cell"))
        elif kind == "caption":
            self.caption = place
        return BREAK

    def _cell(self, mark: str, _place: int) -> str:
        if not self.tables or (mark[0] == "!" and not self.header):
            return mark.translate(_AS_WRITTEN)
        return BREAK

    def _other(self, mark: str, _place: int) -> str:
        return shown_for(mark, self.profile)

    def _end_caption(self, place: int) -> None:
        if self.caption >= 0:
            self.areas.append((self.caption, place, "caption"))
            self.caption = -1

    def _close(self, end: int) -> None:
        """Let what is still open run to the end."""
        self._end_caption(end)
        self.areas += [(place, end, "cell") for place in self.tables]
        self.areas += [(place, end, "quote") for place in self.quotes]

    # -- holes with text in them --------------------------------------------------------------

    def _fill(self, parts: list[str]) -> tuple[list[str], list[int], dict[int, tuple[int, int]]]:
        """Put the pieces of text that holes show among the others."""
        filled: list[str] = []
        sources: list[int] = []
        inside: dict[int, tuple[int, int]] = {}
        places, moves = [-1], [0]  # how far the pieces from each place on are moved
        areas = []
        done = 0
        for place, hole in self.holes.items():
            filled += parts[done:place]
            sources += self.sources[done:place]
            first = len(filled)
            for text, start, end in hole.shown:
                inside[len(filled)] = start, end
                filled.append(text)
                sources.append(self.sources[place])
            if hole.kind:
                areas.append((first, len(filled), hole.kind))
            if hole.language:
                self.foreign.append((first, len(filled), hole.language))
            done = place + 1
            places.append(place)
            moves.append(len(filled) - done)
        filled += parts[done:]
        sources += self.sources[done:]

        def moved(place: int) -> int:
            return place + moves[bisect_left(places, place) - 1]

        self.areas = [(moved(first), moved(last), kind) for first, last, kind in self.areas] + areas
        self.items = [moved(place) for place in self.items]
        return filled, sources, inside


# Marks that stand for the same wherever they are; what they stand for begins no other mark.
_SIMPLE = {"&nbsp;": "\u00a0", "&ndash;": "–", "&mdash;": "—"}

_BY_FIRST: dict[str, Callable[[_Joining, str, int], str]] = {
    HOLE: _Joining._hole,
    FIRST_COVER: _Joining._cover,
    "<": _Joining._tag,
    "\n": _Joining._line,
    "|": _Joining._cell,
    "!": _Joining._cell,
    "&": _Joining._other,
    "_": _Joining._other,
}
