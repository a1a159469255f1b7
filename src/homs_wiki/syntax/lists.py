"""Lists: lines that begin with ``*``, ``#``, ``:`` or ``;``.

Followed is what MediaWiki 1.39 shows: the marks stand at the very start of a line (a template's
value and the inside of a reference begin none), as many as the item is deep; lines that follow each
other are one list. In a line whose last mark is ``;`` the first colon that stands in no link, URL
or emphasis and with no HTML tag open parts the term from its definition. Colons before ``{|``
indent a table instead; in the label of a link nothing begins.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax.flat import FlatText
from homs_wiki.syntax.html_tags import ALLOWED, TAG
from homs_wiki.syntax.stretch import Stretch
from homs_wiki.syntax.wikilinks import FlatLink

_find = compiled("\n([*#:;]++)").finditer
_first = compiled("[*#:;]++").match
_line_end = compiled("[\n\0]").search
_table = compiled(r"[ \t]*\{\|").match
_colon_or_tag = compiled(rf":|{TAG}").finditer
_KINDS = {"*": "unordered", "#": "ordered", ":": "indented", ";": "term"}


_FlatItem = tuple[int, int, int, int]
"""A line of a list by where it stands in the flat text: its start, the ends of its marks, of its
content (before the colon of a term), and of the line."""


class ListItem(Stretch):
    """One line of a list."""

    __slots__ = ("_flat", "_found")

    def __init__(self, flat: FlatText, found: _FlatItem) -> None:
        self._flat = flat
        self._found = found

    @property
    def source(self) -> str:
        """The text of the whole page."""
        return self._flat.source

    @property
    def start(self) -> int:
        """Where its marks begin."""
        return self._flat.start(self._found[0])

    @property
    def end(self) -> int:
        """Where its line ends."""
        return self._flat.end(self._found[-1])

    @property
    def prefix(self) -> str:
        """Its marks."""
        return self._flat.text[self._found[0] : self._found[1]]

    @property
    def content_span(self) -> Span:
        """What stands behind the marks; of a term, up to the colon."""
        return Span(*self._flat.span(*self._found[1:3]))

    @property
    def definition_span(self) -> Span | None:
        """What stands behind the colon of a term; None without one."""
        _, _, colon, end = self._found
        return Span(*self._flat.span(colon + 1, end)) if colon < end else None

    @property
    def level(self) -> int:
        """How deep it stands, from 1."""
        return len(self.prefix)

    @property
    def kind(self) -> str:
        """What the last mark says: "unordered", "ordered", "indented" or "term"."""
        return _KINDS[self.prefix[-1]]

    @property
    def content(self) -> str:
        """The wikitext of the item, or of the term, without the white space around it."""
        return self.source[slice(*self.content_span)].strip()

    def __repr__(self) -> str:
        return f"<ListItem {self.start}–{self.end} {self.prefix!r}>"


class WikiList:
    """A list: lines with marks that follow each other.

    Attributes:
        items: its lines in order.
    """

    __slots__ = ("items",)

    def __init__(self, items: list[ListItem]) -> None:
        self.items = items

    @property
    def start(self) -> int:
        """Where its first line begins."""
        return self.items[0].start

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.items[-1].end

    @property
    def span(self) -> Span:
        """All of its lines."""
        return Span(self.start, self.end)

    def __repr__(self) -> str:
        return f"<WikiList {self.start}–{self.end}, {len(self.items)} items>"


def find_lists(
    flat: FlatText,
    links: Sequence[FlatLink],
    hidden: Callable[[], Sequence[tuple[int, int]]],
) -> list[WikiList]:
    """Return all lists in order of their start.

    Args:
        flat: the flat text of the page.
        links: the internal links in it.
        hidden: gives the stretches of it in which no colon ends a term.
    """
    text = flat.text
    lists: list[WikiList] = []
    covers: _Covers | None = None
    line_end = -1
    for newline, prefix_start, prefix_end in _prefixes(text, links):
        prefix = text[prefix_start:prefix_end]
        if not prefix.strip(":") and _table(text, prefix_end):
            continue
        follows = newline == line_end
        end = _line_end(text, prefix_end)
        line_end = end.start() if end else len(text)
        content_end = line_end
        if prefix[-1] == ";":
            covers = covers or _Covers(hidden())
            colon = _colon(text, prefix_end, line_end, covers)
            if colon >= 0:
                content_end = colon
        item = ListItem(flat, (prefix_start, prefix_end, content_end, line_end))
        if follows and lists:
            lists[-1].items.append(item)
        else:
            lists.append(WikiList([item]))
    lists.sort(key=lambda each: each.start)
    return lists


def _prefixes(text: str, links: Sequence[FlatLink]) -> Iterator[tuple[int, int, int]]:
    """Yield for each line with marks: the line break before it, and where the marks stand."""
    if first := _first(text):
        yield (-1, *first.span())
    next_link = link_end = 0
    for match in _find(text):
        newline = match.start()
        while next_link < len(links) and links[next_link][0] < newline:
            link_end = max(link_end, links[next_link][1])
            next_link += 1
        if link_end <= newline:
            yield (newline, *match.span(1))


class _Covers:
    """Stretches of a text, for the question whether an offset lies in one."""

    __slots__ = ("ends", "starts")

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def hold(self, offset: int) -> bool:
        index = bisect_right(self.starts, offset) - 1
        return index >= 0 and offset < self.ends[index]


def _colon(text: str, start: int, end: int, covers: _Covers) -> int:
    """Return where the colon of a term stands in the flat text; -1 if it has none."""
    depth = 0
    for match in _colon_or_tag(text, start, end):
        if match[0] != ":":
            if match[2].lower() not in ALLOWED or match[3].endswith("/"):
                continue
            # MediaWiki counts here, whatever the names: <br> hides the rest of the line too.
            depth = max(0, depth - 1) if match[1] else depth + 1
        elif not depth and not covers.hold(match.start()):
            return match.start()
    return -1
