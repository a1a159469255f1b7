"""What makes two numbers a time of day: ``data/times.toml``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.profile.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping


class TimeWords(NamedTuple):
    """What is known of all languages; see the comments in the data.

    Attributes:
        words: expressions for what stands behind a time.
        halves: expressions for the same, of half a day.
        prepositions: what is another word, by language.
    """

    words: tuple[str, ...]
    halves: tuple[str, ...]
    prepositions: Mapping[str, tuple[str, ...]]


@cache
def time_words() -> TimeWords:
    """Read the file; raises `ProfileError` if it is malformed: a mistake of ours."""
    table = read_table("times")
    words = TimeWords(table.texts("words"), table.texts("halves"), table.lists("prepositions"))
    table.close()
    return words
