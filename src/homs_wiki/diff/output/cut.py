"""Shortening text that is too long to be shown whole, between words and never inside a letter.

Lengths are code points, 30 of them at least; what is returned may be a few more.
"""

from __future__ import annotations

from unicodedata import category

_NEAR = 12  # how far a cut is moved to fall between two words
_FARTHEST = 16  # how far a cut is moved to keep a letter together with the marks on it


def head(text: str, length: int) -> str:
    """Return the beginning of ``text``, about ``length`` code points, and ``…`` if it goes on."""
    if len(text) <= length:
        return text
    return f"{text[: _end(text, length)]}…"


def tail(text: str, length: int) -> str:
    """Return the end of ``text``, about ``length`` code points, after ``…`` if there is more."""
    if len(text) <= length:
        return text
    return f"…{text[_start(text, len(text) - length) :]}"


def ends(text: str, length: int) -> tuple[str, str, int]:
    """Return beginning and end of ``text``, and how many code points are left out between them.

    Both together are about ``length`` code points. A text that is hardly longer is the beginning,
    whole, with an empty end.
    """
    if len(text) <= length + 2 * _NEAR:
        return text, "", 0
    first = _end(text, length - length // 2)
    last = _start(text, len(text) - length // 2)
    return text[:first], text[last:], last - first


def middle(text: str, length: int) -> str:
    """Return ``text`` with its middle left out (``…``) if it is longer than ``length``."""
    first, last, left_out = ends(text, length)
    return f"{first}…{last}" if left_out else text


def _start(text: str, offset: int) -> int:
    """Move the beginning of a text to the start of a word, or at least of a letter."""
    blank = text.find(" ", offset - 1, offset + _NEAR)
    if blank >= 0:
        return blank + 1
    farthest = max(0, offset - _FARTHEST)
    while offset > farthest and _joins(text[offset]):
        offset -= 1
    return offset


def _end(text: str, offset: int) -> int:
    """Move the end of a text to the end of a word, or at least of a letter."""
    blank = text.rfind(" ", offset - _NEAR, offset + 1)
    if blank >= 0:
        return blank
    farthest = min(len(text), offset + _FARTHEST)
    while offset < farthest and _joins(text[offset]):
        offset += 1
    return offset


def _joins(char: str) -> bool:
    """Whether a character belongs to the one before: a combining mark, or a joiner."""
    return category(char).startswith("M") or char in "\u200c\u200d"
