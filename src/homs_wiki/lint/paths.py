"""Patterns of files in settings, written and read as in a ``.gitignore``."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

if TYPE_CHECKING:
    from pathlib import Path


def matches(patterns: tuple[str, ...], path: Path, folder: Path) -> bool:
    """Return whether one of ``patterns``, relative to ``folder``, means the file at ``path``.

    A file that is not below the folder is never meant.
    """
    relative = os.path.relpath(path.absolute(), folder.absolute())
    if relative == os.pardir or relative.startswith(os.pardir + os.sep):
        return False
    return _spec(patterns).match_file(relative)


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return GitIgnoreSpec.from_lines(patterns)
