"""Edits widened to whole words.

A word here is what must not be half one side's and half the other's: letters, marks and digits,
joined over single signs as in ``1,250``, ``well-known``, ``2011-04-09`` or ``example.org``.
"""

import re
import unicodedata

from homs_wiki.diff.merge.edits import SideEdit

_ANY_WORD = re.compile(r"\w")
_JOINERS = frozenset("'’-–.,:/_٫٬،@&%#\u200c\u200d")
_SHORT = 20
"""Code points over which a sign may go to the other side of white space."""


def in_word(letter: str) -> bool:
    """Return whether a code point is part of a word; combining marks are."""
    return letter.isalnum() or (not letter.isascii() and unicodedata.category(letter)[0] in "MN")


def _may_join(letter: str) -> bool:
    """Return whether a code point, or none, can be inside of a word."""
    return letter != "" and (in_word(letter) or letter in _JOINERS)


def _reaches(text: str, offset: int, step: int) -> bool:
    """Return whether the word goes on at ``offset``, coming from the other direction."""
    if not 0 <= offset < len(text):
        return False
    if in_word(text[offset]):
        return True
    beyond = offset + step
    return text[offset] in _JOINERS and 0 <= beyond < len(text) and in_word(text[beyond])


def widened(base: str, edits: list[SideEdit]) -> list[SideEdit]:
    """Return one side's edits, those inside of lines widened to whole words.

    Args:
        base: the text they are edits of.
        edits: in order; those that come to share a word become one.
    """
    result: list[SideEdit] = []
    edits = _rejoined(base, edits)
    for index, edit in enumerate(edits):
        if edit.lines:
            result.append(edit)
            continue
        last = result[-1] if result and not result[-1].lines else None
        _widen_left(base, edit, last.end if last else 0)
        if last and edit.start <= last.end and last.block is edit.block:
            last.text += base[last.end : edit.start] + edit.text
            last.end = edit.end
            edit = last
        else:
            result.append(edit)
        following = index + 1 < len(edits)
        _widen_right(base, edit, edits[index + 1].start if following else len(base))
    for edit in result:
        edit.at, edit.to = edit.start, edit.end
        if not edit.lines:
            edit.breaks = "\n" in edit.text or base.find("\n", edit.start, edit.end) >= 0
    return result


def _rejoined(base: str, edits: list[SideEdit]) -> list[SideEdit]:
    """Return the edits; two that bring a sign to the other side of white space become one.

    A comparison writes ``a |b`` made ``a| b`` as a sign put in and one taken out. If one of the two
    were made and the other not, the sign would be lost or stand there twice.
    """
    result: list[SideEdit] = []
    for edit in edits:
        last = result[-1] if result else None
        if last and _is_one(base, last, edit):
            last.text += base[last.end : edit.start] + edit.text
            last.end = edit.end
        else:
            result.append(edit)
    return result


def _is_one(base: str, first: SideEdit, second: SideEdit) -> bool:
    if first.lines or second.lines or first.block is not second.block:
        return False
    if second.start - first.start > _SHORT:
        return False
    between = base[first.end : second.start]
    return (
        between.isspace()
        and "\n" not in between
        and is_spacing(base[first.start : second.end], first.text + between + second.text)
    )


def is_spacing(old: str, new: str) -> bool:
    """Return whether two texts differ in nothing but white space."""
    return "".join(old.split()) == "".join(new.split())


def _widen_left(base: str, edit: SideEdit, least: int) -> None:
    start = edit.start
    within = (base[start : start + 1], edit.text[:1] or base[edit.end : edit.end + 1])
    if not any(map(_may_join, within)):
        return
    while start > least and _reaches(base, start - 1, -1):
        start -= 1
    edit.text = base[start : edit.start] + edit.text
    edit.new -= edit.start - start
    edit.start = start


def _widen_right(base: str, edit: SideEdit, most: int) -> None:
    end = edit.end
    within = (
        base[max(0, end - 1) : end],
        edit.text[-1:] or base[max(0, edit.start - 1) : edit.start],
    )
    if not any(map(_may_join, within)):
        return
    while end < most and _reaches(base, end, 1):
        end += 1
    edit.text += base[edit.end : end]
    edit.end = end


def has_word(text: str, start: int, end: int) -> bool:
    """Return whether there is any letter or digit between two offsets."""
    return start < end and _ANY_WORD.search(text, start, end) is not None
