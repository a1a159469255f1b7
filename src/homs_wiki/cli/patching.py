"""Writing changed pages back to their files, or showing what would change."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from homs_wiki.cli.console import write_for_machines
from homs_wiki.source import HomsWikiError, write_atomic
from homs_wiki.source.visible import visible_lines

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.page import Page
    from homs_wiki.source import SourceFile


class UnwritableError(HomsWikiError):
    """A file cannot be written, so nothing of it was changed."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name = name


def replace(path: Path, data: bytes, expected: bytes, consequence: str) -> None:
    """Write a page back to its file, whole or not at all.

    Args:
        path: the file.
        data: its new content.
        expected: what it must still hold.
        consequence: what it means if it cannot be written, for the message.

    Raises:
        UnwritableError: it cannot be written, or is no file.
        ChangedMeanwhileError: it holds something else now.
    """
    name = str(path)
    if not path.is_file():
        raise UnwritableError(name, f"is no regular file; {consequence}")
    if not os.access(path, os.W_OK):
        raise UnwritableError(name, f"may not be written; {consequence}")
    try:
        write_atomic(path, data, expected)
    except OSError as error:
        problem = f"cannot be written: {error.strerror or error}; {consequence}"
        raise UnwritableError(name, problem) from error


def show_patch(old: SourceFile, old_page: Page, new: SourceFile, new_page: Page) -> None:
    """Write to standard output what changes in a file, as a patch; nothing if nothing does."""
    if new.original == old.original:
        return
    from homs_wiki.diff import compare
    from homs_wiki.diff.output import ComparedFile, make_format

    compared = ComparedFile(old.name, old.name, old, new, compare(old_page, new_page))
    patch = make_format("unified").file(compared)
    # Byte for byte for programs; a terminal must not obey what stands in the page.
    write_for_machines(map(visible_lines, patch) if sys.stdout.isatty() else patch)


def write_bytes(data: bytes) -> None:
    """Write a page to standard output, byte for byte."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
