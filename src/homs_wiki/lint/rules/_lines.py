"""Where lines begin, at a cost that does not grow with how long they are."""

from __future__ import annotations

_REACH = 200
"""Code points within which the marks of a list item end."""


class LineStarts:
    """Where the lines of a text begin, for places asked about in the order of the text.

    However many places stand on a line, it is searched once.

    Args:
        text: any text; lines end with LF.
    """

    __slots__ = ("_line", "_place", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = self._place = 0

    def of(self, place: int) -> int:
        """Return where the line begins that ``place`` stands on; no place before the last one."""
        self._line = max(self._line, self._text.rfind("\n", self._place, place) + 1)
        self._place = place
        return self._line


def item_start(text: str, offset: int) -> str | None:
    """Return what stands before ``offset`` on its line; None if that is too much to be marks."""
    reach = max(0, offset - _REACH)
    line = text.rfind("\n", reach, offset) + 1
    return None if reach and not line else text[line:offset]
