"""Entries in the form of biblatex, in UTF-8.

Fields are those of biblatex's manual, section 2.2, and for identifiers it has none for, the names
of Citation Style 1, which biblatex passes over and programs such as JabRef keep. The copy in an
archive is in ``verba``, its date in ``usera``: fields that biblatex leaves to its users.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from homs_wiki.page.bibliography.dates import SEASONS
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from homs_wiki.page.bibliography.dates import CitedDate
    from homs_wiki.page.bibliography.entry import Entry
    from homs_wiki.page.bibliography.people import Name
    from homs_wiki.page.bibliography.text import Run

# A brace counts for BibTeX even behind a backslash, so none may stand for itself.
_SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "%&#_$"},
}
_ESCAPES: Final = str.maketrans(_SPECIAL)
_IN_ADDRESSES: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})
_STYLES: Final = {
    "i": r"\mkbibemph", "b": r"\mkbibbold", "sub": r"\textsubscript", "sup": r"\textsuperscript",
}  # fmt: skip
_AND: Final = compiled(r"(?:\A|\s)and(?:\s|\Z)", re.IGNORECASE)
_DIVIDING: Final = compiled('[,="]')
_DASH: Final = compiled(r"\s*[–—‒−]\s*")
_FIRST_SEASON: Final = 20

# Field → parameters; the first that has a value counts. Texts are what they say, lists may have
# several items, addresses are taken to the letter.
_TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "titleaddon": ("trans-chapter", "trans-title"),
    "series": ("series",),
    "volume": ("volume",),
    "number": ("issue", "episode", "docket", "series-number"),
    "edition": ("edition",),
    "eventtitle": ("conference",),
    "type": ("degree", "type"),
    "isbn": ("isbn",),
    "issn": ("issn", "eissn"),
    "pmid": ("pmid",),
    "pmcid": ("pmc",),
    "annotation": ("quote",),
}
_LISTS: Final[Mapping[str, tuple[str, ...]]] = {
    "location": ("publication-place", "location"),
    "language": ("language",),
}
_ADDRESSES: Final[Mapping[str, tuple[str, ...]]] = {
    "doi": ("doi",),
    "verba": ("archive-url",),
}
_PUBLISHER: Final = ("publisher", "network", "station")
_PAGES: Final = ("pages", "page")
_NOTES: Final = ("department", "others", "agency", "via", "at", "id")
_DATES: Final = {"origdate": "orig-date", "urldate": "access-date", "usera": "archive-date"}
# Catalogues that have a field for an electronic copy; biblatex has room for one. Others are
# written under their own names.
_EPRINTS: Final = ("arxiv", "biorxiv", "medrxiv", "ssrn", "jstor", "hdl")
_CATALOGUES: Final = (
    *_EPRINTS, "asin", "bibcode", "citeseerx", "ismn", "jfm", "lccn", "mr", "oclc", "ol", "osti",
    "rfc", "s2cid", "sbn", "zbl",
)  # fmt: skip
# A part of a book that has editors stands in a collection.
_EDITED: Final = {"inbook": "incollection"}


def biblatex_entry(entry: Entry) -> str:
    """Return an entry as biblatex has it, with an empty line behind it.

    Everything in it is escaped: TeX shows what a reader of the page sees.
    """
    kind = entry.kind.biblatex
    if entry.credits.editors and not entry.credits.container_authors:
        kind = _EDITED.get(kind, kind)
    lines = [f"  {name} = {{{value}}},\n" for name, value in _fields(entry).items() if value]
    return f"@{kind}{{{entry.key},\n{''.join(lines)}}}\n\n"


def _fields(entry: Entry) -> dict[str, str]:
    kind = entry.kind
    titled = (entry.title, entry.container)

    def first(names: Iterable[str]) -> str:
        return entry.first(*(name for name in names if name not in titled))[1]

    fields = _people(entry)
    fields["title"] = _styled(entry.runs(entry.title))
    in_list = kind.container == "organization"
    held = entry.text(entry.container) if in_list else ""
    fields[kind.container] = _item(held) or _styled(entry.runs(entry.container))
    fields |= {name: _escaped(first(names)) for name, names in _TEXTS.items()}
    fields |= {name: _item(first(names)) for name, names in _LISTS.items()}
    fields[kind.publisher] = _item(first(_PUBLISHER))
    fields["type"] = fields["type"] or _escaped(kind.genre)
    fields["pages"] = _DASH.sub("--", _escaped(first(_PAGES)))
    fields["entrysubtype"] = kind.subtype
    fields |= _dates(entry)
    fields["url"] = _literally(entry.text(entry.address))
    fields |= {name: _literally(first(names)) for name, names in _ADDRESSES.items()}
    fields |= _catalogued(entry)
    fields["note"] = _escaped(". ".join(filter(None, map(entry.text, _NOTES))))
    return fields


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _literally(text: str) -> str:
    """Return an address in which nothing needs an escape, because nothing is taken for TeX."""
    return text.translate(_IN_ADDRESSES)


def _styled(title: list[Run]) -> str:
    return "".join(
        f"{_STYLES[run.style]}{{{_escaped(run.text)}}}" if run.style else _escaped(run.text)
        for run in title
    )


def _item(text: str) -> str:
    """Return a text as the only item of a list, whose items stand between ``and``."""
    escaped = _escaped(text)
    return f"{{{escaped}}}" if _AND.search(text) else escaped


def _people(entry: Entry) -> dict[str, str]:
    made = entry.credits
    more = ["others"] if made.and_others else []
    lists = {
        "author": [*map(_name, made.authors), *(more if made.authors else [])],
        "bookauthor": map(_name, made.container_authors),
        "editor": map(_name, made.editors),
        "translator": map(_name, made.translators),
        "interviewer": map(_name, made.interviewers),
    }
    return {field: " and ".join(names) for field, names in lists.items()}


def _name(name: Name) -> str:
    if not name.given:
        return f"{{{_escaped(name.family)}}}"
    return f"{_part(name.family)}, {_part(name.given)}"


def _part(text: str) -> str:
    """Return a part of a name; braces keep what would divide it, or one name from the next."""
    escaped = _escaped(text)
    return f"{{{escaped}}}" if _AND.search(text) or _DIVIDING.search(text) else escaped


def _dates(entry: Entry) -> dict[str, str]:
    dates = {"date": entry.issued, **{field: entry.date(name) for field, name in _DATES.items()}}
    fields = {field: _date(date) for field, date in dates.items() if date and date.start}
    if entry.issued and entry.issued.start == ():
        fields["year"] = _escaped(entry.issued.text)  # takes any text
    return fields


def _date(date: CitedDate) -> str:
    """Return a date as ISO 8601-2 writes it; ``-21`` to ``-24`` are the seasons, ``~`` is circa."""
    ends = ["-".join((f"{end[0]:04}", *(f"{part:02}" for part in end[1:])))
            for end in (date.start, date.end) if end]  # fmt: skip
    season = f"-{_FIRST_SEASON + SEASONS[date.season]}" if date.season else ""
    circa = "~" if date.approximate else ""
    return "/".join(f"{end}{season}{circa}" for end in ends)


def _catalogued(entry: Entry) -> dict[str, str]:
    given = {name: text for name in _CATALOGUES if (text := entry.text(name))}
    copy = next((name for name in _EPRINTS if name in given), "")
    fields = {"eprint": _literally(given.pop(copy)), "eprinttype": copy} if copy else {}
    if copy == "arxiv":
        fields["eprintclass"] = _escaped(entry.text("class"))
    return fields | {name: _escaped(text) for name, text in given.items()}
