"""Names of roads, units and models that are letters and a number: M5, F-16, ایم-5."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.rules.typography._running import span_of
from homs_wiki.profile.tables import read_entry
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from homs_wiki.page import Page
    from homs_wiki.source import Span

_LATIN = "0-9A-Za-z\u00c0-\u024f"
_ARABIC = "\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff"
_DEVANAGARI = "\u0900-\u0963"
_OTHER = f"{_ARABIC}{_DEVANAGARI}"
_JOINTS = r"\-\u2010\u2011\u2013"
_DIGITS = lazily(rf"[1-9۱-۹١-٩१-९](?<![\d.,].)\d{{0,2}}(?![\w°%])(?![.,/:{_JOINTS}]\w)")
# What may stand before them. Latin and Cyrillic capitals, also apart from the number; words of
# other scripts.
_LETTERS = lazily(
    rf"(?<![{_LATIN}{_OTHER}\u0400-\u04ff_.,/'’{_JOINTS}])"
    rf"(?:(?P<capitals>[A-Z]{{1,5}}|[\u0410-\u042f]{{1,3}})|(?P<word>[{_OTHER}]{{2,6}}))"
    rf"(?P<joint>[{_JOINTS} \u00a0]?)\Z"
)
_REACH = 8
"""Code points; the most that may stand before the digits, and one."""
_WORDS = frozenset(("A", "I", "AND", "OR", "TO", "IN", "OF", "NO", "В", "С", "И", "К", "О", "У"))
_LONGEST_APART = 3
_SPACES = frozenset(" \u00a0")


class Designation(NamedTuple):
    """A name that is letters and a number.

    Attributes:
        span: where it stands on the page (code points).
        prose: where it begins in the prose.
        text: as it is written.
        letters: its letters.
        digits: its number as it is written.
        joint: what is between them, "-" for any hyphen, " " for any space, or nothing.
    """

    span: Span
    prose: int
    text: str
    letters: str
    digits: str
    joint: str


def designations(page: Page) -> Mapping[str, list[Designation]]:
    """Return the designations in the running text in the order of the page, by their letters."""
    names = _letter_names(page.profile.language)
    text = page.prose.text
    found: dict[str, list[Designation]] = {}
    for digits in _DIGITS.finditer(text):
        before = max(0, digits.start() - _REACH)
        letters = _LETTERS.search(text[before : digits.start()])
        if letters is None or (joint := _joint(letters, names)) is None:
            continue
        start = before + letters.start()
        span = span_of(page, start, digits.end())
        if span is not None:
            name = letters["capitals"] or letters["word"]
            each = Designation(span, start, text[start : digits.end()], name, digits[0], joint)
            found.setdefault(name, []).append(each)
    return found


def _joint(letters: re.Match[str], names: frozenset[str]) -> str | None:
    """Return what joins letters to a number; None if they may be another word."""
    if not letters["joint"]:
        return ""
    if letters["joint"] not in _SPACES:
        return "-"
    if letters["word"]:
        return " " if letters["word"] in names else None
    name = letters["capitals"]
    return " " if name not in _WORDS and len(name) <= _LONGEST_APART else None


@cache
def _letter_names(language: str) -> frozenset[str]:
    table = read_entry("letter_names", language)
    return frozenset(table.texts("names")) if table is not None else frozenset()
