"""A page as MediaWiki's preprocessor reads it."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from homs_wiki.profile import Profile
from homs_wiki.source import Span
from homs_wiki.syntax import preprocessor
from homs_wiki.syntax.nodes import (
    Comment,
    ExtensionTag,
    Heading,
    Ignored,
    Node,
    Template,
    TemplateArgument,
)

_N = TypeVar("_N", bound=Node)


class Region(NamedTuple):
    """A text that MediaWiki reads on its own: the page, the inside of a ``<ref>`` and the like."""

    start: int
    end: int
    depth: int


_Maker = Callable[[str, int, int, Any, Any], Node]

_MAKERS: dict[int, _Maker] = {
    preprocessor.TEMPLATE: Template,
    preprocessor.ARGUMENT: TemplateArgument,
    preprocessor.EXTENSION_TAG: lambda source, start, end, name, inner: ExtensionTag(
        source, start, end, name, Span(*inner) if inner else None
    ),
    preprocessor.COMMENT: lambda source, start, end, _first, _second: Comment(source, start, end),
    preprocessor.IGNORED: lambda source, start, end, _first, _second: Ignored(source, start, end),
    preprocessor.HEADING: lambda source, start, end, level, title: Heading(
        source, start, end, level, Span(*title), False
    ),
    preprocessor.POSSIBLE_HEADING: lambda source, start, end, level, title: Heading(
        source, start, end, level, Span(*title), True
    ),
}


class Document:
    """A page's wikitext with everything that stands in it.

    The preprocessor's structure is exact. What is made from it is made when first asked for: the
    nodes, and after them the links, tags, tables and lists of MediaWiki's second pass.

    Attributes:
        text: the wikitext; every offset counts its code points.
        profile: the wiki it was read for.
    """

    def __init__(self, text: str, profile: Profile) -> None:
        self.text = text
        self.profile = profile
        self._records, self._regions = preprocessor.scan(text, profile.extension_tags)

    @cached_property
    def regions(self) -> list[Region]:
        """The texts that were read on their own, the page first."""
        return [Region(*region) for region in self._regions]

    @cached_property
    def nodes(self) -> list[Node]:
        """Everything the preprocessor found, in order of start, the outer before the inner."""
        source = self.text
        nodes: list[Node] = []
        open_nodes: list[Node] = []
        for index, (start, minus_end, kind, first, second) in enumerate(self._records):
            node = _MAKERS[kind](source, start, -minus_end, first, second)
            while open_nodes and open_nodes[-1].end <= start:
                open_nodes.pop().after = index
            node.index = index
            node.parent = open_nodes[-1].index if open_nodes else -1
            open_nodes.append(node)
            nodes.append(node)
        for node in open_nodes:
            node.after = len(nodes)
        return nodes

    def _of(self, kind: type[_N]) -> list[_N]:
        return [node for node in self.nodes if type(node) is kind]

    @cached_property
    def templates(self) -> list[Template]:
        """All templates, parser functions and variables included."""
        return self._of(Template)

    @cached_property
    def arguments(self) -> list[TemplateArgument]:
        """All template arguments, ``{{{…}}}``."""
        return self._of(TemplateArgument)

    @cached_property
    def extension_tags(self) -> list[ExtensionTag]:
        """All extension tags."""
        return self._of(ExtensionTag)

    @cached_property
    def comments(self) -> list[Comment]:
        """All comments."""
        return self._of(Comment)

    @cached_property
    def ignored(self) -> list[Ignored]:
        """All include tags and ``<includeonly>`` parts."""
        return self._of(Ignored)

    @cached_property
    def headings(self) -> list[Heading]:
        """All headings; the possible ones among them are no sections."""
        return self._of(Heading)

    def descendants(self, node: Node) -> list[Node]:
        """Return all nodes inside ``node``, at every depth."""
        return self.nodes[node.index + 1 : node.after]

    def children(self, node: Node) -> Iterator[Node]:
        """Yield the nodes directly inside ``node``."""
        index = node.index + 1
        while index < node.after:
            child = self.nodes[index]
            yield child
            index = child.after

    def ancestors(self, node: Node) -> Iterator[Node]:
        """Yield the nodes around ``node``, from the inside out."""
        while node.parent >= 0:
            node = self.nodes[node.parent]
            yield node

    @cached_property
    def _starts(self) -> list[int]:
        return [node.start for node in self.nodes]

    def enclosing(self, offset: int) -> Node | None:
        """Return the innermost node that holds the code point at ``offset``; None if none does."""
        from bisect import bisect_right

        index = bisect_right(self._starts, offset) - 1
        while index >= 0 and self.nodes[index].end <= offset:
            index = self.nodes[index].parent
        return self.nodes[index] if index >= 0 else None


def parse(text: str, profile: Profile) -> Document:
    """Read wikitext as MediaWiki reads a page that is viewed as itself.

    Any string can be read; the time grows with its length, however it is made. Line ends should be
    LF, as MediaWiki stores them (`homs_wiki.source.SourceFile` does that for files).
    """
    return Document(text, profile)
