"""Footnotes that stand side by side, and what stands before and behind them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.page.once import once
from homs_wiki.page.references import read_references_of
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import Template

if TYPE_CHECKING:
    from homs_wiki.page.references import Reference
    from homs_wiki.syntax import Document, Node

BLANKS = " \t"
MARKS = ".,;:!?۔،؛؟"
"""Marks of punctuation that a statement may end with, of left-to-right and right-to-left texts."""

# Templates that stand behind a reference like one and say something of it or the statement.
_REMARKS = frozenset(
    {
        "citation_needed",
        "cite_check",
        "clarify",
        "dead_link",
        "full_citation_needed",
        "original_research",
        "rp",
        "unreliable_source",
        "when",
        "who",
    }
)
# What a word or statement ends with: letters and digits, and what may stand behind them.
_WORD_END = lazily(r"[\w)\"”’'»\]}%°]")
_BLANKS = lazily(r"[ \t]*")


class Footnote(NamedTuple):
    """A tag or template that shows the number of a reference."""

    start: int
    end: int
    node: Node
    reference: Reference
    place: str


class Run(NamedTuple):
    """Footnotes with nothing but blanks between them, in order."""

    start: int
    end: int
    footnotes: list[Footnote]


@once
def read_runs(document: Document) -> list[Run]:
    """Return all footnotes, those that stand side by side together.

    Footnotes in the text of a note are runs of their own; what stands deeper is left out. The
    footnotes of a template that makes several are one.
    """
    outer: list[Footnote] = []
    inner: list[Footnote] = []
    end = inner_end = -1
    for footnote in _footnotes(document):
        if footnote.start >= end:
            end = footnote.end
            outer.append(footnote)
        elif _is_inside(footnote, outer[-1]) and footnote.start >= inner_end:
            inner_end = footnote.end
            inner.append(footnote)
    return _joined(document.text, outer) + _joined(document.text, inner)


def _footnotes(document: Document) -> list[Footnote]:
    found = [
        Footnote(node.start, node.end, node, reference, use.place)
        for reference in read_references_of(document).all
        if reference.number is not None
        for use in reference.uses
        for node in (use.node,)
    ]
    found.sort(key=_PLACE)
    return found


_PLACE = attrgetter("start")


def _is_inside(one: Footnote, other: Footnote) -> bool:
    return other.start < one.start and one.end <= other.end


def _joined(text: str, footnotes: list[Footnote]) -> list[Run]:
    runs: list[Run] = []
    end = -_MOST - 1
    for footnote in footnotes:
        start = footnote.start
        if start - end <= _MOST and (start == end or _is_blank(text[end:start])):
            runs[-1].footnotes.append(footnote)
            runs[-1] = Run(runs[-1].start, footnote.end, runs[-1].footnotes)
        else:
            runs.append(Run(start, footnote.end, [footnote]))
        end = footnote.end
    return runs


def _is_blank(between: str) -> bool:
    return not between.strip() and between.count("\n") < 2


_MOST = 20


def behind(document: Document, offset: int) -> int:
    """Return the end of the templates at ``offset`` that remark on the footnote before it."""
    text = document.text
    while text.startswith("{{", offset):
        node = document.enclosing(offset)
        if node is None or node.start != offset or not isinstance(node, Template):
            break
        if document.profile.concept(node.name) not in _REMARKS:
            break
        offset = node.end
    return offset


def word_end_before(text: str, offset: int) -> int:
    """Return where the text ends that stands before ``offset`` on its line; -1 if none does.

    Only blanks may stand between. Markup that begins something (a list, a cell, a parameter) is
    no text.
    """
    while offset > 0 and text[offset - 1] in BLANKS:
        offset -= 1
    before = text[offset - 1 : offset]
    return offset if before and (_WORD_END.match(before) or before in MARKS) else -1
