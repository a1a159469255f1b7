"""Where a pattern is looked for: the scopes, each of which gives pieces of a page."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.page.once import once
from homs_wiki.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from homs_wiki.page import Page
    from homs_wiki.page.prose import Prose
    from homs_wiki.syntax import Document
    from homs_wiki.syntax.nodes import Parameter, Template
    from homs_wiki.syntax.wikilinks import Wikilink


class Piece(NamedTuple):
    """A stretch of a page in which a pattern is looked for, by itself: ``^`` is its beginning.

    Attributes:
        text: what stands there.
        start: where that begins, in the wikitext or in the prose.
        prose: the prose it is a stretch of; None if it is one of the wikitext.
    """

    text: str
    start: int
    prose: Prose | None = None

    def span(self, start: int, end: int) -> Span | None:
        """Return where ``text[start:end]`` stands in the wikitext.

        None if that is to be left alone: the page says that it is in another language.
        """
        start, end = self.start + start, self.start + end
        if self.prose is None:
            return Span(start, end)
        return None if self.prose.is_foreign(start, end) else self.prose.span(start, end)

    def can_edit(self, page: Page, span: Span, text: str, new: str) -> bool:
        """Tell whether a match that reads ``text`` can be written anew at ``span``.

        In prose it must stand there letter for letter, and not where it leads somewhere too; and
        what touches a link must stay, as letters behind one join it. A link must keep a text.
        """
        start, end = span
        source = page.text
        if not new.strip() and source.endswith("|", 0, start) and source.startswith("]]", end):
            return False
        if self.prose is None:
            return True
        if end - start != len(text) or not page.text.startswith(text, start):
            return False
        leading = _leading(page.document)
        if new[:1] != text[:1] and start in leading.ends:
            return False
        if new[-1:] != text[-1:] and end in leading.starts:
            return False
        return not leading.overlap(start, end)


class Wanted(NamedTuple):
    """Which templates and parameters are looked into; empty for all.

    Attributes:
        templates: names of templates, by which they are compared on the wiki.
        parameters: names of parameters.
    """

    templates: frozenset[str]
    parameters: frozenset[str]

    def has(self, page: Page, template: Template) -> bool:
        """Tell whether a template is one of them."""
        if not self.templates:
            return True
        return page.profile.template_key(template.written_name) in self.templates


class Scope(NamedTuple):
    """A kind of place.

    Attributes:
        pieces: gives those of a page.
        touches: what a fix there may change beyond the text it edits (see `Rule.touches`).
        keys: the keys of a pattern that have a meaning in it.
    """

    pieces: Callable[[Page, Wanted], Iterator[Piece]]
    touches: frozenset[str] = frozenset()
    keys: tuple[str, ...] = ()


def _stripped(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield what stands in a stretch of wikitext, without white space around it, if anything."""
    found = text[start:end]
    short = found.lstrip()
    if short:
        yield Piece(short.rstrip(), start + len(found) - len(short))


def _prose(page: Page, _: Wanted) -> Iterator[Piece]:
    prose = page.prose
    text = prose.text
    for block in prose.blocks:
        yield Piece(text[block.start : block.end], block.start, prose)


def _text(page: Page, _: Wanted) -> Iterator[Piece]:
    yield Piece(page.text, 0)


def _template_names(page: Page, _: Wanted) -> Iterator[Piece]:
    for template in page.document.transclusions:
        if template.written_name:  # else it is too long for one
            yield from _stripped(page.text, *template.name_span)


def _template_parameters(page: Page, wanted: Wanted) -> Iterator[Piece]:
    for template in page.document.transclusions:
        if wanted.has(page, template):
            for parameter in template.parameters:
                if not wanted.parameters or parameter.name in wanted.parameters:
                    yield from _value(page, parameter)


def _citation_parameters(page: Page, wanted: Wanted) -> Iterator[Piece]:
    for citation in page.citations:
        if wanted.has(page, citation.template):
            for name, parameter in citation.parameters.items():
                if not wanted.parameters or not wanted.parameters.isdisjoint(
                    (name, parameter.name)
                ):
                    yield from _value(page, parameter)


def _value(page: Page, parameter: Parameter) -> Iterator[Piece]:
    return _stripped(page.text, *parameter.value_span)


_FILED = ("file", "category")


def _link_targets(page: Page, _: Wanted) -> Iterator[Piece]:
    for link in page.links:
        if link.kind not in _FILED:
            yield from _stripped(page.text, *link.target_span)


def _link_texts(page: Page, _: Wanted) -> Iterator[Piece]:
    for link in page.links:
        if link.kind not in _FILED and link.label_span:
            yield from _stripped(page.text, *link.label_span)


def _categories(page: Page, _: Wanted) -> Iterator[Piece]:
    for link in page.categories:
        yield from _without_namespace(page, link)


def _file_names(page: Page, _: Wanted) -> Iterator[Piece]:
    for link in page.links:
        if link.kind == "file":
            yield from _without_namespace(page, link)


def _without_namespace(page: Page, link: Wikilink) -> Iterator[Piece]:
    start, end = link.target_span
    colon = page.text.find(":", start, end)
    if colon >= 0 and page.profile.namespace(page.text[start:colon].strip()) is not None:
        start = colon + 1
    return _stripped(page.text, start, end)


def _headings(page: Page, _: Wanted) -> Iterator[Piece]:
    for heading in page.document.headings:
        if not heading.possible:
            yield from _stripped(page.text, *heading.title_span)


def _references(page: Page, _: Wanted) -> Iterator[Piece]:
    for tag in page.document.extension_tags:
        if tag.name == "ref" and tag.inner_span:
            yield from _stripped(page.text, *tag.inner_span)


def _comments(page: Page, _: Wanted) -> Iterator[Piece]:
    for comment in page.document.comments:
        closed = page.text.endswith("-->", comment.start + 4, comment.end)
        yield from _stripped(page.text, comment.start + 4, comment.end - (3 if closed else 0))


def _external_links(page: Page, _: Wanted) -> Iterator[Piece]:
    for link in page.document.external_links:
        yield from _stripped(page.text, *link.url_span)


_LINK = frozenset({"link"})
# What `homs_wiki.lint.proof` has in KINDS; importing that takes time, and only fixing needs it.
_ALL_KINDS = frozenset({"template", "parameter", "reference", "heading", "link"})

SCOPES: dict[str, Scope] = {
    "prose": Scope(_prose),
    "text": Scope(_text, _ALL_KINDS),
    "template-name": Scope(_template_names, frozenset({"template"})),
    "template-parameter": Scope(_template_parameters, _LINK, ("template", "parameter")),
    "citation-parameter": Scope(_citation_parameters, _LINK, ("template", "parameter")),
    "link-target": Scope(_link_targets, _LINK),
    "link-text": Scope(_link_texts),
    "external-link": Scope(_external_links, _LINK),
    "heading": Scope(_headings, frozenset({"heading"})),
    "reference": Scope(_references, _LINK),
    "category": Scope(_categories, _LINK),
    "file-name": Scope(_file_names, _LINK),
    "comment": Scope(_comments),
}
"""The scopes by their names."""

_MARKUP = (
    (re.compile(r"\{\\?\{|\\?\}\\?\}"), ("template", "parameter")),
    (re.compile(r"\[\\?\[|\\?\]\\?\]|://"), ("link",)),
    (re.compile("<"), ("reference",)),
    (re.compile("="), ("heading",)),
)
"""What is written where a pattern or a replacement is about more than text."""


def touches_of(scope: str, *written: str) -> frozenset[str]:
    """Return what the fixes of a pattern may change: what its scope says, and what it writes of."""
    touched = set(SCOPES[scope].touches)
    for markup, kinds in _MARKUP:
        if any(map(markup.search, written)):
            touched.update(kinds)
    return frozenset(touched)


class _Leading:
    """Where text that is shown also says where a link leads, or belongs to the edges of one.

    Attributes:
        starts, ends: where the links begin and end.
    """

    __slots__ = ("_ends", "_starts", "ends", "starts")

    def __init__(self, document: Document) -> None:
        spans: list[tuple[int, int]] = []
        for link in document.wikilinks:
            label = link.label_span
            if label is None:
                spans.append((link.start, link.trail_end))
            else:
                spans += ((link.start, label.start), (label.end, link.trail_end))
        spans += (url.url_span for url in document.external_links)
        self.starts = {link.start for link in document.wikilinks}
        self.starts.update(url.start for url in document.external_links)
        self.ends = {link.trail_end for link in document.wikilinks}
        self.ends.update(url.end for url in document.external_links)
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def overlap(self, start: int, end: int) -> bool:
        """Tell whether any of a stretch is such text."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._ends[index] > start


_leading = once(_Leading)
