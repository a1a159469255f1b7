"""What shows that two sentences may tell the same event: ``data/retelling.toml``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.profile.tables import by_form, read_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.source.table import Table


class RetellingWords(NamedTuple):
    """The words of one language, folded as ``str.casefold`` does; see the comments in the data.

    Attributes:
        forms: words that stand for another form, and that one.
        verbs: words of an event that happened.
        auxiliaries: words between what something happened to and the verb.
        again: words which say that it happened more than once.
        common: words that name nothing; empty where names have a capital letter.
    """

    forms: Mapping[str, str]
    verbs: frozenset[str]
    auxiliaries: frozenset[str]
    again: frozenset[str]
    common: frozenset[str]


@cache
def load_retelling_words(language: str) -> RetellingWords | None:
    """Return the words of a language by its code; None if nobody has listed them.

    Raises:
        ProfileError: the file is malformed: a mistake of ours.
    """
    return read_words("retelling", language, _words)


def _words(table: Table) -> RetellingWords:
    return RetellingWords(
        forms=by_form(table.lists("forms")),
        verbs=frozenset(table.texts("verbs")),
        auxiliaries=frozenset(table.texts("auxiliaries", ())),
        again=frozenset(table.texts("again")),
        common=frozenset(table.texts("common", ())),
    )
