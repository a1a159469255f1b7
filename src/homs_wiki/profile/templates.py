"""What templates are for: concepts, infoboxes, section titles and habits of one wiki.

``data/templates.toml`` holds English names, which count on every wiki; ``data/wikis/<wiki>.toml``
adds the wiki's own names, and gives an English name another meaning where the wiki does.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from homs_wiki.profile.language import read_namespaces
from homs_wiki.profile.tables import ProfileError, read_table
from homs_wiki.source.table import Table


class House(NamedTuple):
    """Habits of one wiki, as far as they are known (``None`` and empty: not known)."""

    reference_after_punctuation: bool | None
    redirect_word: str | None
    documentation_subpages: tuple[str, ...]
    disambiguation_title: str | None
    """``%s`` stands for the title."""
    maintenance_date: str | None
    """How a template for requests is dated."""
    section_order: tuple[str, ...]
    """Roles of the sections at the end of a page in their order; those in any order together."""
    hatnotes_before_infobox: bool | None
    section_titles_fixed: bool | None
    """Whether the wiki writes the other titles of a role as that of the house."""


class InfoboxNames(NamedTuple):
    """Which template names are those of infoboxes: parts are whole words."""

    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    names: frozenset[str]
    helpers: frozenset[str]


class Wiki(NamedTuple):
    """The file of one wiki; names of templates as written there."""

    namespaces: dict[int, tuple[str, ...]]
    sections: dict[str, tuple[str, ...]]
    """Role (``references``, ``notes``, ``see_also`` …) → titles, that of the house first."""
    infobox: InfoboxNames
    house: House
    concepts: dict[str, tuple[str, ...]]


class _Common(NamedTuple):
    concepts: dict[str, tuple[str, ...]]
    families: dict[str, tuple[str, ...]]
    infobox: InfoboxNames


@cache
def common() -> _Common:
    """Return the English names that hold everywhere."""
    table = read_table("templates")
    read = _Common(
        concepts=table.lists("concepts"),
        families=table.lists("families"),
        infobox=_infobox_names(table.table("infobox")),
    )
    table.close()
    return read


@cache
def wiki(name: str) -> Wiki:
    """Read the file of a wiki (``ur.wikipedia``); :class:`ProfileError` if there is none."""
    table = read_table(f"wikis/{name}")
    read = Wiki(
        namespaces=read_namespaces(table),
        sections=table.lists("sections"),
        infobox=_infobox_names(table.table("infobox")),
        house=_house(table.table("house")),
        concepts=table.lists("concepts"),
    )
    table.close()
    return read


def _infobox_names(table: Table) -> InfoboxNames:
    read = InfoboxNames(
        prefixes=table.texts("prefixes", ()),
        suffixes=table.texts("suffixes", ()),
        names=frozenset(table.texts("names", ())),
        helpers=frozenset(table.texts("helpers", ())),
    )
    table.close()
    return read


def _house(table: Table) -> House:
    key = "reference_after_punctuation"
    hatnotes = "hatnotes_before_infobox"
    titles = "section_titles_fixed"
    read = House(
        reference_after_punctuation=table.flag(key) if key in table else None,
        redirect_word=table.text("redirect_word", "") or None,
        documentation_subpages=table.texts("documentation_subpages", ()),
        disambiguation_title=table.text("disambiguation_title", "") or None,
        maintenance_date=table.text("maintenance_date", "") or None,
        section_order=table.texts("section_order", ()),
        hatnotes_before_infobox=table.flag(hatnotes) if hatnotes in table else None,
        section_titles_fixed=table.flag(titles) if titles in table else None,
    )
    table.close()
    return read


class Concepts:
    """The concepts of the templates of one wiki, by template key."""

    __slots__ = ("_families", "_infobox", "by_key", "names")

    def __init__(self, name: str, key: Callable[[str], str]) -> None:
        own = wiki(name)
        shared = common()
        self.by_key: dict[str, str] = {}
        for concept, names in own.concepts.items():
            for each in names:
                if self.by_key.setdefault(key(each), concept) != concept:
                    raise ProfileError(f"wikis/{name}.toml: {each!r} is in two concepts")
        for concept, names in shared.concepts.items():
            for each in names:
                self.by_key.setdefault(key(each), concept)
        self.names = _names_by_concept(own.concepts, shared.concepts, self.by_key, key)
        self._families = [
            (key(prefix), family)
            for family, prefixes in shared.families.items()
            for prefix in prefixes
        ]
        self._infobox = InfoboxNames(
            prefixes=tuple(map(key, own.infobox.prefixes + shared.infobox.prefixes)),
            suffixes=own.infobox.suffixes + shared.infobox.suffixes,
            names=frozenset(map(key, own.infobox.names | shared.infobox.names)),
            helpers=frozenset(map(key, own.infobox.helpers | shared.infobox.helpers)),
        )

    def get(self, key: str) -> str | None:
        """Return the concept of a template key, or of the family its name begins like."""
        found = self.by_key.get(key)
        if found is None:
            for prefix, family in self._families:
                if key.startswith(prefix) and len(key) > len(prefix):
                    return family
        return found

    def is_infobox(self, key: str) -> bool:
        """Say whether the template of this key is an infobox by its name."""
        known = self._infobox
        if key in known.helpers:
            return False
        concept = self.by_key.get(key)
        if concept is not None:
            # What is known to be something else is not one, whatever its name begins like.
            return concept.startswith("infobox") or concept == "taxobox"
        if key in known.names:
            return True
        return any(_begins(key, prefix) for prefix in known.prefixes) or any(
            key.endswith(" " + suffix) for suffix in known.suffixes
        )


def _begins(key: str, prefix: str) -> bool:
    return key.startswith(prefix) and key[len(prefix) : len(prefix) + 1] in ("", " ", "/")


def _names_by_concept(
    own: Mapping[str, tuple[str, ...]],
    shared: Mapping[str, tuple[str, ...]],
    by_key: Mapping[str, str],
    key: Callable[[str], str],
) -> dict[str, tuple[str, ...]]:
    """Own names first; an English name that means something else on the wiki is left out."""
    names: dict[str, tuple[str, ...]] = {}
    for concept in {**own, **shared}:
        both = (*own.get(concept, ()), *shared.get(concept, ()))
        names[concept] = tuple(dict.fromkeys(each for each in both if by_key[key(each)] == concept))
    return names
