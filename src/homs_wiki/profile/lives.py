"""What tells when somebody was born and died, and at what age: ``data/lives.toml``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.profile.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping


class LifeFacts(NamedTuple):
    """What is known of all languages; see the comments in the data.

    Attributes:
        birth_fields: fields of infoboxes with the date of the birth.
        death_fields: the same of the death.
        invented: what stands in the names of infoboxes for invented persons, in lower case.
        of_age: an expression for what stands beside a number that is an age.
        died: expressions for an age at death, by language; ``{n}`` stands for the age.
    """

    birth_fields: frozenset[str]
    death_fields: frozenset[str]
    invented: tuple[str, ...]
    of_age: str
    died: Mapping[str, tuple[str, ...]]


@cache
def life_facts() -> LifeFacts:
    """Read the file; raises `ProfileError` if it is malformed: a mistake of ours."""
    table = read_table("lives")
    facts = LifeFacts(
        frozenset(table.texts("birth_fields")),
        frozenset(table.texts("death_fields")),
        table.texts("invented"),
        table.text("of_age"),
        table.lists("died"),
    )
    table.close()
    return facts
