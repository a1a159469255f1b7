"""What git hands over when it calls us: as external diff, as difftool, as textconv.

The arguments are described in ``git help git`` (GIT_EXTERNAL_DIFF), ``git help difftool`` and
``git help gitattributes``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from homs_wiki.cli.console import complain
from homs_wiki.cli.pages import PageReader
from homs_wiki.cli.revisions.arguments import NOTHING
from homs_wiki.cli.revisions.folders import folder_pairs
from homs_wiki.cli.revisions.versions import Pair, Version
from homs_wiki.source import Edit, SourceFile, UnreadableError, apply_edits, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from homs_wiki.diff.output import ComparedFile, Format, Trouble
    from homs_wiki.page import Page


def external_pairs(arguments: Sequence[str]) -> list[Pair]:
    """Return the pair that git passes to an external diff; none for a file in conflict.

    Args:
        arguments: path, old file, old id, old mode, new file, new id, new mode; for a rename also
            the new path and a text about it; only the path for a file in conflict.

    Raises:
        click.UsageError: they are others.
    """
    if len(arguments) == 1:
        complain("note", f"{arguments[0]}: in conflict, so there is nothing to compare yet")
        return []
    if len(arguments) not in (7, 8, 9):
        raise click.UsageError("--git-external is for git, which passes seven arguments behind --")
    old_path = arguments[0]
    new_path = arguments[7] if len(arguments) > 7 else old_path
    return [
        Pair(
            given_version(old_path, arguments[1]),
            given_version(new_path, arguments[4]),
            old_path,
            new_path,
        )
    ]


class OneOfMany:
    """The text format where git calls us anew for each file: a blank line between, no summary.

    Args:
        shown: the format itself.
    """

    __slots__ = ("_shown",)

    def __init__(self, shown: Format) -> None:
        self._shown = shown

    def start(self) -> str:
        """Return what parts the file from the one before; git says which in number it is."""
        return "\n" if os.environ.get("GIT_DIFF_PATH_COUNTER", "1") != "1" else ""

    def file(self, compared: ComparedFile) -> Iterator[str]:
        """Yield what the format yields."""
        return self._shown.file(compared)

    def finish(self, troubles: Sequence[Trouble] = ()) -> str:  # noqa: ARG002 - they were told
        """Return nothing."""
        return ""


def until_nobody_reads(
    write: Callable[[Iterable[str]], None],
) -> Callable[[Iterable[str]], None]:
    """Return ``write``, silent when git's reader has gone: of an error git says that we died."""

    def attempt(text: Iterable[str]) -> None:
        try:
            write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    return attempt


def difftool_pairs(arguments: Sequence[str]) -> Iterable[Pair | UnreadableError]:
    """Return the pairs that git passes to a difftool.

    Args:
        arguments: the path in the repository (empty for whole folders), the old file or folder,
            the new one.

    Raises:
        click.UsageError: they are others.
    """
    if len(arguments) != 3:
        raise click.UsageError("--git-difftool is for git, which passes three arguments behind --")
    path, old, new = arguments
    if os.path.isdir(old) and os.path.isdir(new):  # noqa: PTH112 - Path's own may raise
        return folder_pairs(Path(old), Path(new))
    return [Pair(given_version(path, old), given_version(path, new), path, path)]


def given_version(path: str, file: str) -> Version | None:
    """Return what git has written to ``file``, under the path it has in the repository.

    None if git says that there is nothing.
    """
    if file == NOTHING:
        return None

    def load(limit: int) -> SourceFile:
        return SourceFile(path, read_bytes(Path(file), limit))

    return Version(Path(path), load)


def readable_text(arguments: Sequence[str], profile: str | None, max_size: int) -> bytes:
    """Return a page in UTF-8, with a sentence or a parameter of a template on each line.

    So git's own diff, log and blame, which know only lines, speak of sentences. What is no text is
    returned as it is, because git would give up over an error, and not show the rest of the log.

    Args:
        arguments: the file.
        profile: the wiki the page belongs to.
        max_size: the most bytes it may have.

    Raises:
        click.UsageError: there is not just one argument.
        UnreadableError: the file cannot be read.
    """
    if len(arguments) != 1:
        raise click.UsageError("--git-textconv is for git, which passes one file behind --")
    file = Path(arguments[0])
    data = read_bytes(file, max_size)
    try:
        source = SourceFile(str(file), data)
    except UnreadableError:
        return data
    reader = PageReader(profile, max_size, quiet=True)
    page = reader.version(file, source, reader.profile([(file, source)]))
    text = page.text
    breaks = {offset for offset in _breaks(page) if offset and text[offset - 1] != "\n"}
    edits = []
    for offset in sorted(breaks):
        start = offset
        while text[start - 1] == " ":
            start -= 1
        if text[start - 1] != "\n":
            edits.append(Edit(start, offset, "\n"))
    return apply_edits(text, edits).encode("utf-8")


def _breaks(page: Page) -> Iterator[int]:
    """Yield where lines are to begin, in any order."""
    prose = page.prose
    for block in prose.blocks:
        for sentence in prose.sentences(block)[1:]:
            yield prose.start(sentence.start)
    for template in page.document.templates:
        for parameter in template.parameters:
            if parameter.equals is not None:
                yield parameter.start - 1  # the pipe
