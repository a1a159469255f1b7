"""Regular expressions that are compiled when they are first used.

Compiling its patterns is most of what it costs to import a module, and most pages give no reason to
use most of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    import re

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves as the compiled ``pattern``, and compiles it when that is needed.

    It has the methods that search, split and replace, no others. What it raises for a wrong
    pattern, ``re.error``, it raises when it is first used.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


class _Lazy:
    """A pattern that is compiled when the first of its methods is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> object:
        # Only asked for what is not there: once compiled, the methods are its own.
        if name not in _METHODS:
            raise AttributeError(name)
        pattern = compiled(*self._given)
        self.__dict__.update((method, getattr(pattern, method)) for method in _METHODS)
        return getattr(pattern, name)
