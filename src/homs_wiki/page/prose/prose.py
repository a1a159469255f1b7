"""What a reader reads as running text."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from homs_wiki.page.once import once
from homs_wiki.page.outline import section_starts
from homs_wiki.page.prose.joining import Joined
from homs_wiki.page.prose.markup import BREAK
from homs_wiki.page.prose.sentences import sentence_spans
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Document

_WORD = compiled(r"(?<!\S)[^\w\s]*\w")
# What a block may hold: anything but an empty line.
_CHUNK = compiled(r"\S[^\n]*(?:\n(?![ \t]*(?:\n|\Z))[^\n]*)*(?<!\s)")
# Lines that hold nothing but templates are no text of the paragraph they stand at.
_TEMPLATE_LINES = compiled(r"(?:[ \t\ufffc]*\n)+[ \t]*")
_TEMPLATE_LINE = " \t\n\ufffc"


def count_words(text: str) -> int:
    """Return how many words there are: what white space separates and holds a letter or digit."""
    return len(_WORD.findall(text))


class Block(NamedTuple):
    """A paragraph, list item, table cell, caption or quotation.

    Attributes:
        start: code points from the start of the prose.
        end: code points to its end.
        kind: "paragraph", "list", "cell", "caption" or "quote".
        section: index of the section it stands in.
    """

    start: int
    end: int
    kind: str
    section: int


class Foreign(NamedTuple):
    """A stretch of prose that the page says is in another language.

    Attributes:
        start: code points from the start of the prose.
        end: code points to its end.
        language: its code as written, "ar".
    """

    start: int
    end: int
    language: str


class Prose:
    """The running text of a page.

    Paragraphs, list items, table cells and captions, in the order of the page, an empty line
    between them. No headings, infoboxes, references or comments. A template, a formula and a bare
    web address are each one U+FFFC; a template whose text is certain gives that text. Links give
    what they show, character references are decoded, ``<br>`` is a line break.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._joined = Joined(document)
        self._sentences: dict[int, list[Span]] = {}

    @property
    def text(self) -> str:
        """The prose."""
        return self._joined.text

    def span(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]`` stands in the wikitext.

        What was cut out at its edges is not part of the span; what was cut out inside it is. A
        stretch that begins or ends inside a replacement takes in all of what was replaced.
        """
        first = self._joined.start(start)
        return Span(first, max(first, self._joined.end(end)) if end > start else first)

    def start(self, offset: int) -> int:
        """Return where the code point at ``offset`` of the prose begins in the wikitext."""
        return self._joined.start(offset)

    def starts(self, offsets: Iterable[int]) -> list[int]:
        """Return where the code points at many ``offsets`` begin in the wikitext."""
        return self._joined.starts(offsets)

    def position(self, offset: int) -> int:
        """Return where the code point at ``offset`` of the wikitext stands in the prose.

        Of what was cut out: the place where the prose goes on behind it.
        """
        return self._joined.position(offset)

    @cached_property
    def blocks(self) -> list[Block]:
        """The paragraphs, list items, cells, captions and quotations in order."""
        return list(self._read_blocks())

    @cached_property
    def first_paragraph(self) -> Block | None:
        """The first of the blocks that is a paragraph, found without reading those behind it."""
        return next((block for block in self._read_blocks() if block.kind == "paragraph"), None)

    def _read_blocks(self) -> Iterator[Block]:
        text = self.text
        section_starts = self._section_starts
        for start, end, kind in self._chunks():
            if text.find("\n", start, end) >= 0:
                start, end = _without_template_lines(text, start, end)
            if start < end and (text[start].isalnum() or _WORD.search(text, start, end)):
                section = max(0, bisect_right(section_starts, start) - 1)
                yield Block._make((start, end, kind, section))

    def _chunks(self) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and kind of what stands between empty lines, of an item its line."""
        text, items = self.text, self._joined.items
        changes = self._changes
        kind, change = "paragraph", 0
        for chunk in _CHUNK.finditer(text):
            start, end = chunk.span()
            while changes[change][0] <= start:
                kind = changes[change][1]
                change += 1
            if start in items:
                line_end = text.find("\n", start, end)
                line_end = end if line_end < 0 else line_end
                yield start, line_end, "list"
                start = line_end
            if start < end:
                yield start, end, kind

    @cached_property
    def _changes(self) -> list[tuple[int, str]]:
        """From where on the prose is of which kind; where it ends, of none."""
        return [*_flat(self._joined.areas), (len(self.text), "")]

    def kind_at(self, offset: int) -> str:
        """Return in what ``offset`` of the prose lies: "paragraph", "cell", "caption" or "quote".

        Costs less than `block_at`, which knows list items as well.
        """
        index = bisect_right(self._changes, offset, key=itemgetter(0)) - 1
        return self._changes[index][1] if index >= 0 else "paragraph"

    @cached_property
    def _section_starts(self) -> list[int]:
        return [self.position(start) for start in section_starts(self._document)]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds ``offset`` of the prose or ends there; else None."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0 or self.blocks[index].end < offset:
            return None
        return self.blocks[index]

    def sentences(self, block: Block) -> list[Span]:
        """Return the sentences of a block, in offsets of the prose (see `sentence_spans`)."""
        found = self._sentences.get(block.start)
        if found is None:
            language = self._document.profile.language
            spans = sentence_spans(self.text, block.start, block.end, language)
            found = self._sentences[block.start] = [Span(*span) for span in spans]
        return found

    def sentence_before(self, offset: int) -> Span | None:
        """Return the sentence in which ``offset`` lies, or that ends last before it in its block.

        None if ``offset`` is in no block, or at the beginning of one.
        """
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0:
            return None
        block = self.blocks[index]
        between = self.text[block.end : offset]
        if between and (BREAK in between or not between.isspace()):
            return None
        sentences = self.sentences(block)
        last = bisect_left(sentences, (offset,)) - 1
        return sentences[last] if last >= 0 else None

    @cached_property
    def foreign(self) -> list[Foreign]:
        """The stretches that templates such as ``{{lang|ar|…}}`` mark as another language."""
        return [Foreign(*stretch) for stretch in self._joined.foreign]

    def is_foreign(self, start: int, end: int) -> bool:
        """Tell whether any of ``text[start:end]`` is marked as another language."""
        index = bisect_left(self._foreign_ends, start + 1)
        return index < len(self.foreign) and self.foreign[index].start < end

    @cached_property
    def _foreign_ends(self) -> list[int]:
        return [foreign.end for foreign in self.foreign]


def _without_template_lines(text: str, start: int, end: int) -> tuple[int, int]:
    if lines := _TEMPLATE_LINES.match(text, start, end):
        start = lines.end()
    while start < (line := text.rfind("\n", start, end)):
        if text[line:end].strip(_TEMPLATE_LINE):
            break
        end = line
    return start, end


def _flat(areas: list[tuple[int, int, str]]) -> Iterator[tuple[int, str]]:
    """Yield from where on text is of which kind, for areas that lie in each other."""
    around = [(sys.maxsize, "paragraph")]
    for start, end, kind in sorted(areas, key=lambda area: (area[0], -area[1])):
        while around[-1][0] <= start:
            closed = around.pop()[0]
            yield closed, around[-1][1]
        yield start, kind
        around.append((end, kind))
    while len(around) > 1:
        closed = around.pop()[0]
        yield closed, around[-1][1]


@once
def read_prose(document: Document) -> Prose:
    """Return the running text of the page (see `Prose`)."""
    return Prose(document)
