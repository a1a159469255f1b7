"""The words of a comparison: changes as sentences with places, safe wherever they are shown."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.diff.changes import describe
from homs_wiki.diff.output.cut import middle
from homs_wiki.diff.text import RowKind
from homs_wiki.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.diff.changes import Change
    from homs_wiki.diff.comparison import Comparison
    from homs_wiki.diff.output.view import Hunk

LEAD = "Lead"
"""What the text before the first heading is called."""

ADDED, REMOVED, MOVED, CHANGED = "+", "-", "→", "~"
"""The signs of what happened: they tell it without colour."""

_LONGEST_VALUE = 160  # of the page's text in a sentence; JSON has it whole
_QUOTED = re.compile("“([^”]*)”")
_BLANKS = str.maketrans({" ": "␣", "\n": "↵", "\t": "⇥", "\xa0": "⍽", "\u3000": "▭"})


class Told(NamedTuple):
    """A change as it is told.

    Attributes:
        sign: one of the signs above.
        words: the sentence in pieces; every other one, from the second, is text from the page and
            was between quotation marks.
        old_line: where it is in the old text; None if it is not.
        new_line: the same in the new text.
        kind: the stable word for what it is.
    """

    sign: str
    words: list[str]
    old_line: int | None
    new_line: int | None
    kind: str


def told(comparison: Comparison) -> Iterator[tuple[str, list[Told]]]:
    """Yield the sections where something changed, by title (empty: the lead), with what did."""
    sections: dict[str, list[Told]] = {}
    changes = comparison.changes
    if not changes:
        return
    old, new = LineIndex(comparison.text.old), LineIndex(comparison.text.new)
    for change in changes:
        line = change.old and old.position(change.old.start).line
        new_line = change.new and new.position(change.new.start).line
        sections.setdefault(change.section, []).append(
            Told(_sign(change), _words(describe(change)), line, new_line, change.kind.value)
        )
    yield from sections.items()


def _sign(change: Change) -> str:
    if change.kind.value.endswith("-moved"):
        return MOVED
    if change.old is None:
        return ADDED
    return REMOVED if change.new is None else CHANGED


def _words(sentence: str) -> list[str]:
    """Return a sentence cut at the quotation marks around text from the page."""
    words = _QUOTED.split(sentence)
    words[1::2] = (middle(value, _LONGEST_VALUE) for value in words[1::2])
    return words


class Sections:
    """Which section a place of the new page is in; of the old one if there is no new one."""

    __slots__ = ("_of_old", "_starts", "_titles")

    def __init__(self, comparison: Comparison) -> None:
        page = comparison.new or comparison.old
        self._of_old = comparison.new is None
        sections = page.sections if page else []
        self._starts = [section.start for section in sections]
        self._titles = [section.title for section in sections]

    def of(self, hunk: Hunk) -> str:
        """Return the title of the section where a hunk's first change is; empty for the lead."""
        block = next(block for block in hunk if block.kind is not RowKind.EQUAL)
        place = (block.old if self._of_old else block.new).start
        number = bisect_right(self._starts, place) - 1
        return self._titles[number] if number >= 0 else ""


def blanks(text: str) -> str:
    """Return white space as pictures: ``␣`` a space, ``↵`` a line end, ``⇥`` a tab."""
    return text.translate(_BLANKS)


def number(count: int, noun: str) -> str:
    """Return ``1 line`` or ``2,000 lines``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
