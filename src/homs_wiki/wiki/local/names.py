"""What a wiki calls its templates and their arguments; the profile knows."""

import re
from collections.abc import Iterator
from typing import Final

from homs_wiki.profile import Profile
from homs_wiki.profile.citations import citation_style_1
from homs_wiki.profile.infoboxes import InfoboxSchema, find_schema
from homs_wiki.profile.tables import read_optional
from homs_wiki.wiki.local.wikitext import Names

_ENUMERATOR: Final = re.compile(r"\d+")


def own_names(name: str) -> tuple[str, ...]:
    """Return the name alone: the argument has no other."""
    return (name,)


def citation_names(profile: Profile, templates: tuple[str, ...]) -> Names:
    """Return what gives all names of a citation parameter in a template of any of those names."""
    tables = [citation_style_1().parameters, *_own_tables(profile, templates)]
    known = {canonical for table in tables for canonical in table}

    def names(name: str) -> tuple[str, ...]:
        number = _ENUMERATOR.search(name)
        if number:
            return _spelled(tables, _ENUMERATOR.sub("#", name), (number[0],))
        if name in known:
            return _spelled(tables, name, ("",))
        # The first of several may do without its number.
        several = next(each for each in known if each.replace("#", "") == name)
        return _spelled(tables, several, ("", "1"))

    return names


def _spelled(
    tables: list[dict[str, tuple[str, ...]]], canonical: str, numbers: tuple[str, ...]
) -> tuple[str, ...]:
    """Return every name of a parameter in all tables, ``#`` replaced by each of ``numbers``."""
    written = [each for table in tables for each in (canonical, *table.get(canonical, ()))]
    return tuple(
        dict.fromkeys(
            each.replace("#", number)
            for each in written
            # A name that takes no number is the first of its kind.
            if "#" in each or "" in numbers
            for number in numbers
        )
    )


def _own_tables(
    profile: Profile, templates: tuple[str, ...]
) -> Iterator[dict[str, tuple[str, ...]]]:
    own = read_optional(f"citations/{profile.name}")
    if own is None:
        return
    yield own.lists("parameters")
    for table in own.tables("tables"):
        if table.flag("cs1", False) and set(table.texts("templates")) & set(templates):
            yield table.lists("parameters")


def infobox_names(profile: Profile, templates: tuple[str, ...]) -> Names:
    """Return what gives all names of a field of an infobox with any of those names."""
    schemas = [find_schema(profile.language, name) for name in templates]

    def names(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((name, *_local(schemas, name))))

    return names


def _local(schemas: list[InfoboxSchema | None], name: str) -> Iterator[str]:
    for schema in schemas:
        local = schema and schema.local_name(name)
        if local:
            yield local
