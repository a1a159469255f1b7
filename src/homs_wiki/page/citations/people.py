"""The people of a citation: authors, editors and the rest, in their order."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from homs_wiki.page.values import is_made
from homs_wiki.source import Span
from homs_wiki.syntax import Parameter

# Canonical names by role; "{}" is the number, which for the first person may be left out.
_NAMES = {
    "author": ("last{}", "first{}", "author-link{}", "author-mask{}"),
    "editor": ("editor-last{}", "editor-first{}", "editor-link{}", "editor-mask{}"),
    "translator": (
        "translator-last{}", "translator-first{}", "translator-link{}", "translator-mask{}",
    ),
    "contributor": (
        "contributor-last{}", "contributor-first{}", "contributor-link{}", "contributor-mask{}",
    ),
    "interviewer": (
        "interviewer-last{}", "interviewer-first{}", "interviewer-link{}", "interviewer-mask{}",
    ),
}  # fmt: skip
_VANCOUVER = {"author": "vauthors", "editor": "veditors"}

ROLES = tuple(_NAMES)
"""The roles that people have in citations."""


class Person(NamedTuple):
    """Someone whom a citation names.

    Attributes:
        role: "author", "editor", "translator", "contributor" or "interviewer".
        last: surname, or the whole name; wikitext, empty if only a first name is given.
        first: given name; wikitext, empty if there is none.
        link: title of the article on the person; empty if there is none.
        mask: what is shown in place of the name; empty if nothing.
        span: the value that holds the surname, else the first name.
    """

    role: str
    last: str
    first: str
    link: str
    mask: str
    span: Span


Get = Callable[[str], Parameter | None]
Text = Callable[[str], str]


def people(role: str, get: Get, text: Text) -> list[Person]:
    """Return the people of a role as Citation Style 1 reads them.

    Numbers are walked from 1; the walk ends after two in a row that have no name. Without such
    names those of ``vauthors`` and ``veditors`` count, if no template stands among them.

    Args:
        role: one of `ROLES`.
        get: gives the parameter of a canonical name.
        text: gives its value.
    """
    found = list(_numbered(role, get, text))
    if not found and role in _VANCOUVER:
        parameter = get(_VANCOUVER[role])
        if parameter and not is_made(parameter):
            found = list(_vancouver(role, parameter))
    return found


def _numbered(role: str, get: Get, text: Text) -> Iterator[Person]:
    number = missing = 0
    while missing < 2:
        number += 1
        labels = [f"{number}", ""] if number == 1 else [f"{number}"]
        last, first, link, mask = (
            next((name for label in labels if get(name := names.format(label))), "")
            for names in _NAMES[role]
        )
        named = get(last) or get(first)
        if not named:
            missing += 1
            continue
        missing = 0
        yield Person(role, text(last), text(first), text(link), text(mask), named.stripped_span)


def _vancouver(role: str, parameter: Parameter) -> Iterator[Person]:
    start = parameter.stripped_span.start
    value = parameter.value.strip()
    for part in value.split(","):
        name = part.strip()
        begin = start + len(part) - len(part.lstrip())
        span = Span(begin, begin + len(name))
        start += len(part) + 1
        corporate = name.startswith("((") and name.endswith("))")
        last, _, initials = (name[2:-2], "", "") if corporate else name.rpartition(" ")
        if name and name.strip(".") not in ("et al", "etal"):
            yield Person(role, last or initials, initials if last else "", "", "", span)
