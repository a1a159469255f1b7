"""Reading pages for the commands: the text, the wiki it belongs to, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.cli.configs import Configs
from homs_wiki.cli.console import complain
from homs_wiki.cli.subjects import Subjects

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.page import Page
    from homs_wiki.source import SourceFile


class PageReader:
    """Reads the pages of one run; what it has to guess, it says on standard error.

    Args:
        profile: the wiki the user says the pages belong to, or None: then it is as `Subjects` says.
        max_size: the most bytes a page may have.
    """

    __slots__ = ("_noted", "_subjects")

    def __init__(self, profile: str | None, max_size: int) -> None:
        self._subjects = Subjects(profile, max_size, Configs())
        self._noted: set[str] = set()

    def read(self, path: Path) -> tuple[SourceFile, Page]:
        """Return the file at ``path``, or standard input if that is ``-``, and the page in it.

        Raises:
            UnreadableError: it cannot be read.
            ArticleFileError: the ``article.toml`` that belongs to it cannot be read.
            ConfigError: its settings cannot be read.
        """
        subject = self._subjects.of(path)
        page = subject.page
        for note in subject.notes:
            if note not in self._noted:
                self._noted.add(note)
                complain("note", note)
        return subject.source, page
