"""Words of scripts that are written from right to left, on pages that are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.rules.typography._characters import characters
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from homs_wiki.page import Page

LETTERS = (
    "\u05d0-\u05f2\u0620-\u064a\u066e-\u06d3\u0710-\u072f\u0750-\u07ea\u08a0-\u08c7"
    "\ufb1d-\ufdfb\ufe70-\ufefc"
)
_IN_WORD = f"{LETTERS}\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d"
RUN = lazily(rf"[{LETTERS}][{_IN_WORD}]++(?:[ ,،-]{{1,2}}[{LETTERS}][{_IN_WORD}]*+)*+")
_LETTER = lazily(f"[{LETTERS}]")
_TAGGED = lazily(r"\b(?:lang|dir)\s*=|<bdi\b", re.IGNORECASE)
_LONGEST_LINE = 1000


def has_rtl(page: Page) -> bool:
    """Tell whether the page has a letter of such a script."""
    return _LETTER.search("".join(characters(page.document))) is not None


def is_tagged(page: Page, offset: int) -> bool:
    """Tell whether a tag or cell on the line before ``offset`` says language or direction."""
    text = page.text
    line = text.rfind("\n", max(0, offset - _LONGEST_LINE), offset) + 1
    return _TAGGED.search(text, max(line, offset - _LONGEST_LINE), offset) is not None
