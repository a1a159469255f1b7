"""The words with which relative dates begin and end, by which they are seen beside a date."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.profile.date_words import load_date_words
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.profile.story_words import load_story_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Tails(NamedTuple):
    """The words with which relative dates of a language begin and end, and what may stand around.

    ``last`` holds characters where words have no spaces between them. ``seen`` holds what stands
    before a date that has one before it: one of ``last``, with a comma perhaps; ``skipped`` the
    last words of joiners, which may stand between; ``inexact`` what may stand before both.
    """

    is_unspaced: bool
    first: frozenset[str]
    last: frozenset[str]
    seen: frozenset[str]
    skipped: frozenset[str]
    joiners: tuple[str, ...]
    inexact: tuple[str, ...]


@cache
def tails_of(language: str) -> Tails:
    """Give the first and last words of a language's relative dates."""
    words, story = load_date_words(language), load_story_words(language).narrative
    is_unspaced = load_date_facts(language).unspaced
    values = {
        "n": (*words.numbers, *words.vague),
        "unit": words.units,
        "one": words.single_units,
        "dual": words.duals,
        "weekday": words.weekdays,
    }
    written = [template for several in words.relative.values() for template in several]
    ends = [_ends(each.split(), values) for each in (*written, *words.told)]
    last = frozenset(word[-1:] if is_unspaced else word for _, several in ends for word in several)
    return Tails(
        is_unspaced,
        frozenset(word for several, _ in ends for word in several),
        last,
        last.union(f"{word}{mark}" for word in last for mark in ",،:"),
        frozenset(joiner.split()[-1] for joiner in story.joiners),
        story.joiners,
        story.of + story.vague,
    )


def _ends(
    pieces: Sequence[str], values: Mapping[str, Iterable[str]]
) -> tuple[list[str], list[str]]:
    """Give the first and last words of what a template stands for."""
    first, last = (
        [
            piece.replace(f"{{{name}}}", value)
            for name in values
            if f"{{{name}}}" in piece
            for value in values[name]
        ]
        if "{" in piece
        else [piece]
        for piece in (pieces[0], pieces[-1])
    )
    return [each.split()[0] for each in first], [each.split()[-1] for each in last]
