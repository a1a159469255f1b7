"""Regular expressions whose compiled form is kept from run to run, as Python keeps bytecode.

A run uses some 170 of them, and compiling these takes longer than checking a small page. A command
keeps what it compiled when it ends; it is taken from there as long as Python is the same to the
last digit of its version.

For the patterns of this package alone: what users give, or pages, is compiled by `re` and not kept.
"""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from homs_wiki.source.kept import keep, kept

_Key = tuple[str, int]
"""A pattern and its flags."""

_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""All flags, the code, the number of groups, their numbers by name and their names by number."""

_STAMP = sys.implementation.name, sys.version, sys.byteorder


class Patterns:
    """Compiled patterns, kept beside a file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._new: set[_Key] = set()

    def compiled(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """Return the compiled ``pattern``.

        Raises:
            re.error: it is wrong.
        """
        key = pattern, int(flags)
        code = self._kept.get(key)
        if code is not None:
            with suppress(RuntimeError, TypeError, ValueError):  # damaged
                return _put_together(pattern, code)
        self._new.add(key)
        return re.compile(pattern, flags)

    def keep(self) -> None:
        """Keep what had to be compiled for those who come later."""
        if self._new and not sys.dont_write_bytecode and _is_known_python():
            keep(self._file, _STAMP, self._read() | {key: _take_apart(*key) for key in self._new})

    @cached_property
    def _kept(self) -> dict[_Key, _Code]:
        return self._read()

    def _read(self) -> dict[_Key, _Code]:
        return kept(self._file, _STAMP) or {}


# Python has no public way to take a compiled pattern apart and put it together again. These are the
# two steps of `re.compile`; where they are others, nothing is kept.
def _is_known_python() -> bool:
    try:
        return re.compile("a(?P<b>b)*") == _put_together("a(?P<b>b)*", _take_apart("a(?P<b>b)*", 0))
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return False


def _take_apart(pattern: str, flags: int) -> _Code:
    parser, compiler = (import_module(f"re.{name}") for name in ("_parser", "_compiler"))
    tree = parser.parse(pattern, flags)
    numbers: list[int] = compiler._code(tree, flags)
    state = tree.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code = b"".join(number.to_bytes(4, sys.byteorder) for number in numbers)
    return flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(names)


def _put_together(pattern: str, code: _Code) -> re.Pattern[str]:
    flags, numbers, groups, by_name, by_number = code
    engine: Any = import_module("_sre")
    found: re.Pattern[str] = engine.compile(
        pattern, flags, memoryview(numbers).cast("I").tolist(), groups, by_name, by_number
    )
    return found


_OWN = Patterns(Path(__file__))
compiled = _OWN.compiled
keep_patterns = _OWN.keep
