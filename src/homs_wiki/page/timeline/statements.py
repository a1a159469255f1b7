"""The dated statements of a page: sentence, date, section and sources."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.page.dates import find_dates
from homs_wiki.page.infobox.text import plain_text
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source import Span

from .context import Context, Resolved
from .sources import Source, read_sources
from .when import When, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homs_wiki.page import Page
    from homs_wiki.page.dates import Date, PageDate
    from homs_wiki.page.prose import Block
    from homs_wiki.page.references import Use
    from homs_wiki.syntax.tables import Row

_LIFE: Final = ("birth_date", "death_date")
"""Fields of a person's infobox that frame the story, as an event's own dates do."""

_LONGEST_ROW: Final = 1000
"""Code points of a row of a table that still is one statement."""


class Told(NamedTuple):
    """A sentence: where it stands, and what a reader sees; many statements may share it."""

    parts: tuple[Span, ...]
    text: str


class Statement:
    """A sentence, row of a table or field of the infobox, and one date in it.

    Attributes:
        found: the date as it stands on the page.
        date: what it says, its year filled in where only one is possible.
        is_resolved: the year was filled in.
        years: the years that are possible where the date has none.
        when: the days that it names; None if they are not known.
        parts: where the sentence stands (code points of the page); of a row of a table, its
            cells.
        text: the sentence as a reader sees it; of a row, its cells with " · " between them.
        offset: about where in it the date stands (code points); what is not shown is counted too.
        sources: what is cited for it.
        is_own: it is one of the event's own dates, by the infobox.
    """

    __slots__ = ("found", "is_own", "offset", "parts", "resolved", "sources", "text", "when")

    def __init__(
        self,
        found: PageDate,
        resolved: Resolved,
        told: Told,
        sources: Sequence[Source],
        is_own: bool = False,
    ) -> None:
        self.found = found
        self.resolved = resolved
        self.parts, self.text = told
        self.offset = min(max(0, found.start - self.parts[0].start), len(self.text))
        self.sources = sources
        self.is_own = is_own
        self.when: When | None = None if found.fault else place(resolved.date)

    @property
    def date(self) -> Date:
        """What the date says, its year filled in where only one is possible."""
        return self.resolved.date

    @property
    def is_resolved(self) -> bool:
        """Whether the year was filled in from the context."""
        return self.resolved.is_resolved

    @property
    def years(self) -> tuple[int, ...]:
        """The years that are possible where the date has none."""
        return self.resolved.years

    @property
    def section(self) -> int:
        """The index of the section that it stands in."""
        return self.found.section

    @property
    def is_exact(self) -> bool:
        """Whether it names one single day for certain."""
        return (
            self.when is not None
            and self.when.length == 1
            and not (self.when.is_open or self.when.tolerance or self.date.approximate)
        )

    def __repr__(self) -> str:
        return f"<Statement {self.found.text!r} {self.when}>"


class StatementReader:
    """Reads the statements of a page, in the order of the page.

    Attributes:
        sources: what each reference cites, by the reference's index.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self.sources = read_sources(page)
        self._cited = [
            (use, self.sources[reference.index])
            for reference in page.references.all
            for use in reference.uses
        ]
        self._cited.sort(key=lambda cited: cited[0].span.start)
        self._starts = [use.span.start for use, _ in self._cited]
        self._of_sentence = self._by_sentence()
        self._blocks = [block.start for block in page.prose.blocks]
        self._rows = sorted(_rows(page), key=attrgetter("start"))
        self._row_starts = [row.start for row in self._rows]
        self._told: dict[tuple[Span, ...], Told] = {}

    def read(self) -> Iterator[Statement]:
        """Yield the statements: of the infoboxes, and of the running text."""
        dates = self._page.dates
        own = [date for date in dates if self._is_own(date)]
        headings = [date for date in dates if date.role == "heading"]
        title = find_dates(self._page.title or "", load_date_facts(self._page.profile.language))
        told = [date for date in dates if not date.role.startswith("citation")]
        context = Context(self._page.sections, headings, title, own, told)
        seen: set[tuple[int, Date]] = set()
        for found in dates:
            if found.role == "infobox":
                yield self._of_field(found)
            elif found.role in ("prose", "template"):
                statement = self._of_text(found, context)
                # A template and the text that it shows are one date.
                key = (found.start, found.date)
                if statement is not None and key not in seen:
                    seen.add(key)
                    yield statement

    def _is_own(self, date: PageDate) -> bool:
        if date.role != "infobox":
            return False
        schema = self._page.infoboxes[date.owner].schema
        return schema is not None and date.name in (schema.event_dates or _LIFE)

    def _of_field(self, found: PageDate) -> Statement:
        infobox = self._page.infoboxes[found.owner]
        index = bisect_right(infobox.fields, found.start, key=lambda each: each.span.start) - 1
        span = infobox.fields[max(index, 0)].value_span
        sources = self._between(span)
        told = self._seen((span,))
        return Statement(found, Resolved(found.date), told, sources, self._is_own(found))

    def _of_text(self, found: PageDate, context: Context) -> Statement | None:
        prose = self._page.prose
        offset = found.prose if found.role == "prose" else self._place_of_template(found)
        index = bisect_right(self._blocks, offset) - 1
        if index < 0 or offset >= prose.blocks[index].end:
            return None
        block = prose.blocks[index]
        resolved = context.resolve(found.date, found.section, block.start)
        sentences = prose.sentences(block)
        last = bisect_right(sentences, offset, key=lambda each: each.start) - 1
        in_prose = sentences[max(last, 0)]
        sentence = prose.span(*in_prose)
        if block.kind == "cell" and (row := self._row_of(found, block)):
            parts = tuple(
                cell.content_span for cell in row.cells if cell.content_span.end <= row.end
            )
            if parts:
                sources = self._between(Span(row.start, row.end))
                return Statement(found, resolved, self._seen(parts), sources)
        told = self._told.get((sentence,))
        if told is None:
            shown = prose.text[slice(*in_prose)].replace("\ufffc", "")
            told = self._told[(sentence,)] = Told((sentence,), shown)
        statement = Statement(found, resolved, told, self._of_sentence.get(sentence, ()))
        statement.offset = offset - in_prose.start
        return statement

    def _seen(self, parts: tuple[Span, ...]) -> Told:
        """Return stretches of the page that are no running text, as a reader sees them."""
        told = self._told.get(parts)
        if told is None:
            shown = (plain_text(self._page.document, *part) for part in parts)
            told = self._told[parts] = Told(parts, " · ".join(filter(None, shown)))
        return told

    def _place_of_template(self, found: PageDate) -> int:
        """Return where a template's date stands in the prose; -1 if it is in a reference."""
        if self._page.references.at(found.start) is not None:
            return -1
        return max(0, self._page.prose.position(found.start) - 1)

    def _row_of(self, found: PageDate, block: Block) -> Row | None:
        """Return the row around a cell that says no more than a date."""
        if block.end - block.start > 2 * len(found.text):
            return None
        index = bisect_right(self._row_starts, found.start) - 1
        if index < 0:
            return None
        row = self._rows[index]
        return row if found.start < row.end <= row.start + _LONGEST_ROW else None

    def _between(self, span: Span) -> list[Source]:
        """Return the sources of the references that are used within a stretch of the page."""
        first = bisect_right(self._starts, span.start - 1)
        last = bisect_right(self._starts, span.end)
        return _flat(self._cited[first:last])

    def _by_sentence(self) -> dict[Span, list[Source]]:
        found: dict[Span, list[tuple[Use, list[Source]]]] = {}
        for use, sources in self._cited:
            if sentence := use.sentence:
                found.setdefault(sentence, []).append((use, sources))
        return {sentence: _flat(cited) for sentence, cited in found.items()}


def statements_of(page: Page) -> list[Statement]:
    """Return the dated sentences, rows and fields of a page in its order, read once for all."""
    # Not the timeline, which knows its page: kept by it, both would live for ever.
    kept = page.document.parts
    if statements_of not in kept:
        kept[statements_of] = list(StatementReader(page).read())
    found: list[Statement] = kept[statements_of]
    return found


def _flat(cited: Iterable[tuple[Use, list[Source]]]) -> list[Source]:
    """Return the sources of several uses of references, each once."""
    found = {id(source): source for _, sources in cited for source in sources}
    return list(found.values())


def _rows(page: Page) -> Iterator[Row]:
    for table in page.document.tables:
        yield from table.rows
