"""A stretch of text."""

from typing import NamedTuple


class Span(NamedTuple):
    """From ``start`` up to, not with, ``end``: code points from the start of the text."""

    start: int
    end: int
