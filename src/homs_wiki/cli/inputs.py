"""The pages a command is given: files, folders to walk, and standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from homs_wiki.source import SourceFile, UnreadableError, read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STDIN = Path("-")
"""The path that stands for standard input."""

SUFFIXES = (".wiki", ".wikitext", ".mediawiki")
"""What the names of pages end with; other files of a folder are passed over."""


def find_pages(paths: Iterable[Path]) -> Iterator[Path | UnreadableError]:
    """Yield the files meant by ``paths``, each once, and the errors of folders that hold none.

    Folders are walked in sorted order, without hidden folders, and without following links to
    folders, so that a loop of links does no harm.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _pages_of(path):
            if isinstance(found, UnreadableError) or found not in seen:
                yield found
            if not isinstance(found, UnreadableError):
                seen.add(found)


def _pages_of(path: Path) -> Iterator[Path | UnreadableError]:
    if path == STDIN or not path.is_dir():
        yield path
        return
    empty = True
    for found in _walk(path):
        empty = False
        yield found
    if empty:
        wanted = ", ".join(f"*{suffix}" for suffix in SUFFIXES)
        yield UnreadableError(str(path), f"there is no page in this folder ({wanted})")


def _walk(top: Path) -> Iterator[Path | UnreadableError]:
    errors: list[OSError] = []
    for folder, folders, names in os.walk(top, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            # A link that leads nowhere is yielded too: reading it gives an error with its name.
            if name.endswith(SUFFIXES) and (path.is_file() or path.is_symlink()):
                yield path
    for error in errors:
        yield UnreadableError(str(error.filename), f"cannot be read: {error.strerror}")


def read_source(path: Path, limit: int) -> SourceFile:
    """Read a page of at most ``limit`` bytes from a file or standard input.

    Raises:
        UnreadableError: it cannot be read, is too large, or is not text in UTF-8.
    """
    if path != STDIN:
        return read_file(path, limit)
    data = sys.stdin.buffer.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(
            "<stdin>", f"is larger than the limit of {limit:,} bytes (byte offset {limit})", limit
        )
    return SourceFile("<stdin>", data)
