"""Reading the data files of this room, strictly.

Every file is TOML and is read when its topic is first asked for. The files lie beside this module
and are opened directly: ``importlib.resources`` would cost more than reading them.

A malformed file is a mistake in this package, never in the user's text, so it raises
:class:`ProfileError` and names the file and the key.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from homs_wiki.profile.compiled import read_toml
from homs_wiki.source.errors import HomsWikiError
from homs_wiki.source.table import Table

_Words = TypeVar("_Words")

_FOLDER: Final = Path(__file__).parent / "data"


class ProfileError(HomsWikiError):
    """A data file of a profile is not what the model expects, or does not exist."""


def read_table(name: str) -> Table:
    """Read ``data/<name>.toml``; :class:`ProfileError` if it is not there or is not TOML."""
    table = read_optional(name)
    if table is None:
        raise ProfileError(f"{name}.toml: no such data file")
    return table


def read_optional(name: str) -> Table | None:
    """Read ``data/<name>.toml``, or return ``None`` if there is no such file."""
    try:
        return Table(read_toml(_FOLDER / f"{name}.toml"), f"{name}.toml", ProfileError)
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise ProfileError(f"{name}.toml: {error}") from error


def read_entry(name: str, key: str) -> Table | None:
    """Read the table of a language or wiki in ``data/<name>.toml``; None if it has none."""
    tables = read_table(name)
    return tables.table(key) if key in tables else None


def read_words(name: str, language: str, make: Callable[[Table], _Words]) -> _Words | None:
    """Give the words of a language in ``data/<name>.toml``; None if nobody has listed them.

    Args:
        name: the name of the file.
        language: the code of the language.
        make: makes the typed value of its table, and reads every key of it.

    Raises:
        ProfileError: the file is malformed: a mistake of ours.
    """
    table = read_entry(name, language)
    if table is None:
        return None
    words = make(table)
    table.close()
    return words


def by_form(lists: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Turn lists of forms by what they are forms of into that by each form."""
    return {form: name for name, forms in lists.items() for form in forms}


def read_file_of(folder: str, language: str) -> dict[str, Any] | None:
    """Read ``data/<folder>/<language>.toml`` as it is; None if there is no such file.

    Raises:
        ProfileError: the file is not TOML.
    """
    path = _FOLDER / folder / f"{language}.toml"
    if not (language.isascii() and language.isalpha() and path.exists()):
        return None
    try:
        return read_toml(path)
    except ValueError as error:
        raise ProfileError(f"{folder}/{language}.toml: {error}") from error


def refuse_unknown(keys: Iterable[str], known: Iterable[str], where: str) -> None:
    """Raise :class:`ProfileError` if some keys are none that anything reads."""
    unknown = set(keys).difference(known)
    if unknown:
        raise ProfileError(f"{where}: unknown keys {sorted(unknown)}")
