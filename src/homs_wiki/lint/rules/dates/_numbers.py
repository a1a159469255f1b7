"""Numbers of centuries, as English writes them and in Roman numbers."""

from __future__ import annotations

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_MOST_TENS = 3


def ordinal(number: int) -> str:
    """Give a number below 100 with its English ending: ``21st``, ``12th``."""
    return f"{number}{'th' if number in _TEENS else _ENDINGS.get(number % 10, 'th')}"


def roman(number: int) -> str:
    """Give a number below 40 as a Roman one."""
    return "X" * (number // 10) + _ONES[number % 10]


def roman_value(text: str) -> int:
    """Give the value of a Roman number below 40, written as `roman` writes it.

    Raises:
        ValueError: it is not written so.
    """
    ones = text.lstrip("X")
    tens = len(text) - len(ones)
    if tens > _MOST_TENS:
        raise ValueError(f"“{text}” is no Roman number below 40")
    return tens * 10 + _ONES.index(ones)
