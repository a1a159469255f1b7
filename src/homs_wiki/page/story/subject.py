"""Sentences that begin with the page's own event: "It …", "The battle …", «یہ لڑائی …»."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.page.dates.grammar import WORD, one_of
from homs_wiki.profile.story_words import load_story_words
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from homs_wiki.source import Span


def begins_with_event(text: str, sentence: Span, language: str) -> bool:
    """Tell whether a sentence begins with a word for the event that the one before it is on.

    Args:
        text: the prose.
        sentence: where the sentence stands in it.
        language: the code of its language; of one whose words are not known, none does.
    """
    pattern = _pattern(language)
    return pattern is not None and pattern.match(text, *sentence) is not None


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """Compile the words of a language; None where there are none."""
    state, words = load_story_words(language)[1:]
    if not words.itself:
        return None
    noun = f"(?:{one_of(state.nouns)})"
    itself = "|".join(
        re.escape(each).replace(r"\ ", r"[^\S\n]+").replace(r"\{noun\}", noun)
        for each in sorted(words.itself, key=len, reverse=True)
    )
    return lazily(f"(?:{itself})(?![{WORD}])")
