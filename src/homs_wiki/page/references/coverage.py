"""How well a page is referenced: its paragraphs and the facts of its infoboxes, one by one."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from homs_wiki.page.once import once
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Document

_NUMBER = compiled(r"\d{2}")


class Covered(NamedTuple):
    """Something that a page says, and how many footnotes stand there.

    Attributes:
        kind: "paragraph", or "field" of an infobox.
        name: the title of the paragraph's section, empty for the lead; or the field's name.
        span: where it stands.
        words: how many words a paragraph has; 0 for a field.
        references: how many footnotes stand in it, of a paragraph right behind it on its line too.
    """

    kind: str
    name: str
    span: Span
    words: int
    references: int


@once
def read_coverage(document: Document) -> list[Covered]:
    """Return the paragraphs of a page, and the fields of its infoboxes that hold a number.

    In the order of the text. A number is one of two digits or more; the rest of an infobox names
    and shows things.
    """
    return sorted((*_fields(document), *_paragraphs(document)), key=lambda each: each.span)


def _paragraphs(document: Document) -> Iterator[Covered]:
    from homs_wiki.page.outline import read_sections
    from homs_wiki.page.prose import count_words, read_prose
    from homs_wiki.page.references.reading import read_references_of

    starts = sorted(
        use.node.start
        for reference in read_references_of(document).all
        for use in reference.uses
        if use.place in ("prose", "template")
    )
    prose, text = read_prose(document), document.text
    sections = read_sections(document)
    for block in prose.blocks:
        if block.kind != "paragraph":
            continue
        span = prose.span(block.start, block.end)
        line_end = text.find("\n", span.end)
        line_end = len(text) if line_end < 0 else line_end
        count = bisect_left(starts, line_end) - bisect_left(starts, span.start)
        words = count_words(prose.text[block.start : block.end])
        yield Covered("paragraph", sections[block.section].title, span, words, count)


def _fields(document: Document) -> Iterator[Covered]:
    from homs_wiki.page.infobox import read_infoboxes

    for infobox in read_infoboxes(document):
        for field in infobox.fields:
            if _NUMBER.search(field.raw) and _NUMBER.search(field.text):
                yield Covered("field", field.name, field.value_span, 0, len(field.references))
