"""Reading the data files of this room, strictly.

Every file is TOML and is read when its topic is first asked for. The files lie beside this module
and are opened directly: ``importlib.resources`` would cost more than reading them.

A malformed file is a mistake in this package, never in the user's text, so it raises
:class:`ProfileError` and names the file and the key.
"""

import tomllib
from pathlib import Path
from typing import Any, Final

from homs_wiki.source.errors import HomsWikiError

_FOLDER: Final = Path(__file__).parent / "data"


class ProfileError(HomsWikiError):
    """A data file of a profile is not what the model expects, or does not exist."""


class Table:
    """One TOML table that is read key by key; what nobody has read is an error at the end.

    ``where`` names file and table for messages. Every reader takes its key out of the table;
    :meth:`close` raises :class:`ProfileError` if any key is left.
    """

    __slots__ = ("_rest", "where")

    def __init__(self, content: dict[str, Any], where: str) -> None:
        self._rest = dict(content)
        self.where = where

    def __contains__(self, key: str) -> bool:
        return key in self._rest

    def _take(self, key: str, default: object) -> Any:
        value = self._rest.pop(key, default)
        if value is None:
            raise ProfileError(f"{self.where}: the key {key!r} is missing")
        return value

    def _wrong(self, key: str, expected: str) -> ProfileError:
        return ProfileError(f"{self.where}: {key!r} must be {expected}")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string; without ``default`` the key must be there."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self._wrong(key, "a string")
        return value

    def flag(self, key: str, default: bool | None = None) -> bool:
        """Return true or false; without ``default`` the key must be there."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false")
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of strings as a tuple; without ``default`` the key must be there."""
        return self._texts(key, self._take(key, default))

    def _texts(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, (list, tuple)) or not all(isinstance(x, str) for x in value):
            raise self._wrong(key, "a list of strings")
        return tuple(value)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return a list of pairs of strings (none if the key is not there)."""
        value = self._take(key, [])
        if not isinstance(value, list):
            raise self._wrong(key, "a list of pairs of strings")
        pairs = tuple(self._texts(key, pair) for pair in value)
        if any(len(pair) != 2 for pair in pairs):
            raise self._wrong(key, "a list of pairs of strings")
        return tuple((first, second) for first, second in pairs)

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return a table of lists of strings (empty if the key is not there), order kept."""
        value = self._take(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, "a table of lists of strings")
        return {name: self._texts(f"{key}.{name}", each) for name, each in value.items()}

    def table(self, key: str) -> "Table":
        """Return a table in this one (an empty one if the key is not there)."""
        value = self._take(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, "a table")
        return Table(value, f"{self.where}, [{key}]")

    def tables(self, key: str) -> list["Table"]:
        """Return the tables of an array (``[[key]]``), none if the key is not there."""
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(x, dict) for x in value):
            raise self._wrong(key, "an array of tables")
        return [Table(x, f"{self.where}, [[{key}]] {n}") for n, x in enumerate(value, 1)]

    def sections(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return every key that is left as a table of lists of strings; the table is empty then."""
        return {name: self.lists(name) for name in list(self._rest)}

    def close(self) -> None:
        """Raise :class:`ProfileError` if a key is left that nobody has asked for."""
        if self._rest:
            raise ProfileError(f"{self.where}: unknown keys {', '.join(self._rest)}")


def read_table(name: str) -> Table:
    """Read ``data/<name>.toml``; :class:`ProfileError` if it is not there or is not TOML."""
    table = read_optional(name)
    if table is None:
        raise ProfileError(f"{name}.toml: no such data file")
    return table


def read_optional(name: str) -> Table | None:
    """Read ``data/<name>.toml``, or return ``None`` if there is no such file."""
    try:
        content = (_FOLDER / f"{name}.toml").read_bytes()
    except FileNotFoundError:
        return None
    try:
        return Table(tomllib.loads(content.decode()), f"{name}.toml")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(f"{name}.toml: {error}") from error
