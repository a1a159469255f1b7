"""What a reader takes as one thing inside a line: a template, link, reference, address or date.

Only brackets are matched here, not MediaWiki's grammar read: a line is a piece of a page, and what
is looked for is where a mark of change would tear something apart. Most changes stand in no unit
at all; counting brackets tells that without looking at them one by one.
"""

import re
from bisect import bisect_left
from itertools import accumulate

# Every branch begins with a letter of its own: so the search skips what begins none.
_BRACKET = re.compile(
    r"\{\{|\}\}|\[\[|\]\]|\[(?=https?:|//)|\]|<ref\b[^<>]*>|</ref\s*>|https?://[^\s|\]\[{}<>]+"
)
_OPENS = {"{{": "}}", "[[": "]]", "[": "]"}
_NAME = re.compile(r"name\s*=\s*[\"']?([^\"'<>]*?)[\"'\s]*/?>")

_DATE = re.compile(
    r"(?<!\w)\d{1,2}\.?[ \u00a0][^\W\d]+[,،]?[ \u00a0]\d{3,4}(?!\d)"
    r"|(?<!\w)[^\W\d]{3,} \d{1,2}, \d{3,4}(?!\d)"
    r"|\d{3,4}年\d{1,2}月(?:\d{1,2}日)?"
)
_YEAR = re.compile(r"\d{3}")
_NO_ADDRESS = re.compile(r"[\s|\]\[{}<>]")

# How far around the ends of a change dates are looked for, in code points.
_NEAR = 24

# So many brackets outwards the beginning of a unit is looked for.
_DEPTH = 12

# What a unit says: its words, but not the names of its parameters.
_CONTENT = re.compile(r"\|\s*[^|=\[\]{}<>\n]*=|([^\W_]+)")

Unit = tuple[int, int]


def units_around(text: str, spans: list[Unit]) -> list[Unit]:
    """Return the units that hold or touch one of ``spans``, which are in order.

    They come from left to right, the outer ones before the inner.
    """
    found: list[Unit] = []
    many = len(spans) > _DEPTH
    if "[" in text or "{" in text or "<" in text or "://" in text:
        if many:
            found += _brackets(text, 0, len(text))
        else:
            for start, end in spans:
                found += _brackets(text, _outermost(text, start), end)
    if many:
        found += [match.span() for match in _DATE.finditer(text)]
    else:
        found += _dates(text, spans)
    return sorted(set(found), key=_outer_first) if found else found


def _outer_first(unit: Unit) -> tuple[int, int]:
    return unit[0], -unit[1]


def _outermost(text: str, at: int) -> int:
    """Return where the outermost unit around an offset begins; the offset if there is none."""
    start = at
    address = text.rfind("://", 0, at)
    if address >= 0 and not _NO_ADDRESS.search(text, address, at):
        start = max(0, text.rfind("http", 0, address))
    reference = text.rfind("<ref", 0, at)
    if (
        reference >= 0
        and text.find("</ref", reference, at) < 0
        and text.find("/>", reference, at) < 0
    ):
        start = reference
    for _ in range(_DEPTH):
        braces = text.count("{", 0, start) - text.count("}", 0, start)
        brackets = text.count("[", 0, start) - text.count("]", 0, start)
        if braces <= 0 and brackets <= 0:
            return start
        start = max(text.rfind("{", 0, start), text.rfind("[", 0, start))
    return 0


def _brackets(text: str, start: int, end: int) -> list[Unit]:
    """Return the units that begin at ``start`` or behind, up to the first past ``end``."""
    found: list[Unit] = []
    opened: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text, start):
        at, after = match.span()
        if not opened and at >= end:
            break
        mark = match.group()
        if mark in _OPENS:
            opened.append((_OPENS[mark], at))
        elif mark.startswith("<ref"):
            if not mark.endswith("/>"):
                opened.append(("</ref>", at))
            if name := _NAME.search(text, at, after):
                found.append(name.span(1))
        elif mark.startswith("http"):
            found.append((at, after))
        elif opened and opened[-1][0] == (mark if len(mark) < 3 else "</ref>"):
            found.append((opened.pop()[1], after))
    return found


def _dates(text: str, spans: list[Unit]) -> list[Unit]:
    """Return where the dates stand at the ends of ``spans``."""
    found: list[Unit] = []
    for start, end in spans:
        low = max(0, start - _NEAR)
        places = ((low, end),) if end - start < 2 * _NEAR else ((low, start), (end - _NEAR, end))
        for begin, at in places:
            if _YEAR.search(text, begin, at + _NEAR):
                found += [match.span() for match in _DATE.finditer(text, begin, at + _NEAR)]
    return found


class Content:
    """How much a text says between two places, in code points of words.

    Args:
        text: the text.
        start: where to begin; what is before counts as nothing.
        end: where to stop.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        words = [match.span(1) for match in _CONTENT.finditer(text, start, end) if match[1]]
        self._starts = [start for start, _ in words]
        self._sums = list(accumulate((end - start for start, end in words), initial=0))

    def between(self, start: int, end: int) -> int:
        """Return the code points of the words that start between two offsets; 0 if turned round."""
        if start >= end:
            return 0
        starts = self._starts
        return self._sums[bisect_left(starts, end)] - self._sums[bisect_left(starts, start)]
