"""What a full stop means besides the end of a sentence: ``data/sentences.toml``."""

from functools import cache
from typing import NamedTuple

from homs_wiki.profile.tables import read_table


class SentenceFacts(NamedTuple):
    """Where an ASCII full stop ends no sentence.

    Attributes:
        abbreviations: words written with a full stop, in lower case and without it; of all
            languages together, as foreign names and titles stand in any text.
        ordinal_stop: codes of the languages that write "5." for "5th".
    """

    abbreviations: frozenset[str]
    ordinal_stop: frozenset[str]


@cache
def sentence_facts() -> SentenceFacts:
    """Read the file; raises `ProfileError` if it is malformed."""
    table = read_table("sentences")
    facts = SentenceFacts(
        abbreviations=frozenset(table.texts("abbreviations")),
        ordinal_stop=frozenset(table.texts("ordinal_stop")),
    )
    table.close()
    return facts
