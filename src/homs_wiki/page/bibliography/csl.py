"""Entries in the form of CSL-JSON, the input of processors of the Citation Style Language.

The form is that of CSL 1.0.2: its specification, appendices III and IV, and the schema
``csl-data.json`` of the Citation Style Language project.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.page.bibliography.dates import SEASONS
from homs_wiki.page.bibliography.languages import tags
from homs_wiki.page.bibliography.people import is_of_people
from homs_wiki.page.citations.urls import read_archive

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.page.bibliography.dates import CitedDate
    from homs_wiki.page.bibliography.entry import Entry
    from homs_wiki.page.bibliography.people import Name
    from homs_wiki.page.bibliography.text import Run

Item = dict[str, object]
"""A work, by the names of the variables of CSL."""

# Variable → parameters; the first that has a value counts.
_VARIABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "publisher": ("publisher", "network", "station"),
    "publisher-place": ("publication-place", "location"),
    "volume": ("volume",),
    "issue": ("issue",),
    "edition": ("edition",),
    "collection-title": ("series",),
    "collection-number": ("series-number",),
    "page": ("pages", "page"),
    "section": ("department",),
    "event-title": ("conference",),
    "genre": ("degree", "type"),
    "scale": ("scale",),
    "source": ("via",),
    "DOI": ("doi",),
    "ISBN": ("isbn",),
    "ISSN": ("issn", "eissn"),
    "PMID": ("pmid",),
    "PMCID": ("pmc",),
    "archive_location": ("archive-url",),
}
# The same for some types, before those above.
_OWN_VARIABLES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "broadcast": {"number": ("episode", "issue")},
    "motion_picture": {"medium": ("type",)},
    "report": {"number": ("issue", "docket")},
    "thesis": {"number": ("issue", "docket")},
}
_DATES: Final = {"accessed": "access-date", "original-date": "orig-date"}
# Parameters that are read as one, whichever of them says it.
_OF_ISSUE: Final = frozenset(("date", "year", "month", "day"))
# Parameters that say how the citation is shown, not what it cites.
_OF_DISPLAY: Final = frozenset(
    (
        "df", "mode", "name-list-style", "no-pp", "no-tracking", "postscript", "ref",
        "time-caption", "display-editors",
    )
)  # fmt: skip


class _Item:
    """An item in the making: what it says, and which parameters have said it."""

    __slots__ = ("entry", "said", "used")

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.said: Item = {"id": entry.key, "type": entry.kind.csl}
        self.used: set[str] = {*_OF_ISSUE, *_OF_DISPLAY}

    def put(self, variable: str, names: tuple[str, ...]) -> None:
        """Say in a variable what the first of some parameters says, if it has not been said."""
        name, text = self.entry.first(*(name for name in names if name not in self.used))
        if name:
            self.said[variable] = text
            self.used.add(name)


def csl_item(entry: Entry) -> Item:
    """Return what an entry says as an item of CSL-JSON: strings, numbers, lists and objects.

    What has no variable of its own is in ``custom`` under the names of Citation Style 1.
    """
    item = _Item(entry)
    _put_titles(item)
    _put_people(item)
    _put_dates(item)
    own = _OWN_VARIABLES.get(entry.kind.csl, {})
    for variable, names in {**own, **_VARIABLES, **own}.items():
        item.put(variable, names)
    item.put("URL", (entry.address,))
    _put_identity(item)
    _put_language(item)
    _put_rest(item)
    return item.said


def _put_titles(item: _Item) -> None:
    entry = item.entry
    for variable, name in (("title", entry.title), ("container-title", entry.container)):
        if name:
            item.said[variable] = _marked_up(entry.runs(name))
            item.used.add(name)


def _marked_up(title: list[Run]) -> str:
    """Return a title with the tags that CSL has for styles within a text."""
    return "".join(
        f"<{run.style}>{run.text}</{run.style}>" if run.style else run.text for run in title
    )


def _put_people(item: _Item) -> None:
    made = item.entry.credits
    variables = {
        "author": made.authors,
        "container-author": made.container_authors,
        "editor": made.editors,
        "translator": made.translators,
        "interviewer": made.interviewers,
    }
    for variable, names in variables.items():
        if names:
            item.said[variable] = [_name(name) for name in names]
    item.used |= made.used


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given}


def _put_dates(item: _Item) -> None:
    entry = item.entry
    if entry.issued:
        item.said["issued"] = _date(entry.issued)
        if entry.issued.letter:
            item.said["year-suffix"] = entry.issued.letter
        if entry.issued.name == "publication-date":
            item.used.add("publication-date")
    for variable, name in _DATES.items():
        date = entry.date(name)
        if date:
            item.said[variable] = _date(date)
            item.used.add(name)


def _date(date: CitedDate) -> Item:
    if not date.start:
        return {"literal": date.text}
    ends = [list(end) for end in (date.start, date.end) if end]
    said: Item = {"date-parts": ends}
    if date.season:
        said["season"] = SEASONS[date.season]
    if date.approximate:
        said["circa"] = True
    return said


def _put_identity(item: _Item) -> None:
    """Say what keeps it, and under which number; of what kind it is where no one has said it."""
    kind, said = item.entry.kind, item.said
    if kind.genre:
        said.setdefault("genre", kind.genre)
    if kind.archive:
        said.setdefault("publisher", kind.archive)
        number = item.entry.text(kind.archive.lower())
        if number:
            said["number"] = f"{kind.archive}:{number}"
            item.used.add(kind.archive.lower())
    pmc = said.get("PMCID")
    if isinstance(pmc, str) and pmc.isdecimal():
        said["PMCID"] = f"PMC{pmc}"
    archive = read_archive(item.entry.text("archive-url"))
    if archive:
        said["archive"] = archive.service


def _put_language(item: _Item) -> None:
    written = item.entry.text("language")
    found, all_known = tags(written, item.entry.language) if written else ([], False)
    if found:
        item.said["language"] = found[0]
    if len(found) == 1 and all_known:
        item.used.add("language")


def _put_rest(item: _Item) -> None:
    entry = item.entry
    custom: Item = {}
    for name in entry.names:
        if name in item.used or is_of_people(name):
            continue
        date = entry.date(name) if name.endswith("-date") else None
        if date:
            custom[name] = _date(date)
        elif text := entry.text(name):
            custom[name] = text
    if entry.credits.and_others:
        custom["display-authors"] = "etal"
    if custom:
        item.said["custom"] = custom
