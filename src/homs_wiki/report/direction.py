"""Which way a line of wikitext runs, and what in it runs the other way."""

from __future__ import annotations

import re

from homs_wiki.source.visible import RIGHT_TO_LEFT

_TAG_OR_ADDRESS = re.compile(r"(<[A-Za-z/!][^<>\n]{0,500}>|https?://[!-;=?-Z\\^-z~]+)")
_MARKUP = frozenset("|{}<!")
_SAMPLE = 2000  # code points of a line that say which way it runs


def line_direction(line: str, page: str) -> str:
    """Return which way a line of a page runs, as HTML's ``dir`` has it: ``rtl`` or ``auto``.

    Its first letter says so. Yet on a right-to-left page a sentence may begin with a Latin name,
    where a line of a template or table begins with Latin markup.

    Args:
        line: its text, or enough of its beginning.
        page: which way the page runs, ``rtl`` or ``ltr``.
    """
    if page != "rtl" or line.lstrip()[:1] in _MARKUP:
        return "auto"
    return "rtl" if RIGHT_TO_LEFT.search(line, 0, _SAMPLE) else "auto"


def tags_apart(text: str, direction: str) -> list[str]:
    """Return the parts of a text in a line of that direction.

    In a line that runs from the right, every other part, from the second, is a tag or an address:
    these run from the left wherever they stand. In any other line the text is one part.
    """
    return _TAG_OR_ADDRESS.split(text) if direction == "rtl" else [text]
