"""Whether a place on a line is in somebody else's words."""

from __future__ import annotations

from homs_wiki.source.lazy import lazily

_QUOTES = lazily('["“”«»„]')
_EMPHASIS = lazily("''+")


def in_quotation_marks(text: str, offset: int, reach: int) -> bool:
    """Tell whether a quotation is open before ``offset`` on its line.

    Of a line, at most ``reach`` code points before the offset are looked at.
    """
    straight = curled = False
    for mark in _QUOTES.findall(text, _line_start(text, offset, reach), offset):
        if mark == '"':
            straight = not straight
        else:
            # Which of the marks opens differs by language; an open one is closed by any other.
            curled = not curled
    return straight or curled


def in_italics(text: str, offset: int, reach: int) -> bool:
    """Tell whether italics are open in wikitext before ``offset`` on its line, as far as that."""
    italic = False
    for mark in _EMPHASIS.findall(text, _line_start(text, offset, reach), offset):
        if len(mark) in (2, 5):
            italic = not italic
    return italic


def _line_start(text: str, offset: int, reach: int) -> int:
    """Return where the line of ``offset`` begins, or a place near enough on an endless line."""
    farthest = max(0, offset - reach)
    return max(text.rfind("\n", farthest, offset) + 1, farthest)
