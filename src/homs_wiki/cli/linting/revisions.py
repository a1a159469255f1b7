"""Reading pages as they were in a revision."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from homs_wiki.source import SourceFile, UnreadableError

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.linting.tasks import Before
    from homs_wiki.git.repository import Repository


class Revisions:
    """Reads pages from repositories; a git for each stays at hand as long as this process."""

    __slots__ = ("_open", "_repositories")

    def __init__(self) -> None:
        self._repositories: dict[Path | None, Repository] = {}
        self._open = ExitStack()

    def read(self, before: Before, name: str, limit: int) -> SourceFile | None:
        """Return a page as it was.

        Args:
            before: where it is kept.
            name: what to call it.
            limit: the most bytes it may have.

        Returns:
            None if it was not there, or was no page: too large, or no text.

        Raises:
            GitError: git cannot be run.
        """
        if before.blob is None:
            return None
        try:
            return SourceFile(name, self._in(before.place).read(before.blob, name, limit))
        except UnreadableError:
            return None

    def close(self) -> None:
        """End every git."""
        self._open.close()

    def _in(self, place: Path | None) -> Repository:
        from homs_wiki.git.repository import Repository

        if place not in self._repositories:
            self._repositories[place] = self._open.enter_context(Repository(place))
        return self._repositories[place]
