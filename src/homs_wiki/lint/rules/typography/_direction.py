"""Marks of direction, and what Unicode's bidirectional algorithm makes of characters."""

from __future__ import annotations

import re
from unicodedata import bidirectional

LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"
OPENERS = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
CLOSERS = frozenset("\u202c\u2069")
OVERRIDES = frozenset("\u202d\u202e")
MARKS = frozenset((LRM, RLM, ALM))
CONTROLS = OPENERS | CLOSERS
CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
NAMES = {
    LRM: "left-to-right mark",
    RLM: "right-to-left mark",
    ALM: "Arabic letter mark",
    "\u202a": "left-to-right embedding",
    "\u202b": "right-to-left embedding",
    "\u202c": "end of an embedding or override",
    "\u202d": "left-to-right override",
    "\u202e": "right-to-left override",
    "\u2066": "left-to-right isolate",
    "\u2067": "right-to-left isolate",
    "\u2068": "first-strong isolate",
    "\u2069": "end of an isolate",
}


def named(character: str) -> str:
    """Return the name of a mark or control with its code point."""
    return f"{NAMES[character]} (U+{ord(character):04X})"


def strong(character: str) -> str:
    """Return ``L``, ``R`` or ``AL`` for a character with a direction of its own; else nothing."""
    kind = bidirectional(character) if character else ""
    return kind if kind in ("L", "R", "AL") else ""
