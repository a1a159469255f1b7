"""A dictionary that makes the values it does not have."""

from collections.abc import Callable
from typing import Final, Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

# Names of templates on a page are few; the limit only keeps hostile input from filling memory.
_LIMIT: Final = 8192


class Memo(dict[K, V], Generic[K, V]):
    """``memo[key]`` makes the value with ``make(key)`` at first, later it is one dict lookup.

    Holds at most some thousand values and starts anew then.
    """

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[K], V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        if len(self) >= _LIMIT:
            self.clear()
        value = self[key] = self._make(key)
        return value
