"""Infobox schemas: which fields an infobox has, what they hold, and in which order they stand.

A topic, ``data/infoboxes/<topic>.toml``, names the fields of one kind of infobox in English and in
order; ``data/infoboxes/templates/<language>.toml`` says which templates of a language's Wikipedia
are such an infobox and what their own names of the fields are. Both are read when a page first has
such a template.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from homs_wiki.profile.memo import Memo
from homs_wiki.profile.tables import ProfileError, read_optional, read_table
from homs_wiki.source.patterns import compiled
from homs_wiki.source.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FieldType = Literal["text", "date", "number", "coordinates", "list", "image"]
Completeness = Literal["all", "latin", "none"]

_TYPES: Final[tuple[FieldType, ...]] = ("date", "number", "coordinates", "list", "image")
_COMPLETENESS: Final[tuple[Completeness, ...]] = ("none", "latin", "all")
_DIGITS: Final = compiled("[0-9]+")
_FOLDER: Final = "infoboxes"


class FieldFacts(NamedTuple):
    """What is known of one field.

    Attributes:
        name: its canonical (English) name, numbers and letters filled in: ``combatant1a``.
        type: what its value is read as; ``text`` if nothing is known.
        place: a key to sort the fields of an infobox by.
    """

    name: str
    type: FieldType
    place: tuple[int, ...]


class _Pattern(NamedTuple):
    """A canonical name with ``#`` for its numbers, its letter filled in, and where it stands."""

    name: str
    type: FieldType
    group: int
    member: int
    letter: int

    def facts(self, numbers: list[str]) -> FieldFacts:
        """Return what is known of the field that has ``numbers`` in its name."""
        name = self.name
        for number in numbers:
            name = name.replace("#", number, 1)
        place = (self.group, self.letter, *map(int, numbers), self.member)
        return FieldFacts(name, self.type, place)


class InfoboxSchema:
    """The fields of one template (or of several names of it).

    Attributes:
        topic: the kind of infobox: ``military-conflict``, ``person``, ``settlement``.
        names: the names of the template, the usual one first.
        complete: whether a field that is not listed cannot exist: ``all``; ``latin``: if its name
            is in Latin letters; ``none``: nobody knows.
        required: canonical names of the fields that must not be empty.
    """

    def __init__(self, table: Table) -> None:
        self.topic = table.text("schema")
        self.names = table.texts("names")
        self.complete: Completeness = _choice(table, "complete", _COMPLETENESS)
        self.required = table.texts("required", ())
        self._letters = table.text("letters", "abcd")
        self._english = table.flag("english", False)
        self._own = table.lists("fields")
        table.close()
        self._known: Memo[str, FieldFacts | None] = Memo(self._find)

    @cached_property
    def _topic(self) -> _Topic:
        return _read_topic(self.topic)

    @property
    def event_dates(self) -> tuple[str, ...]:
        """Canonical names of the fields that say when it took place, the first day first."""
        return self._topic.event_dates

    @cached_property
    def _patterns(self) -> Mapping[str, _Pattern]:
        """Local names, their numbers as ``#``, to what they are."""
        patterns: dict[str, _Pattern] = {}
        for canonical, locals_, group, member in self._entries():
            kind = self._topic.types.get(canonical, "text")
            for local in locals_:
                for number, letter in enumerate(self._letters if "@" in canonical else " "):
                    pattern = _Pattern(
                        canonical.replace("@", "abcd"[number]),
                        kind,
                        group,
                        member,
                        number + ("@" in canonical),
                    )
                    patterns.setdefault(local.replace("@", letter), pattern)
        return patterns

    def _entries(self) -> Iterator[tuple[str, tuple[str, ...], int, int]]:
        """Yield canonical name, local names, and the two halves of its place."""
        order = self._topic.order
        if self._own:
            for group, (canonical, names) in enumerate(self._own.items()):
                also = (canonical,) if self._english and canonical not in names else ()
                yield canonical, names + also, group, 0
            if not self._english:
                return
            order = tuple(each for each in order if each[0] not in self._own)
        for canonical, group, member in order:
            yield canonical, (canonical,), len(self._own) + group, member

    def find(self, name: str) -> FieldFacts | None:
        """Return what is known of the field that the template calls ``name``; None if unknown."""
        return self._known[name]

    def _find(self, name: str) -> FieldFacts | None:
        pattern = self._patterns.get(name)
        if pattern is not None:
            return None if "#" in name else pattern.facts([])
        numbers = _DIGITS.findall(name)
        # Nobody numbers a field with leading zeros or beyond two digits.
        if not numbers or any(len(number) > 2 or number[0] == "0" for number in numbers):
            return None
        pattern = self._patterns.get(_DIGITS.sub("#", name))
        return pattern.facts(numbers) if pattern else None

    def local_name(self, canonical: str) -> str | None:
        """Return what the template calls the field ``canonical``; None if it has no such field."""
        numbers = _DIGITS.findall(canonical)
        for wanted, fill in ((canonical, []), (_DIGITS.sub("#", canonical), numbers)):
            local = self._locals.get(wanted)
            if local is not None and "#" not in local.replace("#", "", len(fill)):
                for number in fill:
                    local = local.replace("#", number, 1)
                return local
        return None

    @cached_property
    def _locals(self) -> Mapping[str, str]:
        names: dict[str, str] = {}
        for local, pattern in self._patterns.items():
            if pattern.name.count("#") == local.count("#"):
                names.setdefault(pattern.name, local)
        return names

    def near(self, name: str) -> str | None:
        """Return the one known name that ``name`` is a slip of the keyboard away from.

        A slip is one letter too many, too few, wrong or swapped with the next, or a number in
        digits of another script. A difference in case, in a plural s, in what joins the words or
        between British and American spelling is none: it may be another name of the field.
        """
        plain = "".join(str(int(each)) if each.isdecimal() else each for each in name)
        if plain != name and self.find(plain):
            return plain
        numbers = _DIGITS.findall(name)
        key = _DIGITS.sub("#", name)
        found = {
            known
            for known in self._patterns
            if _is_slip(key, known) and known.count("#") == len(numbers)
        }
        if len(found) != 1:
            return None
        local = found.pop()
        for number in numbers:
            local = local.replace("#", number, 1)
        return local if self.find(local) else None


class _Topic(NamedTuple):
    """A kind of infobox: canonical names with their group and place in it, in order; types."""

    order: tuple[tuple[str, int, int], ...]
    types: Mapping[str, FieldType]
    event_dates: tuple[str, ...]


@cache
def _read_topic(name: str) -> _Topic:
    table = read_table(f"{_FOLDER}/{name}")
    order = tuple(
        (canonical.strip(), group, member)
        for group, names in enumerate(table.texts("order"))
        for member, canonical in enumerate(names.split(","))
    )
    types = table.table("types")
    kinds = {field: kind for kind in _TYPES for field in types.texts(kind, ())}
    types.close()
    topic = _Topic(order, kinds, table.texts("event_dates"))
    table.close()
    return topic


def find_schema(language: str, key: str) -> InfoboxSchema | None:
    """Return the schema of the infobox ``key`` on the Wikipedia of ``language``; None if unknown.

    ``key`` is the name of a template as pages are compared: first letter upper case, no "_".
    """
    return _schemas(language).get(key)


@cache
def _schemas(language: str) -> Mapping[str, InfoboxSchema]:
    table = read_optional(f"{_FOLDER}/templates/{language}")
    if table is None:
        return {}
    schemas = [InfoboxSchema(each) for each in table.tables("template")]
    table.close()
    return {name: schema for schema in schemas for name in schema.names}


def _choice(table: Table, key: str, choices: tuple[Completeness, ...]) -> Completeness:
    value = table.text(key, choices[0])
    for choice in choices:
        if value == choice:
            return choice
    raise ProfileError(f"{table.where}: {key!r} must be one of {', '.join(choices)}")


def _is_slip(written: str, known: str) -> bool:
    if abs(len(written) - len(known)) > 1 or len(known.replace("#", "")) < _SHORTEST:
        return False
    start = 0
    shorter = min(len(written), len(known))
    while start < shorter and written[start] == known[start]:
        start += 1
    end = 0
    while end < shorter - start and written[-1 - end] == known[-1 - end]:
        end += 1
    wrong, right = written[start : len(written) - end], known[start : len(known) - end]
    if max(len(wrong), len(right)) > 1 and wrong != right[::-1]:
        return False
    return not _is_variant(wrong, right, known[len(known) - end :])


_SHORTEST: Final = 5  # In a shorter name one letter is too much of it.


def _is_variant(wrong: str, right: str, behind: str) -> bool:
    """Whether the difference is one of spelling, case or number, not a slip."""
    joined = all(each in ("", "_", "-", " ", "#") for each in (wrong, right))
    plural = {wrong, right} == {"", "s"} and behind in ("", "#")
    return joined or plural or {wrong, right} in _BRITISH or wrong.casefold() == right.casefold()


_BRITISH: Final = ({"s", "z"}, {"", "u"})  # organisation, colour
