"""What the commands about a single page share: their options, and reading the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from homs_wiki.cli.inputs import ANY_PATH, format_option, max_size_option, profile_option
from homs_wiki.cli.pages import PageReader
from homs_wiki.cli.tables import FORMATS
from homs_wiki.page.infobox.text import plain_text
from homs_wiki.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Callable

    from homs_wiki.cli.tables import Row
    from homs_wiki.page import Page
    from homs_wiki.source import SourceFile, Span

_LONGEST_SENTENCE = 2000  # code points

_OPTIONS = (
    click.argument("path", metavar="FILE", type=ANY_PATH),
    format_option("A table for people, or everything for machines.", *FORMATS),
    profile_option("page belongs"),
    max_size_option("a file that is"),
)


def page_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the argument FILE and the options --format, --profile and --max-size."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class ReadPage:
    """A page read from a file, and places in it as the output says them.

    Attributes:
        source: the file.
        page: what it says.
    """

    def __init__(self, source: SourceFile, read: Page) -> None:
        self.source = source
        self.page = read
        self._lines = LineIndex(source.text)
        self._sentences: dict[Span, str] = {}

    def place(self, start: int, end: int) -> Row:
        """Return where something stands: line and column from 1, and offsets in the file's text."""
        position = self._lines.position(start)
        return {
            "line": position.line,
            "column": position.column,
            "start": self.source.file_offset(start),
            "end": self.source.file_offset(end),
        }

    def sentence(self, span: Span) -> str:
        """Return what a sentence shows, cut if no one would call it a sentence.

        Many references may stand in one, and each of them is shown with it.
        """
        shown = self._sentences.get(span)
        if shown is None:
            shown = plain_text(self.page.document, *span)
            if len(shown) > _LONGEST_SENTENCE:
                shown = shown[:_LONGEST_SENTENCE] + "…"
            self._sentences[span] = shown
        return shown

    def line(self, offset: int) -> int:
        """Return the line of an offset, counted from 1."""
        return self._lines.position(offset).line


def read(path: Path, profile: str | None, max_size: int) -> ReadPage:
    """Read the page in a file, or from standard input if the path is ``-``.

    Raises:
        UnreadableError: it cannot be read.
        ArticleFileError: the ``article.toml`` that belongs to it cannot be read.
    """
    return ReadPage(*PageReader(profile, max_size).read(path))
