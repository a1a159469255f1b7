"""Regular expressions that are compiled when they are first wanted.

Judging a citation needs few of its many patterns, and to compile them all would take longer than to
judge all the citations of a page.
"""

import re
from typing import Any, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "sub")


class _Lazy:
    """A pattern; its methods are those of the compiled one once the first has been asked for."""

    __slots__ = (*_METHODS, "_flags", "_source")

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def lazy(source: str, flags: int = 0) -> "re.Pattern[str]":
    """Return a pattern that is compiled at its first use (only methods that search, no others)."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
