"""What short footnotes point to: the anchors that citations make of people and year."""

from __future__ import annotations

from functools import cache
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.page.by_name import ByName
from homs_wiki.page.citations.reading import read_citations
from homs_wiki.page.once import once
from homs_wiki.page.values import plain_value
from homs_wiki.source.lazy import lazily
from homs_wiki.syntax import Template, decode_entities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.page.citations import Citation
    from homs_wiki.profile import Profile
    from homs_wiki.syntax import Document

SHORT = frozenset(
    {"sfn", "sfnp", "harv", "harvcol", "harvcolnb", "harvcoltxt", "harvnb", "harvp", "harvtxt"}
)
"""Concepts of templates with up to four names and a year that point to a citation."""

# The letter tells works of one year apart; the sign of the year is part of what is typed.
_YEAR = lazily(r"(?<!\d)\d{4}[a-z]?(?![\da-z])")
_LINK = lazily(r"\[\[(?:[^][|]*\|)?([^][|]*)\]\]")
_QUOTES = lazily(r"'{2,5}")
_MOST = 4


class Short(NamedTuple):
    """A short footnote: the names and the year that it points to."""

    template: Template
    names: tuple[str, ...]
    year: str


class Source(NamedTuple):
    """A citation, and what may point to it; no names if that cannot be known."""

    citation: Citation
    names: tuple[str, ...]
    years: frozenset[str]


@once
def read_shorts(document: Document) -> list[Short]:
    """Return the short footnotes whose names and year are plain, in order."""
    templates = document.templates
    is_short = _is_short(document.profile)
    concept = document.profile.concept
    return [
        short
        for template in compress(templates, is_short.of_each(templates))
        for short in (_shorts if concept(template.name) == _MANY else _short)(template)
    ]


@cache
def _is_short(profile: Profile) -> ByName[bool]:
    return ByName(lambda name: profile.concept(name) in {*SHORT, _MANY}, False)


# The concept of templates with several footnotes in one: 1a1=…|1a2=…|1y=…|2a1=…|2y=….
_MANY = "sfnm"
_MOST_FOOTNOTES = 50


def _short(template: Template) -> Iterator[Short]:
    if template.get("ref") or template.get("Ref"):
        return
    values = [
        plain_value(parameter) for parameter in template.parameters if parameter.name.isdecimal()
    ]
    yield from _pointing(template, values)


def _shorts(template: Template) -> Iterator[Short]:
    given = {parameter.name: parameter for parameter in template.parameters}
    for number in range(1, _MOST_FOOTNOTES + 1):
        if f"{number}a1" not in given:
            return
        keys = [*(f"{number}a{name}" for name in range(1, _MOST + 1)), f"{number}y"]
        if f"{number}ref" not in given and keys[-1] in given:
            yield from _pointing(
                template, [plain_value(given[key]) for key in keys if key in given]
            )


def _pointing(template: Template, values: Sequence[str | None]) -> Iterator[Short]:
    """Yield the footnote with these names and this year, if all of them are plain."""
    read = [name_key(value) for value in values if value]
    if None in values or len(read) < len(("name", "year")):
        return
    *names, year = read
    found = _YEAR.fullmatch(year)
    if found:
        yield Short(template, tuple(names[:_MOST]), found[0])


@once
def read_sources(document: Document) -> list[Source]:
    """Return all citations with the names and years under which they can be pointed to."""
    return [_source(document, citation) for citation in read_citations(document)]


def _source(document: Document, citation: Citation) -> Source:
    given = citation.parameters
    if "ref" in given:
        written = _written_anchor(document, citation)
        if written is not None:
            return Source(citation, written.names, frozenset({written.year}))
    names = tuple(name_key(name) for name in _people(citation)[:_MOST])
    dated = " ".join(citation.value(name) for name in _DATES if name in given)
    if not all(names) or "ref" in given:
        names = ()
    return Source(citation, names, frozenset(_YEAR.findall(dated)))


def _written_anchor(document: Document, citation: Citation) -> Short | None:
    """Return what ``ref={{sfnref|…}}`` says; None if something else stands there."""
    parameter = citation.get("ref")
    if parameter is None:
        return None
    start, end = parameter.stripped_span
    for node in document.children(citation.template):
        if (node.start, node.end) == (start, end) and isinstance(node, Template):
            is_anchor = document.profile.concept(node.name) == "sfnref"
            return next(_short(node), None) if is_anchor else None
    return None


def _people(citation: Citation) -> list[str]:
    """Return the surnames of the authors, or of the editors if it has no author."""
    given, value = citation.parameters, citation.value
    for role in ("last", "editor-last"):
        first = next((name for name in (f"{role}1", role) if name in given), None)
        if first:
            rest = [f"{role}{number}" for number in range(2, _MOST + 1)]
            return [value(first), *(value(name) for name in rest if name in given)]
        if role == "last" and "vauthors" in given:
            return [person.last for person in citation.authors]
    return [person.last for person in citation.editors] if "veditors" in given else []


_DATES = ("year", "date", "publication-date", "orig-date")


def name_key(written: str) -> str:
    """Return a name or year as it goes into the anchor: without markup, white space single."""
    if written.isascii() and written.isalnum():
        return written
    text = _QUOTES.sub("", _LINK.sub(r"\1", decode_entities(written)))
    return " ".join(text.replace("ء", "").split())
