"""The folder of a test wiki: what lies in it, whose it is, and who works on it.

::

    FOLDER/
      .homs-wiki-testwiki   says that the folder is ours; locked by whoever changes something
      server.pid            locked as long as the server lives
      server.log
      wiki.new/             being made; becomes wiki/ when all is done
      wiki/
        LocalSettings.php   the same for every test wiki
        settings.json       what differs between them
        settings.d/         settings of the user's own, in PHP
        accounts.json       names and passwords, mode 0600
        data/ cache/ images/ tmp/
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from homs_wiki.wiki.local.errors import FolderError
from homs_wiki.wiki.local.locks import locked

_MARKER: Final = ".homs-wiki-testwiki"
_PATIENCE: Final = 60.0  # seconds for another process to finish what it does: making takes a few


class Layout:
    """Where everything lies in the folder of a test wiki; nothing is made by asking."""

    __slots__ = ("folder",)

    def __init__(self, folder: Path) -> None:
        try:
            self.folder = folder.expanduser().resolve()
        except (OSError, RuntimeError) as error:  # a loop of links, or a user who has no home
            raise FolderError(f"{folder}: {error}; name another folder") from error

    @property
    def marker(self) -> Path:
        """What makes the folder ours."""
        return self.folder / _MARKER

    @property
    def wiki(self) -> Path:
        """The wiki, complete."""
        return self.folder / "wiki"

    @property
    def unfinished(self) -> Path:
        """A wiki that is being made, or was when the process ended."""
        return self.folder / "wiki.new"

    @property
    def discarded(self) -> Path:
        """A wiki that is being deleted."""
        return self.folder / "wiki.old"

    @property
    def pid_file(self) -> Path:
        """What the server says of itself, and the lock that it holds."""
        return self.folder / "server.pid"

    @property
    def log(self) -> Path:
        """What the server says while it runs."""
        return self.folder / "server.log"

    @property
    def accounts(self) -> Path:
        """Names and passwords."""
        return self.wiki / "accounts.json"

    @property
    def is_made(self) -> bool:
        """Whether there is a complete wiki."""
        with usable(self.folder):
            return (self.wiki / "settings.json").is_file()

    @property
    def is_ours(self) -> bool:
        """Whether the folder is one of a test wiki."""
        with usable(self.folder):
            return self.marker.exists()

    @contextmanager
    def claimed(self, *, patience: float = _PATIENCE) -> Iterator[int]:
        """Make the folder ours if it is not, and keep other processes from changing it.

        Gives the descriptor that holds the claim; who inherits it holds it too.

        Raises:
            FolderError: it has something else in it, or cannot be written.
            BusyError: another process has worked on it for ``patience`` seconds.
        """
        with usable(self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # The marker comes first, so a folder without it that is not empty is someone else's.
            if not self.marker.exists() and any(self.folder.iterdir()):
                self._check_again()
            busy = f"{self.folder}: another homs-wiki is working on this test wiki; try again later"
            with locked(self.marker, patience=patience, busy=busy) as claim:
                self._sweep()
                try:
                    yield claim
                finally:
                    self._sweep()

    def _sweep(self) -> None:
        """Delete what was not finished, here or in a process that ended too early."""
        for rest in (self.unfinished, self.discarded):
            remove(rest)

    def _check_again(self) -> None:
        # Another process may have made the marker, and more, between two looks.
        if not self.marker.exists():
            raise FolderError(
                f"{self.folder}: the folder is not empty and is no test wiki; name another"
            )


def remove(folder: Path) -> None:
    """Delete a folder with all that is in it; it may be missing."""
    if folder.is_symlink() or folder.exists():
        shutil.rmtree(folder)


@contextmanager
def usable(folder: Path) -> Iterator[None]:
    """Turn what the system says about files into a :class:`FolderError` about ``folder``."""
    try:
        yield
    except OSError as error:
        where = os.fsdecode(error.filename) if error.filename else str(folder)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise FolderError(
                f"{where}: no space is left; name a folder on another disk"
            ) from error
        raise FolderError(f"{where}: {error.strerror or error}; name another folder") from error
