"""Where output goes: a file that is written whole or not at all, or standard output."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from homs_wiki.cli.inputs import STDIN
from homs_wiki.source import HomsWikiError, write_atomic

if TYPE_CHECKING:
    from collections.abc import Iterable

STDOUT = STDIN
"""The path that stands for standard output: a dash, too."""


class UnwritableError(HomsWikiError):
    """A file that cannot be written."""


def write_to(path: Path, data: bytes) -> None:
    """Write ``data`` to a file; what is no file (a device, a pipe) is written to as it is.

    Raises:
        UnwritableError: it cannot be written; a file that was there is as it was.
    """
    try:
        if os.path.lexists(path) and not os.path.isfile(path):  # noqa: PTH113 - may raise
            path.write_bytes(data)
        else:
            write_atomic(path, data)
    except OSError as error:
        raise UnwritableError(f"{path}: cannot be written: {error.strerror}") from error


class Collected:
    """Text kept until all of it is there, then written to a file in UTF-8."""

    __slots__ = ("_pieces",)

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def __call__(self, text: Iterable[str]) -> None:
        """Take in more text."""
        self._pieces.extend(text)

    def write(self, path: Path) -> None:
        """Write all that was taken in.

        Raises:
            UnwritableError: the file cannot be written.
        """
        write_to(path, "".join(self._pieces).encode("utf-8", "backslashreplace"))
