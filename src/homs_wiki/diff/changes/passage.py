"""A stretch of a page taken apart: the text that flows, and the units that stand in it.

The text is what a reader reads: links give their labels, and what is in no sentence is left out of
it: references, templates, comments, files, categories, headings, marks for bold and italic, tags.
Each of those is a unit (or a mark) with the place in the text where it stands, so that a unit that
was put in leaves the sentence around it as it was.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter
from typing import Final, NamedTuple

from homs_wiki.page.prose.sentences import sentence_spans
from homs_wiki.page.references.names import tag_attributes
from homs_wiki.profile import Profile
from homs_wiki.source import Span
from homs_wiki.syntax import (
    Comment,
    ExtensionTag,
    Heading,
    Ignored,
    Node,
    Template,
    Wikilink,
    parse,
)
from homs_wiki.syntax.redirect import Redirect
from homs_wiki.syntax.stretch import within

NOTE_CONCEPTS: Final = frozenset(
    (
        "efn", "harv", "harvcol", "harvcolnb", "harvcoltxt", "harvnb", "harvp", "harvs", "harvtxt",
        "r", "refn", "sfn", "sfnm", "sfnp",
    )
)  # fmt: skip
"""What templates are for that stand for a reference in the text."""

# A link that is one of this wiki's pages beyond doubt: no prefix, no escapes, nothing in its label.
_TARGET: Final = r"[^][{}|<>:#%&~/\n]+"
_PLAIN_LINK: Final = re.compile(rf"(?<!\[)\[\[{_TARGET}(?:\|[^][]+)?\]\](?!\])")
# Every alternative begins with a literal outside its group: only then does `re` skip quickly to the
# next character that can begin one.
_MARK: Final = re.compile(
    r"'(?P<emphasis>'+)"
    r"|<(?P<tag>/?[A-Za-z][^<>\n]*>)"
    r"|\[(?P<url>(?P<address>(?:[a-z][a-z0-9+.-]{1,9}:)?//[^][\s<>\"]+|mailto:[^][\s<>\"]+)[ \t]*)"
    rf"|\[(?P<link>\[(?:(?P<target>{_TARGET})\|)?(?=[^][]+\]\]))"
    r"|\](?P<closing>\]?)"
    r"|\n(?P<item>[*#:;]+[ \t]*)"
)
_ITEM: Final = re.compile(r"[*#:;]+[ \t]*")
_CELLS: Final = re.compile(r"[ \t:]*(?:!|\|[^\n]*\|\|)")
"""A line of several cells is one thing, whatever stops stand in it."""
_OPENING: Final = {"url": "address", "link": "target"}
_CLOSED_BY: Final = {"]": "url", "]]": "link"}
_start = attrgetter("start")


class Unit:
    """Something that stands in a passage and is no part of its sentences.

    Attributes:
        family: "note" (a reference), "template", "heading", "comment", "tag" (of an extension),
            "redirect", "file", "category" or "language" (a link to another language's page).
        node: what it is.
        start: where it begins, in the text of its document.
        end: where it ends.
        at: the offset in the flowing text where it stands.
        key: what makes it the same thing although something in it changed.
    """

    __slots__ = ("at", "end", "family", "key", "node", "start")

    def __init__(self, family: str, node: Node | Wikilink | Redirect, key: str) -> None:
        self.family = family
        self.node = node
        self.start = node.start
        self.end = node.end
        self.key = key
        self.at = 0

    @property
    def text(self) -> str:
        """Its wikitext."""
        return self.node.source[self.start : self.end]

    def __repr__(self) -> str:
        return f"<Unit {self.family} {self.text[:40]!r}>"


class Link(NamedTuple):
    """A link in the flowing text.

    Attributes:
        start: where its label begins in the flowing text.
        end: where its label ends there.
        target: the page, or the URL.
        span: where it stands in the text of the document.
    """

    start: int
    end: int
    target: str
    span: Span


class _Cut(NamedTuple):
    """A stretch that is no part of the flowing text; ``link`` is set at both ends of a link."""

    start: int
    end: int
    unit: Unit | None
    link: Wikilink | None


class Side:
    """A piece of a page, read on its own: that is quicker than to look for all that is on the page.

    Attributes:
        document: the piece.
        shift: where it begins on the page.
    """

    __slots__ = ("document", "shift")

    def __init__(self, text: str, shift: int, profile: Profile) -> None:
        self.document = parse(text, profile)
        self.shift = shift

    def span(self, start: int, end: int) -> Span:
        """Return where on the page a stretch of the piece stands."""
        return Span(start + self.shift, end + self.shift)


class Passage:
    """A stretch of a piece, taken apart.

    Attributes:
        side: the piece.
        start: where the stretch begins in it.
        end: where it ends.
        units: what stands in it outside of its sentences, in order.
        flow: the flowing text.
        links: the links in it, in order.
        marks: bold, italic, tags and the marks of list items: offset in the flowing text, wikitext,
            and where it begins in the text of the document.
    """

    def __init__(self, side: Side, start: int, end: int, *, kind: str = "wikitext") -> None:
        self.side = side
        self.start = start
        self.end = end
        self.units: list[Unit] = []
        self.links: list[Link] = []
        self.marks: list[tuple[int, str, int]] = []
        self._offsets: list[int] = []
        self._starts: list[int] = []
        self._pieces: list[str] = []
        self._length = 0
        self._opened: list[tuple[int, str, int, str]] = []
        self._exact = False
        self._gallery = kind == "gallery"
        if kind == "plain":
            self._take(start, end)
        else:
            self._read()
        del self._opened
        self.flow = "".join(self._pieces)

    @property
    def text(self) -> str:
        """Its wikitext."""
        return self.side.document.text[self.start : self.end]

    @property
    def profile(self) -> Profile:
        """The wiki."""
        return self.side.document.profile

    @property
    def span(self) -> Span:
        """Where it stands on the page."""
        return self.side.span(self.start, self.end)

    def page_span(self, start: int, end: int) -> Span:
        """Return where on the page a stretch of the flowing text stands; units at its edges not."""
        first = self._place(start)
        return self.side.span(first, max(first, self._place(end - 1) + 1 if end > start else first))

    def unit_span(self, unit: Unit) -> Span:
        """Return where on the page a unit stands."""
        return self.side.span(unit.start, unit.end)

    def reach(self, start: int, end: int) -> Span:
        """Return the same as `page_span`, with the units that stand right behind it."""
        first = self._place(start)
        return self.side.span(first, self._place(end) if end < len(self.flow) else self.end)

    def _place(self, offset: int) -> int:
        """Return where a code point of the flowing text stands; its end is that of the passage."""
        index = bisect_right(self._offsets, offset) - 1
        if index < 0:
            return self.start
        return min(self._starts[index] + offset - self._offsets[index], self.end)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Where the sentences stand in the flowing text; none goes over the end of a line."""
        flow, language = self.flow, self.profile.language
        found: list[tuple[int, int]] = []
        start = 0
        while start < len(flow):
            end = flow.find("\n", start)
            end = len(flow) if end < 0 else end
            if _CELLS.match(flow, start, end):
                found.append((start, end))
            else:
                found += sentence_spans(flow, start, end, language)
            start = end + 1
        return found

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def ends_line(self, offset: int) -> bool:
        """Whether nothing but white space follows in the line of the flowing text."""
        end = self.flow.find("\n", offset)
        return not self.flow[offset : end if end >= 0 else len(self.flow)].strip()

    def begins_line(self, offset: int) -> bool:
        """Whether nothing but white space stands before it in the line of the flowing text."""
        return not self.flow[self.flow.rfind("\n", 0, offset) + 1 : offset].strip()

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence in which an offset lies or that ends there; else -1.

        At the border of two it is the first: what stands behind a full stop belongs before it.
        """
        index = bisect_left(self._sentence_starts, offset) - 1
        if index < 0 or self.flow.find("\n", self.sentences[index][1], offset) >= 0:
            index += 1  # at the beginning of a line
            if index < len(self.sentences):
                before = self.flow[offset : self.sentences[index][0]]
                if not before.strip(" \t"):
                    return index
            return -1
        return index

    # -- reading -----------------------------------------------------------------------------

    def _read(self) -> None:
        cuts = self._cuts()  # may read the stretch again, on its own
        position = self.start
        for cut in cuts:
            if cut.start < position:
                continue
            self._take(position, cut.start)
            if cut.unit:
                cut.unit.at = self._length
                self.units.append(cut.unit)
            elif cut.link:
                self._link(cut)
            position = cut.end
        self._take(position, self.end)

    def _link(self, cut: _Cut) -> None:
        link = cut.link
        assert link is not None  # noqa: S101 - a cut has a unit or a link
        if cut.start == link.start:
            self._opened.append((self._length, link.target.strip(), link.start, "cut"))
        elif self._opened:
            self._close(cut.end)

    def _cuts(self) -> list[_Cut]:
        cuts = [_Cut(unit.start, unit.end, unit, None) for unit in self._node_units()]
        if self.start == self.side.shift == 0 and self.side.document.redirect:
            redirect = self.side.document.redirect
            unit = Unit("redirect", redirect, "redirect")
            cuts.insert(0, _Cut(redirect.start, redirect.end, unit, None))
        if not self._gallery and not self._has_links(cuts):
            return cuts
        self._exact = True
        for link in within(self.side.document.wikilinks, self.start, self.end):
            cuts += _link_cuts(link)
        cuts.sort(key=lambda cut: (cut.start, -cut.end))
        return cuts

    def _has_links(self, cuts: list[_Cut]) -> bool:
        """Whether links stand outside of all nodes that must be looked at closely."""
        text, position = self.side.document.text, self.start
        for cut in (*cuts, _Cut(self.end, self.end, None, None)):
            brackets = text.count("[[", position, cut.start)
            if brackets:
                plain = sum(1 for _ in _PLAIN_LINK.finditer(text, position, cut.start))
                if plain < brackets:
                    return True
            position = cut.end
        return False

    def _node_units(self) -> Iterator[Unit]:
        nodes = self.side.document.nodes
        index = bisect_left(nodes, self.start, key=_start)
        while index < len(nodes) and nodes[index].start < self.end:
            node = nodes[index]
            if node.end <= self.end:
                yield _unit(node, self.profile)
                index = node.after
            else:
                index += 1

    def _take(self, start: int, end: int) -> None:
        """Add a stretch without units to the flowing text, its marks left out."""
        text = self.side.document.text
        if start == self.start and (start == 0 or text[start - 1] == "\n"):
            item = _ITEM.match(text, start, end)
            if item:
                self.marks.append((0, item[0], start))
                start = item.end()
        for mark in _MARK.finditer(text, start, end):
            kind = mark.lastgroup
            closes = _CLOSED_BY.get(mark[0])
            if closes and not (self._opened and self._opened[-1][3] == closes):
                continue
            if kind == "link" and self._exact:
                continue
            place = mark.start() + (kind == "item")  # behind the line end
            self._add(start, place)
            start = mark.end()
            if kind in _OPENING:
                target = mark[_OPENING[kind]] or text[start : text.find("]", start)]
                self._opened.append((self._length, target.strip(), mark.start(), kind))
            elif closes:
                self._close(mark.end())
            else:
                self.marks.append((self._length, text[place:start], place))
        self._add(start, end)

    def _close(self, end: int) -> None:
        """Note the innermost open link."""
        flow_start, target, start, _ = self._opened.pop()
        self.links.append(Link(flow_start, self._length, target, Span(start, end)))

    def _add(self, start: int, end: int) -> None:
        if start < end:
            self._offsets.append(self._length)
            self._starts.append(start)
            self._pieces.append(self.side.document.text[start:end])
            self._length += end - start


_FAMILIES: Final = {"file": "file", "category": "category", "interlanguage": "language"}


def _link_cuts(link: Wikilink) -> list[_Cut]:
    family = _FAMILIES.get(link.kind)
    if family:
        key = link.title or link.target
        if family == "language":
            key = link.target.strip().partition(":")[0].lower()  # a page has one in each
        return [_Cut(link.start, link.end, Unit(family, link, key), None)]
    label = link.label_span
    opened = label.start if label else link.start + 2
    return [_Cut(link.start, opened, None, link), _Cut(link.end - 2, link.end, None, link)]


def _unit(node: Node, profile: Profile) -> Unit:
    if isinstance(node, Template):
        name = template_name(node, profile)
        family = "note" if profile.concept(node.name) in NOTE_CONCEPTS else "template"
        return Unit(family, node, f"{{{name}")
    if isinstance(node, ExtensionTag):
        if node.name != "ref":
            return Unit("tag", node, f"<{node.name}")
        attributes = tag_attributes(node)
        name = attributes.get("name", "")
        return Unit("note", node, f"{attributes.get('group', '')}\n{name}" if name else "")
    if isinstance(node, Heading):
        return Unit("heading", node, node.title)
    if isinstance(node, Comment | Ignored):
        return Unit("comment", node, "")
    return Unit("template", node, "{{{")


def template_name(template: Template, profile: Profile) -> str:
    """Return under which name a template is compared; of a parser function, that alone."""
    written = template.written_name
    head, colon, _ = written.partition(":")
    if colon and profile.is_parser_function(written):
        return head.strip()
    return profile.template_key(template.name)
