"""The words of quantities: numbers, what is counted, and what became of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.profile.tables import by_form, read_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.source.table import Table

_MULTIPLIERS: Final = {
    "hundred": 100,
    "thousand": 1000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
}


class QuantityWords(NamedTuple):
    """The words of one language, in lower case; see the comments in the data.

    Attributes:
        numbers: words for numbers below 100.
        multipliers: words that make a number larger, with what it is multiplied by.
        at_least, at_most, about: phrases, each as its words.
        fractions: words before a number that add a part to it or take one away.
        to: words between the two ends of a range.
        not_between: words that do not stand between a number and its noun.
        describing: nouns that describe another noun as well.
        nouns: what is counted, by its forms.
        states: what became of it, by its forms.
    """

    numbers: Mapping[str, int]
    multipliers: Mapping[str, int]
    at_least: tuple[tuple[str, ...], ...]
    at_most: tuple[tuple[str, ...], ...]
    about: tuple[tuple[str, ...], ...]
    fractions: frozenset[str]
    to: frozenset[str]
    not_between: frozenset[str]
    describing: frozenset[str]
    nouns: Mapping[str, str]
    states: Mapping[str, str]


@cache
def load_quantity_words(language: str) -> QuantityWords | None:
    """Return the words of a language by its code; None if nobody has listed them.

    Raises:
        ProfileError: the file is malformed: a mistake of ours.
    """
    return read_words("quantities", language, _words)


def _words(table: Table) -> QuantityWords:
    return QuantityWords(
        numbers=_numbers(table),
        multipliers={
            word: value for name, value in _MULTIPLIERS.items() for word in table.texts(name, ())
        },
        at_least=_phrases(table, "at_least"),
        at_most=_phrases(table, "at_most"),
        about=_phrases(table, "about"),
        fractions=frozenset(table.texts("fractions", ())),
        to=frozenset(table.texts("to")),
        not_between=frozenset(table.texts("not_between")),
        describing=frozenset(table.texts("describing")),
        nouns=by_form(table.lists("nouns")),
        states=by_form(table.lists("states")),
    )


def _numbers(table: Table) -> dict[str, int]:
    numbers = {word: value for value, word in enumerate(table.texts("counted"), 1) if word}
    for place, word in enumerate(table.texts("tens", ()), 2):
        numbers[word] = 10 * place
    return numbers


def _phrases(table: Table, key: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in table.texts(key))
