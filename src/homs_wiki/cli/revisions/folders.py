"""Two folders of pages, paired by the names of the pages in them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from homs_wiki.cli.inputs import find_pages
from homs_wiki.cli.revisions.versions import Pair, file_version
from homs_wiki.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator


def folder_pairs(old: Path, new: Path) -> Iterator[Pair | UnreadableError]:
    """Yield the pages of two folders, those of the same relative name together, sorted by it.

    Also the errors of folders in them that cannot be read.
    """
    olds, old_errors = _pages(old)
    news, new_errors = _pages(new)
    yield from old_errors + new_errors
    if not (olds or news or old_errors or new_errors):
        yield UnreadableError(str(new), f"there is no page in this folder, nor in {old}")
    for name in sorted({*olds, *news}):
        was, now = olds.get(name), news.get(name)
        yield Pair(
            file_version(was) if was else None,
            file_version(now) if now else None,
            str(old / name),
            str(new / name),
        )


def _pages(folder: Path) -> tuple[dict[str, Path], list[UnreadableError]]:
    """Return the pages of a folder by their relative names; that it has none is no error here."""
    pages: dict[str, Path] = {}
    errors: list[UnreadableError] = []
    readable = os.access(folder, os.R_OK | os.X_OK)
    for found in find_pages([folder]):
        if not isinstance(found, UnreadableError):
            pages[os.path.relpath(found, folder)] = found
        elif not (readable and found.name == str(folder)):
            errors.append(found)
    return pages, errors
