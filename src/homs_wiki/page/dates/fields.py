"""The value of a field as plain text, with a map back to the page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import Final

from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Comment, Document, ExtensionTag, Node, Template

_MARKUP: Final = compiled(
    r"(?P<link>\[\[(?:[^\[\]|\n]*\|)?|\]\])"
    r"|(?P<mark>'{2,})"
    r"|(?P<tag></?[A-Za-z][^<>]*>)"
    r"|(?P<space>&nbsp;|&#160;|&thinsp;)"
    r"|(?P<dash>&ndash;|&#8211;)"
)
_LIST_CONCEPTS: Final = frozenset(
    {"plainlist", "unbulleted_list", "hlist", "flatlist", "bulleted_list", "ordered_list"}
)
_SHOWN: Final = {"link": "", "mark": "", "tag": " ", "space": "\u00a0", "dash": "–"}
_HAS_MARKUP: Final = compiled(r"[\[\]{<&']")
_start = attrgetter("start")


class FieldText:
    """The text of a field without markup: no references, comments or templates, links as shown.

    Attributes:
        text: the plain text.
    """

    __slots__ = ("_offsets", "_starts", "text")

    def __init__(self, document: Document, start: int, end: int) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        self._offsets: list[int] = []
        offset = 0
        for begin, stop, shown in _pieces(document, start, end):
            text = document.text[begin:stop] if shown is None else shown
            if text:
                self._starts.append(begin)
                self._offsets.append(offset)
                pieces.append(text)
                offset += len(text)
        self.text = "".join(pieces)

    def span(self, start: int, end: int) -> Span:
        """Give where ``text[start:end]`` stands on the page."""
        return Span(self._place(start), self._place(end - 1) + 1)

    def _place(self, offset: int) -> int:
        """Give the offset on the page of a code point of the text."""
        piece = bisect_right(self._offsets, offset) - 1
        return self._starts[piece] + offset - self._offsets[piece]


def has_markup(text: str) -> bool:
    """Tell whether a value has markup, so that its text is not what is written."""
    return _HAS_MARKUP.search(text) is not None


def _pieces(document: Document, start: int, end: int) -> list[tuple[int, int, str | None]]:
    """List the pieces of a value: start, end, and what is shown instead (``None``: itself)."""
    found: list[tuple[int, int, str | None]] = []
    position = start
    for begin, stop in [*_hidden(document, start, end), (end, end)]:
        for markup in _MARKUP.finditer(document.text, position, begin):
            found.append((position, markup.start(), None))
            found.append((markup.start(), markup.end(), _SHOWN[markup.lastgroup or ""]))
            position = markup.end()
        found.append((position, begin, None))
        if stop > begin:
            found.append((begin, stop, "\ufffc"))
        position = stop
    return found


def _hidden(document: Document, start: int, end: int) -> list[tuple[int, int]]:
    """List what is not read in a value: references, comments and templates that are no lists."""
    hidden: list[tuple[int, int]] = []
    nodes = document.nodes
    behind = start
    for index in range(bisect_left(nodes, start, key=_start), len(nodes)):
        node = nodes[index]
        if node.start >= end:
            break
        if node.start >= behind and node.end <= end and _is_hidden(document, node):
            hidden.append((node.start, node.end))
            behind = node.end
    return hidden


def _is_hidden(document: Document, node: Node) -> bool:
    """Tell whether nothing in a node is read as a part of the value around it."""
    if isinstance(node, Template):
        return document.profile.concept(node.name) not in _LIST_CONCEPTS
    return isinstance(node, ExtensionTag | Comment)
