"""Cutting text into what a reader takes for one piece: words, numbers, brackets, white space.

After Unicode Standard Annex 29 (text segmentation), with the ranges that matter to wikis written
out, so that nothing has to be computed at start: combining marks of Arabic, Hebrew, the Indic
scripts and others, ZERO WIDTH JOINER and NON-JOINER, and apostrophes stay inside their word.
Scripts written without spaces (Han, kana, Thai, Lao, Khmer, Myanmar) make a piece of each
character with its marks. Numbers with separators inside, and ISO dates, are whole. What MediaWiki
reads as one mark (``{{``, ``[[``, ``'''``, ``<ref``) is one piece, and so is every run of white
space.
"""

import re

# Marks are General_Category Mn and Mc in the scripts of Wikipedias; \w leaves them out. Ranges may
# hold a few code points more: they only ever continue a word.
MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u0816-\u082d\u0859-\u085b\u0898-\u089f"
    "\u08ca-\u08e1\u08e3-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71"
    "\u0a75\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0ae2\u0ae3\u0afa-\u0aff\u0b01-\u0b03\u0b3c"
    "\u0b3e-\u0b57\u0b62\u0b63\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c56"
    "\u0c62\u0c63\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0ce2\u0ce3\u0d00-\u0d03\u0d3b\u0d3c"
    "\u0d3e-\u0d4d\u0d57\u0d62\u0d63\u0d81-\u0d83\u0dca-\u0ddf\u0df2\u0df3\u0f18\u0f19\u0f35"
    "\u0f37\u0f39\u0f3e\u0f3f\u0f71-\u0f84\u0f86\u0f87\u0f8d-\u0fbc\u135d-\u135f\u1ab0-\u1ace"
    "\u1b00-\u1b04\u1b34-\u1b44\u1b80-\u1b82\u1ba1-\u1bad\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0"
    "\u302a-\u302f\u3099\u309a\ua802\ua806\ua80b\ua823-\ua827\ua880\ua881\ua8b4-\ua8c5"
    "\ua8e0-\ua8f1\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
)
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029"
    "\u3031-\u303c\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9fe\uaa60-\uaa7f"
    "\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_UNSPACED_MARKS = (
    MARKS + "\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb3-\u0ebc\u0ec8-\u0ece\u102b-\u103e"
    "\u1056-\u1059\u17b6-\u17d3\u17dd"
)

_LETTERS = rf"[^\W{_UNSPACED}]+(?:[{MARKS}]+[^\W{_UNSPACED}]*)*"
# An apostrophe that is not half of MediaWiki's ''; a separator between two digits.
_INNER = r"(?:['’]|(?<=\d)[.,:٫٬](?=\d))"
_MARKUP = (
    r"\{\{\{?|\}\}\}?|\[\[|\]\]|<!--|-->|</?[A-Za-z]\w*|/>|\{\||\|\}(?!\})|\|-|\|\||!!|'{2,5}|={2,6}|~{3,5}"
    r"|https?://"
)

TOKEN = re.compile(
    rf"\d{{4}}-\d\d-\d\d(?!\w)|{_LETTERS}(?:{_INNER}{_LETTERS})*|\s+|{_MARKUP}"
    rf"|[{_UNSPACED}][{_UNSPACED_MARKS}]*|.[{MARKS}]*",
    re.DOTALL,
)
UNSPACED = re.compile(f"[{_UNSPACED}]")


def tokens(text: str) -> list[str]:
    """Return the pieces of ``text``, in order; joined they are the text."""
    return TOKEN.findall(text)


def is_word(token: str) -> bool:
    """Tell whether a piece is a word or a number, not markup, punctuation or white space."""
    return token[0].isalnum()
