"""Reading a part of a page once, whoever asks for it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from homs_wiki.syntax import Document
from homs_wiki.syntax.collection import uncollected

_T = TypeVar("_T")


def once(read: Callable[[Document], _T]) -> Callable[[Document], _T]:
    """Let ``read`` keep its result with the document, so that a second call costs nothing.

    The parts of a page lean on each other (a section counts the words of the prose, the prose
    knows its sections); each asks for the other with the document and gets the same object. The
    result is kept until the `Page` goes, or without one as long as the document.
    """
    read = uncollected(read)

    @wraps(read)
    def read_once(document: Document) -> _T:
        kept = document.parts
        if read not in kept:
            kept[read] = read(document)
        part: _T = kept[read]
        return part

    return read_once
