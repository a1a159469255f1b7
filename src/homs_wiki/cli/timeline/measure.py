"""How wide a text will be, by guess: no font is asked, so guesses are on the wide side."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_NARROW: Final = frozenset("iljtfrI.,:;'|!()[] -‘’،۔ا")
_WIDE: Final = frozenset("mwMWQ@%—…")
_SPACES: Final = re.compile(r"\s+")
_LEAST: Final = 12
"""Code points; a shorter piece of a sentence tells nothing."""


def width(text: str, size: float) -> float:
    """Return the width of ``text`` in letters of ``size``, in the unit of ``size``."""
    return sum(map(_width, text)) * size


@lru_cache(maxsize=4096)
def _width(char: str) -> float:
    if char in _NARROW:
        return 0.34
    if char in _WIDE:
        return 0.92
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc"):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.03
    if unicodedata.bidirectional(char) == "AL":
        return 0.45
    return 0.7 if char.isupper() else 0.57


def shortened(text: str, size: float, room: float) -> str:
    """Return the beginning of ``text`` that fits into ``room``, ended by "…" if it is cut.

    Cut at a word where there is one; empty if so little fits that it says nothing.
    """
    used = 0.0
    for index, char in enumerate(text):
        used += _width(char) * size
        if used > room:
            return _cut(text, index - 1)
    return text


def _cut(text: str, end: int) -> str:
    if end < _LEAST:
        return ""
    space = text.rfind(" ", end // 2, end + 1)
    return text[: space if space > 0 else end].rstrip(" ,،;:") + "…"


def lines(text: str, size: float, room: float, most: int) -> list[str]:
    """Return ``text`` in at most ``most`` lines of the width ``room``, the last one cut."""
    found: list[str] = []
    words = _SPACES.split(text.strip()[:400])
    line = ""
    while words:
        longer = f"{line} {words[0]}" if line else words[0]
        if width(longer, size) <= room or not line:
            line = longer
            words.pop(0)
        elif len(found) == most - 1:
            line = " ".join([line, *words])
            break
        else:
            found.append(line)
            line = ""
    fitting = shortened(line, size, room)
    return [*found, fitting or line[:_LEAST]] if line else found
