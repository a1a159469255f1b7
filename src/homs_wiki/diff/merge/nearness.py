"""When two edits, one of each side, are too close to each other to be both made."""

import re

from homs_wiki.diff.merge.edits import SideEdit
from homs_wiki.diff.merge.units import Units
from homs_wiki.diff.merge.words import has_word
from homs_wiki.page.prose.sentences import sentence_spans

_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"\w+")
_STRUCTURE = re.compile(r"[|=<>{}\[\]\n]")
_STOP = re.compile(r"[.!?…۔؟。！？]")

_NUMBERS_APART = 2
"""Words between two numbers that still may be one date, range or measure."""
_FAR = 60
"""Code points between two edits from which they are never too close for what they say."""
_CONTEXT = 40
"""Code points around two edits that are read to see where sentences end."""


class Nearness:
    """Judges edits by what stands between them.

    Args:
        text: the text with all blocks moved.
        units: what must not be changed by both sides.
        language: code of the text's language, to know where sentences end.
    """

    def __init__(self, text: str, units: Units, language: str) -> None:
        self._text = text
        self._units = units
        self._language = language

    def collide(self, first: SideEdit, second: SideEdit) -> bool:
        """Return whether of two edits, one of each side and in order, only one can be made.

        Whole lines need a line with a word between them, so that their order is known, unless both
        take lines out. What stands in different lines is apart. In one line a word must stand
        between, or the end of a sentence; no link, date or value may hold both edits; and numbers
        must be further apart, as they may be one date, range or measure.
        """
        text, start, end = self._text, first.to, second.at
        if end < start or first.at == second.at < min(first.to, second.to):
            return True
        if first.lines and second.lines:
            return not (first.removes and second.removes) and not has_word(text, start, end)
        if first.lines or second.lines:
            return start == end and (second if first.lines else first).breaks
        if text.find("\n", start, end) >= 0:
            return (first.breaks or second.breaks) and not has_word(text, start, end)
        says = not (self._is_blank(first) or self._is_blank(second))
        if says and self._units.together(first.start, second.end):
            return True
        if self._sentence_ends(start, end):
            return False
        return not _LETTER.search(text, start, end) or self._near_numbers(first, second)

    def _sentence_ends(self, start: int, end: int) -> bool:
        if not start < end <= start + _FAR or not _STOP.search(self._text, start, end):
            return False
        low = max(self._text.rfind("\n", 0, start) + 1, start - _CONTEXT)
        high = min(len(self._text), end + _CONTEXT)
        sentences = sentence_spans(self._text, low, high, self._language)
        return any(start < stop <= end for _, stop in sentences)

    def _near_numbers(self, first: SideEdit, second: SideEdit) -> bool:
        start, end = first.to, second.at
        if end - start > _FAR or not (self._is_numeric(first) and self._is_numeric(second)):
            return False
        if _STRUCTURE.search(self._text, start, end):
            return False
        return len(_WORDS.findall(self._text, start, end)) <= _NUMBERS_APART

    def _is_blank(self, edit: SideEdit) -> bool:
        """Return whether only white space changes."""
        return not edit.text.strip() and not self._text[edit.at : edit.to].strip()

    def _is_numeric(self, edit: SideEdit) -> bool:
        if _DIGIT.search(edit.text):
            return True
        return _DIGIT.search(self._text, edit.at, edit.to) is not None
