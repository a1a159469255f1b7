"""Marks of direction, and what Unicode's bidirectional algorithm makes of characters."""

from __future__ import annotations

from functools import cache
from unicodedata import bidirectional

from homs_wiki.lint.finding import Phrase

LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"
OPENERS = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
CLOSERS = frozenset("\u202c\u2069")
OVERRIDES = frozenset("\u202d\u202e")
MARKS = frozenset((LRM, RLM, ALM))
CONTROLS = OPENERS | CLOSERS
NAMES = {
    LRM: Phrase("left-to-right mark"),
    RLM: Phrase("right-to-left mark"),
    ALM: Phrase("Arabic letter mark"),
    "\u202a": Phrase("left-to-right embedding"),
    "\u202b": Phrase("right-to-left embedding"),
    "\u202c": Phrase("end of an embedding or override"),
    "\u202d": Phrase("left-to-right override"),
    "\u202e": Phrase("right-to-left override"),
    "\u2066": Phrase("left-to-right isolate"),
    "\u2067": Phrase("right-to-left isolate"),
    "\u2068": Phrase("first-strong isolate"),
    "\u2069": Phrase("end of an isolate"),
}


@cache  # there are few, and a page may have very many of them
def named(character: str) -> Phrase:
    """Return the name of a mark or control with its code point."""
    return Phrase("{name} (U+{code})", name=NAMES[character], code=f"{ord(character):04X}")


def strong(character: str) -> str:
    """Return ``L``, ``R`` or ``AL`` for a character with a direction of its own; else nothing."""
    kind = bidirectional(character) if character else ""
    return kind if kind in ("L", "R", "AL") else ""
