"""Finds the dates of a page in all the places where it has some."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final, Literal

from homs_wiki.page.by_name import ByName
from homs_wiki.profile.dates import DateFacts, load_date_facts
from homs_wiki.profile.memo import Memo
from homs_wiki.source import Span
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import without_comments

from .fields import FieldText, has_markup
from .finder import FoundDate, find_dates
from .templates import PLACES, StatedDate, archive_date, stated_dates
from .value import Date, DateForm

if TYPE_CHECKING:
    from homs_wiki.page.citations import Citation
    from homs_wiki.page.infobox import Field
    from homs_wiki.page.page import Page
    from homs_wiki.page.prose import Prose
    from homs_wiki.profile import Profile
    from homs_wiki.syntax import Parameter

Role = Literal[
    "prose",
    "heading",
    "infobox",
    "citation-date",
    "citation-access",
    "citation-archive",
    "citation-other",
    "template",
]

_CITATION_ROLES: Final[Mapping[str, Role]] = {
    "date": "citation-date",
    "year": "citation-date",
    "publication-date": "citation-date",
    "access-date": "citation-access",
    "archive-date": "citation-archive",
    "orig-date": "citation-other",
    "lay-date": "citation-other",
    "doi-broken-date": "citation-other",
    "air-date": "citation-other",
}
"""Canonical parameters of citations that hold a date."""
_HAS_DATE: Final = compiled(r"[\d〇一二三四五六七八九十]")
_IN_FILE_NAME: Final = lazily(
    r"[^\n|<>\[\]{}]{0,200}?\.(?i:jpe?g|png|svg|gif|tiff?|webp|xcf|og[gav]|webm|pdf|djvu|mp[34]|wav|flac)\b"
)
"""What stands behind a date in the name of a file."""
_LONGEST_FIELD: Final = 20_000
"""Values longer than this are no fields of an infobox but a page gone astray."""


class PageDate:
    """A date that a page mentions.

    Attributes:
        found: the date itself; its own offsets count the text it was found in.
        start: where it begins on the page (code points).
        role: what kind of place that is.
        name: the canonical or written name of the parameter or field; empty in running text.
        owner: index of the citation (roles "citation-…") or infobox; -1 elsewhere.
        section: index of the section.
        prose: offset in the text of ``page.prose`` for role "prose"; -1 elsewhere.
    """

    __slots__ = ("_end", "found", "name", "owner", "prose", "role", "section", "start")

    def __init__(
        self,
        found: FoundDate | StatedDate,
        start: int,
        end: int | Prose,
        role: Role,
        name: str = "",
        owner: int = -1,
        prose: int = -1,
    ) -> None:
        self.found = found
        self.start = start
        # In running text the end is worked out from that in the prose when asked for.
        self._end = end
        self.role = role
        self.name = name
        self.owner = owner
        self.prose = prose
        self.section = 0

    def __repr__(self) -> str:
        return f"<PageDate {self.text!r} {self.role} {self.start}–{self.span.end}>"

    @property
    def span(self) -> Span:
        """Where it stands on the page (code points)."""
        if not isinstance(self._end, int):
            self._end = self._end.span(self.found.start, self.found.end).end
        return Span(self.start, self._end)

    @property
    def text(self) -> str:
        """The date as a reader sees it."""
        return self.found.text

    @property
    def date(self) -> Date:
        """What the date says."""
        return self.found.date

    @property
    def form(self) -> DateForm:
        """How it is written; of a range, its fuller end."""
        return self.found.form

    @property
    def fault(self) -> str | None:
        """Why no such date exists: ``no-such-day``, ``no-such-month``; ``None`` if it does."""
        return self.found.fault


def read_dates(page: Page) -> list[PageDate]:
    """Give every date of the page in order: prose, headings, infoboxes, citations, templates."""
    facts = load_date_facts(page.profile.language)
    dates = [
        *_in_prose(page, facts),
        *_in_headings(page, facts),
        *_in_infoboxes(page, facts),
        *_in_citations(page, facts),
        *_in_templates(page),
    ]
    dates.sort(key=attrgetter("start"))
    _note_sections(page, dates)
    return dates


def _note_sections(page: Page, dates: list[PageDate]) -> None:
    """Write down in which section each of the sorted dates stands."""
    section = 0
    starts = [each.start for each in page.sections[1:]] + [len(page.text) + 1]
    for date in dates:
        while date.start >= starts[section]:
            section += 1
        date.section = section


def _in_prose(page: Page, facts: DateFacts) -> Iterator[PageDate]:
    """Find the dates of the running text."""
    prose = page.prose
    dates = find_dates(prose.text, facts)
    starts = prose.starts([found.start for found in dates])
    for found, start in zip(dates, starts, strict=True):
        yield PageDate(found, start, prose, "prose", prose=found.start)


def _in_headings(page: Page, facts: DateFacts) -> Iterator[PageDate]:
    """Find the dates in headings."""
    for section in page.sections:
        if section.heading is not None:
            start, end = section.heading.title_span
            yield from _in_value(page, facts, start, end, "heading", field=False)


def _in_infoboxes(page: Page, facts: DateFacts) -> Iterator[PageDate]:
    """Find the dates in the fields of infoboxes."""
    for index, infobox in enumerate(page.infoboxes):
        for field in infobox.fields:
            if _HAS_DATE.search(page.text, *field.parameter.value_span):
                yield from _in_field(page, facts, field, index)


def _in_field(page: Page, facts: DateFacts, field: Field, index: int) -> Iterator[PageDate]:
    """Find the dates in one field of an infobox."""
    start, end = _place(field.parameter)
    is_date = field.type == "date"
    name = field.canonical or field.name
    for date in _in_value(page, facts, start, end, "infobox", field=is_date):
        if _IN_FILE_NAME.match(page.text, date.span.end, end):
            continue
        date.name = name
        date.owner = index
        yield date


def _in_citations(page: Page, facts: DateFacts) -> Iterator[PageDate]:
    """Find the dates in the date parameters of citations."""
    text, language = page.text, facts.language
    meanings = _date_parameters(page.profile)
    for index, citation in enumerate(page.citations):
        for name, start, end in _date_values(citation, meanings(citation.template)):
            if end - start > _LONGEST_FIELD:
                continue
            written = text[start:end]
            value = written.strip()
            start += written.index(value)
            found = _find_once(value, language, True)
            if found is None:
                yield from _in_marked_up(page, facts, (start, start + len(value)), name, index)
                continue
            for each in found:
                begin, role = start + each.start, _CITATION_ROLES[name]
                yield PageDate(each, begin, start + each.end, role, name, index)


@cache
def _date_parameters(profile: Profile) -> ByName[Memo[str, str | None]]:
    """Give the canonical names of a template's date parameters, by their names as written.

    ``None`` for other parameters.
    """

    def of_template(template: str) -> Memo[str, str | None]:
        return Memo(lambda written: canonical(template, written))

    def canonical(template: str, written: str) -> str | None:
        name = profile.citation_parameter(template, without_comments(written).strip())
        return name if name in _CITATION_ROLES else None

    return ByName(of_template, Memo(lambda _: None))


def _date_values(
    citation: Citation, meanings: Memo[str, str | None]
) -> Iterable[tuple[str, int, int]]:
    """Give the canonical names of a citation's date parameters, and where their values stand."""
    # All parameters of all citations take long to read, and most of them are no dates.
    found = citation.template.values_of(meanings)
    if len({name for name, _, _ in found}) == len(found):
        return found
    parameters = citation.parameters  # knows which counts of two that mean the same
    return [(name, *parameters[name].value_span) for name in _CITATION_ROLES if name in parameters]


def _in_marked_up(
    page: Page, facts: DateFacts, place: tuple[int, int], name: str, index: int
) -> Iterator[PageDate]:
    """Find the dates in a date parameter of a citation that has markup in it."""
    for date in _in_value(page, facts, *place, _CITATION_ROLES[name], field=True):
        date.name, date.owner = name, index
        yield date


def _place(parameter: Parameter) -> tuple[int, int]:
    """Give where the value of a parameter stands, without the white space around it."""
    return parameter.stripped_span


def _in_value(
    page: Page, facts: DateFacts, start: int, end: int, role: Role, *, field: bool
) -> Iterator[PageDate]:
    """Find the dates in a stretch of the page that is a value of its own."""
    if end - start > _LONGEST_FIELD or not _HAS_DATE.search(page.text, start, end):
        return
    plain = _find_once(page.text[start:end], facts.language, field)
    if plain is not None:
        for found in plain:
            yield PageDate(found, start + found.start, start + found.end, role)
        return
    value = FieldText(page.document, start, end)
    for found in find_dates(value.text, facts, field=field):
        yield PageDate(found, *value.span(found.start, found.end), role)


@lru_cache(maxsize=4096)
def _find_once(text: str, language: str, field: bool) -> tuple[FoundDate, ...] | None:
    """Find the dates in a value without markup; the same few values stand in many citations.

    ``None`` if there is markup in it and a digit with it.
    """
    if not _HAS_DATE.search(text):
        return ()
    if has_markup(text):
        return None
    return tuple(find_dates(text, load_date_facts(language), field=field))


def _in_templates(page: Page) -> Iterator[PageDate]:
    """Find the dates that templates state in their parameters."""
    templates = page.document.templates
    concepts = _stating_concepts(page.profile).of_each(templates)
    for template, concept in zip(templates, concepts, strict=True):
        if concept is None:
            continue
        if concept == "webarchive":
            if stamp := archive_date(template):
                yield PageDate(stamp, *stamp.span, "citation-archive", "date")
            continue
        box, name = _field_around(page, template.start)
        role: Role = "infobox" if box >= 0 else "template"
        for stated in stated_dates(template, concept):
            yield PageDate(stated, *stated.span, role, name or concept, box)


def _field_around(page: Page, offset: int) -> tuple[int, str]:
    """Give the index of the infobox in which ``offset`` lies, and the name of the field."""
    for index, infobox in enumerate(page.infoboxes):
        if not infobox.template.start <= offset < infobox.template.end:
            continue
        for field in infobox.fields:
            if field.parameter.start <= offset < field.parameter.end:
                return index, field.canonical or field.name
    return -1, ""


@cache
def _stating_concepts(profile: Profile) -> ByName[str | None]:
    """Tell of templates that state a date what they are for; ``None`` of others."""

    def stating(name: str) -> str | None:
        concept = profile.concept(name)
        return concept if concept == "webarchive" or concept in PLACES else None

    return ByName(stating, None)
