"""What to call a stretch of text: how it begins, and what kind of block it is."""

import re
import unicodedata
from typing import Final

_MOST_WORDS: Final = 12
_LONGEST: Final = 120
_BEFORE: Final = 40
"""How much of a long sentence is shown before a place in it."""
_BLANK: Final = re.compile(r"(?:\s|&(?:nbsp|ensp|emsp|thinsp|hairsp|zwnj|#160|#x[aA]0|#8239);)*")
_LETTERS: Final = str.maketrans("\u064a\u0643\u0647", "\u06cc\u06a9\u06c1")
_MARKS: Final = "\u064b-\u0652\u0670"
_VOWELS: Final = re.compile(f"[{_MARKS}]")
_UNSEEN: Final = re.compile(f"[\u00ad\u0640{_MARKS}\u200b-\u200f]")
_JOINED: Final = re.compile(f"[\\s\u00ad\u0640{_MARKS}\u200b-\u200f]")
_TABLE: Final = re.compile(r"[ \t:]*(?:(?P<table>\{\||\|\})|(?P<caption>\|\+)|[|!])")
_ITEM: Final = re.compile(r"[*#:;]")
_FIRST_MARKS: Final = re.compile(r"^[ \t:]*(?:\{\||\|[-+}]?|!)[-\s|!]*", re.MULTILINE)
_ATTRIBUTES: Final = re.compile(r"(?:(?<=\| )|^)(?:[\w-]+\s*=\s*(?:\"[^\"|]*\"|[\w%#-]+)\s*)+\|\s*")
_BETWEEN: Final = re.compile(r"\s*(?:\|\||!!|\n)\s*")


def short(text: str) -> str:
    """Return the beginning of a text, for naming it."""
    words = text.split(None, _MOST_WORDS)
    if len(words) <= _MOST_WORDS:
        return " ".join(words)[:_LONGEST]
    return " ".join(words[:_MOST_WORDS])[:_LONGEST] + " …"


def around(text: str, start: int, end: int) -> str:
    """Return the beginning of a text for naming it; if that lacks a place in it, what is near it.

    Args:
        text: a sentence.
        start: where the place begins.
        end: where it ends.
    """
    beginning = short(text)
    if end <= len(beginning) - 2 or len(beginning) == len(text):
        return beginning
    first = max(0, start - _BEFORE)
    first = text.find(" ", first, start) + 1 or first
    return f"{'… ' if first else ''}{short(text[first : first + 4 * _LONGEST])}"


def is_blank(text: str) -> bool:
    """Whether a text is white space, also such as is written with a name."""
    return not text.strip() or _BLANK.fullmatch(text) is not None


def same_letters(old: str, new: str) -> bool:
    """Whether two texts differ in the form of their letters alone.

    Letters that stand for one another on keyboards for Arabic script, vowel marks that were put
    in or taken out, joiners, and spaces in whose place a ZERO WIDTH NON-JOINER stands.
    """
    if (old.isascii() and new.isascii()) or not old.strip() or not new.strip():
        return False
    old, new = unicodedata.normalize("NFC", old), unicodedata.normalize("NFC", new)
    marks = ["".join(_VOWELS.findall(text)) for text in (old, new)]
    if all(marks) and marks[0] != marks[1]:
        return False  # another word may be meant
    unseen = _JOINED if "\u200c" in old + new else _UNSEEN
    return unseen.sub("", old.translate(_LETTERS)) == unseen.sub("", new.translate(_LETTERS))


def block_of(text: str) -> str:
    """Return what kind of block begins with a text.

    "table" (its first or last line), "table caption", "table row", "list item" or "paragraph".
    """
    match = _TABLE.match(text)
    if match:
        return f"table {match.lastgroup or 'row'}".removesuffix(" table")
    return "list item" if _ITEM.match(text) else "paragraph"


def is_table(text: str) -> bool:
    """Whether a line is one of a table."""
    return _TABLE.match(text) is not None


def cells(text: str) -> str:
    """Return the lines of a table as a reader sees them: cells with " | " between them."""
    lines = (_FIRST_MARKS.sub("", line) for line in text.split("\n"))
    row = " | ".join(_BETWEEN.sub(" | ", line.strip()) for line in lines if line.strip())
    return _ATTRIBUTES.sub("", row)
