"""``<ref`` that makes no reference: written inside another one, or never closed."""

import re
from bisect import bisect_right
from typing import NamedTuple

from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Comment, Document, ExtensionTag, Ignored, Node
from homs_wiki.syntax.preprocessor import ISOLATED

_OPENING = compiled(r"<ref(?=[\s/>])[^>\n]*>?", re.IGNORECASE)
_CLOSING = compiled(r"</ref\s*>", re.IGNORECASE)
_READ = ISOLATED | {"gallery"}


class Openings(NamedTuple):
    """What `read_openings` found.

    Attributes:
        unclosed: opening tags without an end of their own, in order.
        including: indices of the ``<ref>`` tags in which another ``<ref`` is written.
    """

    unclosed: list[Span]
    including: frozenset[int]


def read_openings(document: Document) -> Openings:
    """Return the opening tags of the page that make no reference.

    Where an end is missing, MediaWiki lets the reference run to the next ``</ref>``, over the
    reference that this one belongs to. So a reference that holds another opening tag is the
    unclosed one, unless a ``</ref>`` too many behind it shows that the two were nested on purpose.
    """
    text = document.text
    openings = [match.span() for match in _OPENING.finditer(text)]
    tags = [tag for tag in document.extension_tags if tag.name == "ref"]
    if len(openings) == len(tags) and not _nested(tags):
        return Openings([], frozenset())
    unclosed: list[Span] = []
    including: dict[int, ExtensionTag] = {}
    for start, end, around in _surroundings(document, openings):
        if around is None:
            unclosed.append(Span(start, end))
        else:
            including.setdefault(around.index, around)
    surplus = _surplus_closings(text, tags)
    starts = [start for start, _ in openings]
    unclosed += [
        tag.opening_span
        for tag in including.values()
        if tag.inner_span and not _has_surplus(tag, surplus, starts, len(text))
    ]
    return Openings(sorted(unclosed), frozenset(including))


def _nested(tags: list[ExtensionTag]) -> bool:
    end = -1
    for tag in tags:
        if tag.start < end:
            return True
        end = tag.end
    return False


def _surroundings(
    document: Document, openings: list[tuple[int, int]]
) -> "list[tuple[int, int, ExtensionTag | None]]":
    """Return the openings that are no tags or stand in a ``<ref>``, each with that ``<ref>``."""
    nodes = document.nodes
    found: list[tuple[int, int, ExtensionTag | None]] = []
    # Nodes around the current place, each with the innermost <ref> around it.
    around: list[tuple[Node, ExtensionTag | None]] = []
    index = 0
    for start, end in openings:
        while index < len(nodes) and nodes[index].start <= start:
            node = nodes[index]
            while around and around[-1][0].end <= node.start:
                around.pop()
            around.append((node, _inside_of(around)))
            index += 1
        while around and around[-1][0].end <= start:
            around.pop()
        if not around:
            found.append((start, end, None))
            continue
        node, outer = around[-1]
        if node.start == start and isinstance(node, ExtensionTag):
            if outer:
                found.append((start, end, outer))
        elif not _is_opaque(node):
            found.append((start, end, _inside_of(around)))
    return found


def _inside_of(around: list[tuple[Node, ExtensionTag | None]]) -> ExtensionTag | None:
    if not around:
        return None
    node, outer = around[-1]
    return node if isinstance(node, ExtensionTag) and node.name == "ref" else outer


def _is_opaque(node: Node) -> bool:
    if isinstance(node, ExtensionTag):
        return node.name not in _READ
    return isinstance(node, Comment | Ignored)


def _surplus_closings(text: str, tags: list[ExtensionTag]) -> list[int]:
    ends = {tag.end for tag in tags}
    return [match.start() for match in _CLOSING.finditer(text) if match.end() not in ends]


def _has_surplus(tag: ExtensionTag, surplus: list[int], starts: list[int], last: int) -> bool:
    """Tell whether a ``</ref>`` too many follows before the next opening tag."""
    closing = bisect_right(surplus, tag.end - 1)
    opening = bisect_right(starts, tag.end - 1)
    following = starts[opening] if opening < len(starts) else last
    return closing < len(surplus) and surplus[closing] < following
