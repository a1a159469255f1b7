"""The people of a citation by what they did: who wrote the part that is cited, who the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.page.bibliography.text import accepted, shown
from homs_wiki.page.citations.judging import without_etal
from homs_wiki.page.citations.people import ROLES, people

if TYPE_CHECKING:
    from homs_wiki.page.bibliography.entry import Entry
    from homs_wiki.page.citations import Person
    from homs_wiki.syntax import Document

# Parameters with names that are not told apart; the first counts where no author is named.
_UNNUMBERED: Final = ("people", "cartography")
_DISPLAYED: Final = frozenset(f"display-{role}s" for role in ROLES)
_LISTED: Final = frozenset(
    (
        "last", "first", "author-link", "author-mask", "vauthors", "veditors", "collaboration",
        *(f"{role}-{what}" for role in ROLES for what in ("last", "first", "link", "mask")),
    )
)  # fmt: skip


class Name(NamedTuple):
    """Someone whom a citation names.

    Attributes:
        family: surname; the whole name if ``given`` is empty.
        given: given name; empty if the citation doesn't tell it from the surname.
    """

    family: str
    given: str = ""


class Credits(NamedTuple):
    """Who made the work.

    Attributes:
        authors: of what is cited.
        container_authors: of the book in which it stands, if they are others.
        editors: in order, as the others.
        translators: in order.
        interviewers: in order.
        and_others: there are more authors than are named.
        used: parameters without numbers that have said so.
    """

    authors: list[Name]
    container_authors: list[Name]
    editors: list[Name]
    translators: list[Name]
    interviewers: list[Name]
    and_others: bool
    used: frozenset[str]


def is_of_people(name: str) -> bool:
    """Whether a parameter belongs to a list of people: surname, given name, link or mask."""
    return name.rstrip("0123456789") in _LISTED or name in _DISPLAYED


def read_credits(document: Document, entry: Entry) -> Credits:
    """Return who made the work that an entry is about."""
    said = {role: people(role, entry.citation.get, entry.text) for role in ROLES}
    named = {role: _names(document, persons) for role, persons in said.items()}
    authors = named["author"]
    if collaboration := entry.text("collaboration"):
        authors.append(Name(collaboration))
    used = ""
    if not authors:
        used, unnumbered = entry.first(*_UNNUMBERED)
        authors = [Name(unnumbered)] if unnumbered else []
    contributors = named["contributor"]
    return Credits(
        contributors or authors,
        authors if contributors else [],
        named["editor"],
        named["translator"],
        named["interviewer"],
        _is_open(entry, said["author"]),
        frozenset((used,)),
    )


def _names(document: Document, persons: list[Person]) -> list[Name]:
    names = []
    for person in persons:
        last, first = person.last, person.first
        if "[[" in last + first:  # in |vauthors= there is wikitext still
            last, first = shown(document, person.span), ""
        last, first = (accepted(without_etal(each)).strip(" ,;") for each in (last, first))
        if last or first:
            names.append(Name(last, first) if last else Name(first))
    return names


def _is_open(entry: Entry, authors: list[Person]) -> bool:
    if entry.text("display-authors").rstrip(".").replace(" ", "").lower() == "etal":
        return True
    listed = entry.text("vauthors") or entry.text("people")
    written = [listed] if listed else [part for who in authors[-1:] for part in who[1:3]]
    return any(without_etal(each) != each for each in written)
