"""When two edits, one of each side, are too close to each other to be both made."""

import re
from bisect import bisect_right
from collections.abc import Callable

from homs_wiki.diff.merge.edits import SideEdit
from homs_wiki.diff.merge.units import Units
from homs_wiki.diff.merge.words import is_spacing
from homs_wiki.page.prose.sentences import sentence_spans

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

_LONG = 200
"""Code points of a stretch that is not searched again and again."""

_WORD, _LETTER, _LINE_END = (r"\w", r"\W"), (r"[^\W\d_]", r"[\W\d_]"), (r"\n", r"[^\n]")
"""What is looked for, and everything else, as regular expressions for one code point."""


def _finder(text: str, sign: tuple[str, str]) -> Callable[[int, int], bool]:
    """Return what tells whether a sign stands between two offsets of a text.

    Many edits may stand around one long stretch without the sign; all such are found only once.
    """
    search = re.compile(sign[0]).search
    gaps: list[tuple[int, int]] = []

    def stands(start: int, end: int) -> bool:
        if start >= end:
            return False
        if end - start <= _LONG or search(text, start, start + _LONG):
            return search(text, start, end) is not None
        if not gaps:
            gaps.extend(match.span() for match in re.finditer(f"{sign[1]}{{{_LONG},}}", text))
        return gaps[bisect_right(gaps, (start, len(text))) - 1][1] < end

    return stands


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
        self._spacing: dict[SideEdit, bool] = {}
        self._has_word = _finder(text, _WORD)
        self._has_letter = _finder(text, _LETTER)
        self._has_line_end = _finder(text, _LINE_END)

    def collide(self, first: SideEdit, second: SideEdit) -> bool:
        """Return whether of two edits, one of each side and in order, only one can be made.

        Whole lines need a line with a word between them, so that their order is known, unless both
        take lines out. What stands in different lines is apart. In one line a word must stand
        between, or the end of a sentence, unless white space changes beside words that are
        replaced; no link, date or value may hold both edits; and numbers must be further apart, as
        they may be one date, range or measure.
        """
        start, end = first.to, second.at
        if end < start or first.at == second.at < min(first.to, second.to):
            return True
        if first.lines and second.lines:
            return not (first.removes and second.removes) and not self._has_word(start, end)
        if first.lines or second.lines:
            return start == end and (second if first.lines else first).breaks
        if self._has_line_end(start, end):
            return (first.breaks or second.breaks) and not self._has_word(start, end)
        if self._is_spacing(first) or self._is_spacing(second):
            if start == end and _replaces(first, second):
                return False
        elif self._units.together(first.start, second.end):
            return True
        if self._sentence_ends(start, end):
            return False
        return not self._has_letter(start, end) or self._near_numbers(first, second)

    def _sentence_ends(self, start: int, end: int) -> bool:
        if not start < end <= start + _FAR or not _STOP.search(self._text, start, end):
            return False
        low = max(0, start - _CONTEXT)
        low = max(low, self._text.rfind("\n", low, start) + 1)
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

    def _is_spacing(self, edit: SideEdit) -> bool:
        """Return whether only white space changes; a large edit meets many others."""
        if edit not in self._spacing:
            self._spacing[edit] = is_spacing(self._text[edit.at : edit.to], edit.text)
        return self._spacing[edit]

    def _is_numeric(self, edit: SideEdit) -> bool:
        if _DIGIT.search(edit.text):
            return True
        return _DIGIT.search(self._text, edit.at, edit.to) is not None


def _replaces(first: SideEdit, second: SideEdit) -> bool:
    """Return whether it is known what goes where, one of two touching edits being white space.

    Words that take the place of words do; what is put in may belong before the white space or
    behind it.
    """
    return not any(
        (edit.inserts and edit.text.strip()) or edit.removes for edit in (first, second)
    ) and not (first.text[-1:].isspace() and second.text[:1].isspace())
