"""What everything found on a page has in common: it stands somewhere."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from homs_wiki.source import Span


class _Placed(Protocol):
    @property
    def source(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)
_start = attrgetter("start")


class Stretch:
    """A stretch of a page.

    What is made of it has the page's text as ``source`` and its place as ``start`` and ``end``,
    kept or worked out.
    """

    __slots__ = ()

    @property
    def span(self: _Placed) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def text(self: _Placed) -> str:
        """Its wikitext."""
        return self.source[self.start : self.end]


def within(things: Sequence[_P], start: int, end: int) -> Iterator[_P]:
    """Yield what stands wholly in a stretch, of ``things`` in the order of their starts."""
    for index in range(bisect_left(things, start, key=_start), len(things)):
        thing = things[index]
        if thing.start >= end:
            return
        if thing.end <= end:
            yield thing
