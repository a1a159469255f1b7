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
    result lives and dies with the document, as a cached property of it would.
    """
    read = uncollected(read)
    key = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def read_once(document: Document) -> _T:
        kept = vars(document)
        if key not in kept:
            kept[key] = read(document)
        part: _T = kept[key]
        return part

    return read_once
