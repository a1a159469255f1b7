"""The sections of a page: the lead, and what stands under each heading."""

from bisect import bisect_right
from collections import Counter
from functools import cached_property

from homs_wiki.page.once import once
from homs_wiki.source import Span
from homs_wiki.syntax import Document, Heading


class Section:
    """The lead, or a heading with the text under it.

    Attributes:
        index: its place among the sections; the lead is 0.
        level: of the heading, 1 to 6; 0 for the lead.
        heading: None for the lead.
        title: the heading's wikitext without white space around it; empty for the lead.
        start: where the heading begins.
        content_start: where the text under the heading begins.
        content_end: where its own text ends and the next heading, of whatever level, begins.
        end: where it ends with all its subsections.
        parent: the section it is a subsection of; None for the lead and at the top.
    """

    __slots__ = (
        "_document",
        "content_end",
        "content_start",
        "end",
        "heading",
        "index",
        "level",
        "parent",
        "start",
    )

    def __init__(
        self,
        document: Document,
        index: int,
        heading: Heading | None,
        content_end: int,
        parent: "Section | None",
    ) -> None:
        self._document = document
        self.index = index
        self.heading = heading
        self.level = heading.level if heading else 0
        self.start = heading.start if heading else 0
        self.content_start = heading.end if heading else 0
        self.content_end = content_end
        self.end = content_end  # moved on by what turns out to be a subsection
        self.parent = parent

    @property
    def title(self) -> str:
        """The heading's wikitext without white space around it; empty for the lead."""
        return self.heading.title if self.heading else ""

    @property
    def span(self) -> Span:
        """The heading, its text and its subsections."""
        return Span(self.start, self.end)

    @property
    def words(self) -> int:
        """Words of prose in its own text, subsections not included.

        A word is what white space separates and holds a letter or a digit; in languages that are
        written without spaces the number means little.
        """
        return _counts(self._document).words[self.index]

    @property
    def references(self) -> int:
        """How often its own text uses a reference, heading included, subsections not."""
        return _counts(self._document).references[self.index]

    @property
    def citations(self) -> int:
        """Citation templates written in its own text, in references or not."""
        return _counts(self._document).citations[self.index]

    def __repr__(self) -> str:
        return f"<Section {self.index} {'=' * self.level} {self.title!r} {self.start}–{self.end}>"


class _Counts:
    """What is counted for every section at once; each number by the section's index."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def words(self) -> Counter[int]:
        from homs_wiki.page.prose import count_words, read_prose

        prose = read_prose(self._document)
        words: Counter[int] = Counter()
        for block in prose.blocks:
            words[block.section] += count_words(prose.text[block.start : block.end])
        return words

    @cached_property
    def references(self) -> Counter[int]:
        from homs_wiki.page.references import read_references_of

        found = read_references_of(self._document)
        return Counter(use.section for reference in found.all for use in reference.uses)

    @cached_property
    def citations(self) -> Counter[int]:
        from homs_wiki.page.citations import read_citations

        citations = read_citations(self._document)
        return Counter(
            section_at(self._document, citation.template.start).index for citation in citations
        )


_counts = once(_Counts)


@once
def read_sections(document: Document) -> list[Section]:
    """Return the lead and all sections in order; a page without headings is one lead."""
    headings = [heading for heading in document.headings if not heading.possible]
    ends = [heading.start for heading in headings] + [len(document.text)]
    sections = [Section(document, 0, None, ends[0], None)]
    around: list[Section] = []
    for index, heading in enumerate(headings, 1):
        while around and around[-1].level >= heading.level:
            around.pop().end = heading.start
        parent = around[-1] if around else None
        section = Section(document, index, heading, ends[index], parent)
        around.append(section)
        sections.append(section)
    for section in around:
        section.end = len(document.text)
    return sections


@once
def section_starts(document: Document) -> list[int]:
    """Return where the sections begin, for looking one up by offset."""
    return [section.start for section in read_sections(document)]


def section_at(document: Document, offset: int) -> Section:
    """Return the innermost section that holds the code point at ``offset``."""
    sections = read_sections(document)
    # The lead counts as everything before the first heading, even where that is nothing.
    return sections[max(0, bisect_right(section_starts(document), offset) - 1)]
