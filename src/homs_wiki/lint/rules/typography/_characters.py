"""Which characters a page has, and where no character is to be judged."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from homs_wiki.page.once import once
from homs_wiki.source import Edit
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import Comment, ExtensionTag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homs_wiki.page import Page
    from homs_wiki.syntax import Document

_USUAL = bytes(range(0x20, 0x7F)) + b"\n\t"
# Extension tags whose inside is no wikitext.
_LITERAL = frozenset(
    (
        "ce", "chem", "graph", "hiero", "imagemap", "inputbox", "mapframe", "maplink", "math",
        "nowiki", "pre", "score", "source", "syntaxhighlight", "templatedata", "templatestyles",
        "timeline",
    )
)  # fmt: skip
# Tags whose text is shown as it is typed: the opening or the closing one.
_CODE = lazily(r"<(/?)(?:code|kbd|samp|tt)\b[^<>]{0,300}>", re.IGNORECASE)


@once
def characters(document: Document) -> frozenset[str]:
    """Return the characters of a page that are not ASCII, and its control characters.

    So a rule on rare characters costs next to nothing on pages without them.
    """
    encoded = document.text.encode("utf-8", "surrogatepass").translate(None, _USUAL)
    return frozenset(encoded.decode("utf-8", "surrogatepass"))


def has_any(page: Page, wanted: frozenset[str]) -> bool:
    """Tell whether the page has one of the characters ``wanted``, none of them usual ASCII."""
    return not wanted.isdisjoint(characters(page.document))


class Spans:
    """Stretches of a page that may lie in each other, to ask which places they hold."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, offset: int) -> bool:
        """Tell whether the code point at ``offset`` is in one of them."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]


@once
def literal(document: Document) -> Spans:
    """Return where a page holds no text for readers: comments, formulas, code, nowiki."""
    spans = [
        (node.start, node.end)
        for node in document.nodes
        if type(node) is Comment or (type(node) is ExtensionTag and node.name in _LITERAL)
    ]
    spans += _code(document.text)
    return Spans(spans)


def _code(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where each outermost tag of code reaches, if it is closed."""
    if not any(tag in text for tag in ("</code", "</kbd", "</samp", "</tt")):
        return
    opened = -1
    for tag in _CODE.finditer(text):
        if tag[1] and opened >= 0:
            yield opened, tag.end()
            opened = -1
        elif not tag[1] and opened < 0:
            opened = tag.start()


@once
def targets(document: Document) -> Spans:
    """Return where targets of links to pages, files and categories stand."""
    return Spans(link.target_span for link in document.wikilinks)


@once
def unseen_targets(document: Document) -> Spans:
    """Return where targets stand that are not shown as they are: of labelled links, categories."""
    return Spans(
        link.target_span
        for link in document.wikilinks
        if link.label_span is not None or link.kind in ("category", "file", "interlanguage")
    )


@once
def addresses(document: Document) -> Spans:
    """Return where web addresses stand."""
    return Spans(link.url_span for link in document.external_links)


def places(page: Page, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield where ``pattern`` is found in the wikitext, comments, formulas and code left out."""
    left_out: Spans | None = None
    for found in pattern.finditer(page.text):
        if left_out is None:
            left_out = literal(page.document)
        if not left_out.hold(found.start()):
            yield found


def replaced(span: tuple[int, int], text: str) -> tuple[Edit, ...]:
    """Return the edit that puts ``text`` in the place of ``span``."""
    return (Edit(span[0], span[1], text),)
