"""Reading TOML strictly: every key is asked for by its kind, and none is left over."""

from collections.abc import Iterator, Sequence
from typing import Any

from homs_wiki.source.closest import closest
from homs_wiki.source.errors import HomsWikiError


class Table:
    """One TOML table that is read key by key; what nobody has read is an error at the end.

    Every reader takes its key out of the table, and raises an error if the value is of another
    kind; `close` raises one if any key is left.

    Args:
        content: the table as `tomllib` gives it.
        where: names file and table in messages.
        error: what is raised.
    """

    __slots__ = ("_asked", "_error", "_rest", "where")

    def __init__(self, content: dict[str, Any], where: str, error: type[HomsWikiError]) -> None:
        self._rest = dict(content)
        self._asked: list[str] = []
        self._error = error
        self.where = where

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys that are left when this begins."""
        return iter(list(self._rest))

    def __contains__(self, key: str) -> bool:
        self._asked.append(key)
        return key in self._rest

    def _take(self, key: str, default: object) -> Any:
        self._asked.append(key)
        value = self._rest.pop(key, default)
        if value is None:
            raise self._error(f"{self.where}: the key {key!r} is missing")
        return value

    def wrong(self, key: str, expected: str) -> HomsWikiError:
        """Return the error that the value of a key is not what was ``expected``."""
        return self._error(f"{self.where}: {key!r} must be {expected}")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string; without ``default`` the key must be there."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, "a string")
        return value

    def flag(self, key: str, default: bool | None = None) -> bool:
        """Return true or false; without ``default`` the key must be there."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of strings as a tuple; without ``default`` the key must be there."""
        return self._texts(key, self._take(key, default))

    def _texts(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, (list, tuple)) or not all(isinstance(x, str) for x in value):
            raise self.wrong(key, "a list of strings")
        return tuple(value)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return a list of pairs of strings (none if the key is not there)."""
        value = self._take(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "a list of pairs of strings")
        pairs = tuple(self._texts(key, pair) for pair in value)
        if any(len(pair) != 2 for pair in pairs):
            raise self.wrong(key, "a list of pairs of strings")
        return tuple((first, second) for first, second in pairs)

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return a table of lists of strings (empty if the key is not there), order kept."""
        value = self._take(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, "a table of lists of strings")
        return {name: self._texts(f"{key}.{name}", each) for name, each in value.items()}

    def table(self, key: str) -> "Table":
        """Return a table in this one (an empty one if the key is not there)."""
        value = self._take(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, "a table")
        return Table(value, f"{self.where}, [{key}]", self._error)

    def tables(self, key: str) -> list["Table"]:
        """Return the tables of an array (``[[key]]``), none if the key is not there."""
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(x, dict) for x in value):
            raise self.wrong(key, "an array of tables")
        return [
            Table(x, f"{self.where}, [[{key}]] {number}", self._error)
            for number, x in enumerate(value, 1)
        ]

    def values(self) -> dict[str, Any]:
        """Return every key that is left with its value as it is; the table is empty then."""
        rest, self._rest = self._rest, {}
        return rest

    def named(self) -> dict[str, "Table"]:
        """Return every key that is left as a table, by their names; the table is empty then."""
        return {name: self.table(name) for name in list(self._rest)}

    def choice(self, key: str, choices: Sequence[str], default: str | None = None) -> str:
        """Return a string that is one of ``choices``; without ``default`` the key must be there."""
        value = self.text(key, default)
        if value not in choices:
            known = ", ".join(map(repr, choices))
            raise self.wrong(key, f"one of {known}{_meant(value, choices)}")
        return value

    def sections(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return every key that is left as a table of lists of strings; the table is empty then."""
        return {name: self.lists(name) for name in list(self._rest)}

    def close(self) -> None:
        """Raise an error if a key is left that nobody has asked for; say which may be meant."""
        if self._rest:
            meant = _meant(next(iter(self._rest)), self._asked)
            raise self._error(f"{self.where}: unknown keys {', '.join(self._rest)}{meant}")


def _meant(word: str, known: Sequence[str]) -> str:
    close = closest(word, known)
    return f" (did you mean {close!r}?)" if close else ""
