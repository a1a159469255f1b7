"""Leaving out of a region what is far from all changes, so that less has to be read.

What stands before the first and behind the last word that changed is equal on both sides. It is cut
off between two sentences, but for one sentence on each side, if nothing is open at the cut: no
template, link, tag or comment. Nothing else is lost than what was known to be equal.
"""

import re
from typing import Final

from homs_wiki.diff.changes.regions import Region
from homs_wiki.diff.text import RowKind
from homs_wiki.source import Span

_LEAST: Final = 160
"""Shorter ends are not worth the search."""
_BORDER: Final = re.compile("[.!?۔؟।] +(?=[^\\W\\d_a-z])")
_LETTERS: Final = 4
"""So many letters stand before a full stop that is no initial, abbreviation or day."""
_OPEN_AND_CLOSE: Final = (("{{", "}}"), ("[", "]"), ("<", ">"))
_UNSURE: Final = ("<!--", "<nowiki", "<pre", "<math", "{|", "-{")


def trimmed(region: Region, old: str) -> Region:
    """Return the part of a region that has to be read; all of it where it is not only changed rows.

    Args:
        region: as it was found.
        old: the old page.
    """
    rows = region.rows
    if region.move is not None:
        first = last = region.move.words
    else:
        if any(row.kind is not RowKind.CHANGED for row in rows):
            return region
        if rows[0].old.start != region.old.start or rows[-1].old.end != region.old.end:
            return region
        first, last = rows[0].words, rows[-1].words
    if not first or not last:
        return region
    head = _head(old[region.old.start : first[0].old.start])
    tail = _tail(old[last[-1].old.end : region.old.end])
    if not head and not tail:
        return region
    return Region(
        Span(region.old.start + head, region.old.end - tail),
        Span(region.new.start + head, region.new.end - tail),
        rows,
    )


def _head(text: str) -> int:
    """Return how much of what stands before all changes can be left out."""
    if len(text) < _LEAST:
        return 0
    for border in _borders(text)[-2::-1]:
        if _is_closed(text[:border]):
            return border
    return 0


def _tail(text: str) -> int:
    """Return how much of what stands behind all changes can be left out."""
    if len(text) < _LEAST:
        return 0
    for border in _borders(text)[1:]:
        if _is_closed(text[border:]):
            return len(text) - border
    return 0


def _borders(text: str) -> list[int]:
    """Return where sentences begin, as far as that is beyond doubt."""
    return [
        match.end()
        for match in _BORDER.finditer(text)
        if text[max(0, match.start() - _LETTERS) : match.start()].isalpha()
    ]


def _is_closed(text: str) -> bool:
    """Whether nothing that opens in a text closes outside of it, or the reverse."""
    if any(mark in text for mark in _UNSURE):
        return False
    if any(text.count(opening) != text.count(closing) for opening, closing in _OPEN_AND_CLOSE):
        return False
    return "<" not in text or text.count("<ref") == text.count("</ref") + text.count("/>")
