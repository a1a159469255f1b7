"""Text in XML 1.0, which has no place for most control characters, however they are written."""

from __future__ import annotations

import re

from homs_wiki.source.visible import visible

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
"""What stands at the start of a document."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL = re.compile("[&<>\"'\t\n\r\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def exact(text: str) -> str:
    """Return ``text`` for an attribute or an element; who parses it gets the same text back.

    Only what XML cannot hold is changed: it is made visible. Control characters and marks of
    direction are written as references, so that the document itself is harmless to look at.
    """
    return _SPECIAL.sub(_reference, _FORBIDDEN.sub(_name, text))


def shown(text: str) -> str:
    """Return ``text`` as `exact`, every control character and mark of direction made visible.

    For messages: what reads the document shows them to people, each in a way of its own.
    """
    return exact(visible(text))


def _reference(match: re.Match[str]) -> str:
    char = match.group()
    return _ENTITIES.get(char) or f"&#{ord(char)};"


def _name(match: re.Match[str]) -> str:
    char = match.group()
    seen = visible(char)
    return seen if seen != char else f"<U+{ord(char):04X}>"  # U+FFFE and U+FFFF are no characters
