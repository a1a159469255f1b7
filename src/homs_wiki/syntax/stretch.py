"""What everything found on a page has in common: it stands somewhere."""

from typing import Protocol

from homs_wiki.source import Span


class _Placed(Protocol):
    @property
    def source(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


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
