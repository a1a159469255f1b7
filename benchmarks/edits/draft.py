"""What the makers of edits share: the page, chance, and the places that can be edited."""

import random
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from benchmarks.edits.truth import Edited, Truth, place_of
from benchmarks.edits.words import Words, words_of
from homs_wiki.page import Page, read_text
from homs_wiki.page.prose.prose import Block
from homs_wiki.profile import Profile
from homs_wiki.source import Edit, Span, apply_edits
from homs_wiki.syntax import Node

_T = TypeVar("_T")
_WORD = re.compile(r"(?<![\w'’.-])[^\W\d_]{4,}(?![\w'’-])")
_NUMBER = re.compile(
    r"(?<![\w.,:/–−%+#$€£-])\d+(?:,\d{3})*+(?:\.\d+)?+(?![\w:/–−'’-]|[.,]\d| ?[–−-] ?\d)"
)
_YEAR = re.compile(r"[12]\d{3}")
# A name of a number says a number, and a name of a month a date.
_NO_WORD = re.compile(
    "three|four|five|seven|eight|nine|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    "(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:hundred|thousand|million|billion|dozen)s?|"
    "half|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|once|twice|spring|"
    "summer|autumn|winter|centur(?:y|ies)|decades?|january|february|march|april|june|july|august|"
    "september|october|november|december"
)
_ODD_TAG = re.compile(r"<(?!/?(?:ref|br|sup|sub)\b|!--)")
_SPACES = re.compile(r"\s+")
_SHORTEST_PARAGRAPH = 120


class Draft:
    """A page that is about to be edited.

    Attributes:
        page: the page as it is.
        text: its wikitext.
        random: where all choices come from.
    """

    def __init__(self, text: str, profile: Profile, page: Page | None = None) -> None:
        self.page = page or read_text(text, profile)
        self.text = text
        self.random = random.Random(0)  # noqa: S311 - chance that can be repeated is the point

    def pick(self, choices: Sequence[_T]) -> _T | None:
        """Return one of the choices; None if there are none."""
        return self.random.choice(choices) if choices else None

    def shuffled(self, choices: Sequence[_T]) -> list[_T]:
        """Return the choices in any order."""
        return self.random.sample(choices, len(choices))

    @cached_property
    def words(self) -> Words:
        """What can be put in, in the language of the wiki."""
        return words_of(self.page.profile.language)

    def sentence(self) -> str:
        """Return a sentence that the page does not have."""
        return self.random.choice([each for each in self.words.sentences if each not in self.text])

    def title(self) -> str:
        """Return a title that the page does not have."""
        return self.random.choice([each for each in self.words.titles if each not in self.text])

    @cached_property
    def top_nodes(self) -> dict[int, Node]:
        """The nodes that stand in no other, by their start."""
        return {node.start: node for node in self.page.document.nodes if node.parent < 0}

    @cached_property
    def _marked(self) -> bytearray:
        """1 for every code point that is part of a node, link, tag, table or date."""
        document = self.page.document
        marked = bytearray(len(self.text))
        spans = [node.span for node in document.nodes if node.parent < 0]
        spans += [Span(link.start, link.trail_end) for link in document.wikilinks]
        spans += [Span(link.start, link.end) for link in document.external_links]
        spans += [Span(tag.start, tag.end) for tag in document.html_tags]
        spans += [Span(table.start, table.end) for table in document.tables]
        spans += [date.span for date in self.page.dates]
        for start, end in spans:
            marked[start:end] = b"\1" * (end - start)
        return marked

    def is_plain(self, span: Span) -> bool:
        """Tell whether nothing but text stands there."""
        return 1 not in self._marked[span.start : span.end]

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The paragraphs that stand alone between empty lines or headings, without line ends."""
        found: dict[Span, None] = {}
        for block in self.page.prose.blocks:
            if block.kind == "paragraph":
                span = self._lines(block)
                if span.end - span.start >= _SHORTEST_PARAGRAPH and self._stands_alone(span):
                    found[span] = None
        return list(found)

    def _lines(self, block: Block) -> Span:
        start, end = self.page.prose.span(block.start, block.end)
        line_end = self.text.find("\n", end)
        return Span(self.text.rfind("\n", 0, start) + 1, max(line_end, end))

    def _stands_alone(self, span: Span) -> bool:
        text, (start, end) = self.text, span
        if not (start == 0 or text[max(0, start - 2) : start] in ("\n\n", "=\n")):
            return False
        if not text.startswith(("\n\n", "\n="), end) or text[start] in "*#:;{|!<[ ":
            return False
        if _ODD_TAG.search(text, start, end) or "\n" in text[start:end]:
            return False
        if any(table.start < end and start < table.end for table in self.page.document.tables):
            return False
        return all(
            node.start >= end or node.end <= start or (start <= node.start and node.end <= end)
            for node in self.top_nodes.values()
        )

    def within(self, span: Span) -> tuple[int, int]:
        """Return where the prose of a stretch of wikitext begins and ends."""
        return self.page.prose.position(span.start), self.page.prose.position(span.end)

    def plain_words(self, span: Span) -> list[Span]:
        """Return where in a stretch of wikitext words stand that can be replaced."""
        return [
            place
            for place, word in self._matches(_WORD, span)
            if word.islower() == word.lower().islower() and not _NO_WORD.fullmatch(word.lower())
        ]

    def plain_numbers(self, span: Span) -> list[Span]:
        """Return where in a stretch of wikitext numbers stand that are no date."""
        return [place for place, number in self._matches(_NUMBER, span) if not _YEAR.match(number)]

    def _matches(self, pattern: re.Pattern[str], span: Span) -> Iterator[tuple[Span, str]]:
        prose = self.page.prose
        for match in pattern.finditer(prose.text, *self.within(span)):
            place = prose.span(*match.span())
            if self.text[slice(*place)] == match[0] and self.is_plain(place):
                yield place, match[0]

    def sentences(self, paragraph: Span) -> list[Span]:
        """Return the sentences of a paragraph in the wikitext, references behind them included."""
        prose = self.page.prose
        block = prose.block_at(prose.position(paragraph.start))
        if block is None:
            return []
        spans = [prose.span(*each) for each in prose.sentences(block)]
        return [Span(start, min(self.behind_notes(end), paragraph.end)) for start, end in spans]

    def behind_notes(self, offset: int) -> int:
        """Return the end of the references and templates that follow without a space."""
        while node := self.top_nodes.get(offset):
            offset = node.end
        return offset

    def ends_of_sentences(self) -> list[int]:
        """Return where something can be put behind a sentence, for all paragraphs.

        Not before a reference that a space parts from its sentence, nor behind an ordinal.
        """
        return [
            end
            for paragraph in self.paragraphs
            for _, end in self.sentences(paragraph)
            if (spaces := _SPACES.match(self.text, end))
            and spaces.end() not in self.top_nodes
            and not self.text[end - 2].isdigit()
            and self.is_plain(Span(*spaces.span()))
        ]

    def another_word(self, word: str) -> str:
        """Return another word, capitalised if that is."""
        other = self.random.choice([each for each in self.words.words if each != word.lower()])
        return other.capitalize() if word.istitle() else other

    def reword(self, span: Span, count: int) -> list[Edit]:
        """Return edits that replace words of a stretch; fewer, if it has not as many."""
        places = self.plain_words(span)
        chosen = sorted(self.random.sample(places, min(count, len(places))))
        return [Edit(*place, self.another_word(self.text[slice(*place)])) for place in chosen]

    def made(self, kind: str, edits: list[Edit], truths: Sequence[Truth]) -> Edited:
        """Return the page before and after."""
        return Edited(kind, self.text, apply_edits(self.text, edits), tuple(truths), tuple(edits))

    def replaced(self, kind: str, what: str, edit: Edit, subject: str = "") -> Edited:
        """Return the page before and after one replacement, which is one truth."""
        span = Span(edit.start, edit.end)
        truth = Truth(
            what, span, place_of([edit], edit), subject, self.text[slice(*span)].strip(),
            edit.text.strip(),
        )  # fmt: skip
        return self.made(kind, [edit], [truth])
