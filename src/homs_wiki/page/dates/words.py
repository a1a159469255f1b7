"""Expressions for the words of a language, with the edges that words have in it."""

from __future__ import annotations

import re
from functools import cache

from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source.lazy import lazily

from .grammar import WORD, one_of


def edges(language: str) -> tuple[str, str]:
    """Give the conditions that a word begins and ends, where words have edges."""
    if load_date_facts(language).unspaced:
        return "", ""
    return rf"(?<![{WORD}])", rf"(?![{WORD}])"


@cache
def any_of(words: tuple[str, ...], language: str) -> re.Pattern[str] | None:
    """Give a pattern for any of some words, in capitals too; None if there are none."""
    if not words:
        return None
    left, right = edges(language)
    return lazily(f"{left}(?:{one_of(words)}){right}", re.IGNORECASE)
