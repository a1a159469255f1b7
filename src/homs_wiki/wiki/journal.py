"""What was sent to a wiki, written down before and after each save.

If everything stops between the two, the next run finds a draft that was "sent" and asks the wiki's
history whether it is there, before it sends anything. The journal is one SQLite file in the user's
state folder; it holds no texts and no secrets.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from homs_wiki.wiki.errors import WikiError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_VERSION: Final = 1
_PATIENCE: Final = 10.0
"""Seconds to wait for another run that writes at this moment."""

_SCHEMA: Final = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    api TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    base INTEGER NOT NULL,
    sha1 TEXT NOT NULL,
    summary TEXT NOT NULL,
    revision INTEGER,
    sent TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX entry_page ON entry (api, title, id);
"""


class JournalError(WikiError):
    """The journal cannot be read or written; nothing is sent without it."""


class Entry(NamedTuple):
    """One draft.

    Attributes:
        id: its number in the journal.
        source: what the text is: the full name of a git commit, or "" for a file.
        base: the revision it was made from; 0 for a new page.
        sha1: of the text in UTF-8.
        summary: as sent.
        revision: the revision that holds it; None while that is not known.
    """

    id: int
    source: str
    base: int
    sha1: str
    summary: str
    revision: int | None


class Journal:
    """The entries of one page on one wiki; a context manager.

    Args:
        path: the file; it and its folder are made if they are not there.
        api: the address of the wiki's API.
        title: the page.

    Raises:
        JournalError: the file cannot be used; so do all methods.
    """

    def __init__(self, path: Path, api: str, title: str) -> None:
        self._path = path
        self._page = (api, title)
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        except (sqlite3.Error, OSError) as error:
            raise self._wrong(error) from error
        try:
            self._prepare()
        except (sqlite3.Error, JournalError) as error:
            self._base.close()
            raise error if isinstance(error, JournalError) else self._wrong(error) from error

    def _prepare(self) -> None:
        self._base.execute("PRAGMA synchronous = FULL")
        # With a log beside the file, a write waits for the disk once and not three times.
        self._base.execute("PRAGMA journal_mode = WAL").close()
        with closing(self._base.execute("PRAGMA user_version")) as cursor:
            (version,) = cursor.fetchone()
        if version == 0:
            # Two first runs at once: the second waits here, and then finds the table made.
            self._base.execute("BEGIN IMMEDIATE")
            if self._base.execute("PRAGMA user_version").fetchone()[0] == 0:
                for statement in _SCHEMA.split(";"):
                    self._base.execute(statement)
                self._base.execute(f"PRAGMA user_version = {_VERSION}")
            self._base.execute("COMMIT")
        elif version != _VERSION:
            raise JournalError(
                f"{self._path}: was written by another version of this program (format {version})"
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def _wrong(self, error: Exception) -> JournalError:
        return JournalError(f"{self._path}: the journal cannot be used: {error}")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other runs from publishing at the same time: what one sends, the other would judge.

        Raises:
            JournalError: another run publishes now.
        """
        import fcntl  # only wanted by who publishes

        descriptor = os.open(f"{self._path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError as error:
            raise JournalError(
                f"{self._path}: another homs-wiki is publishing; try again when it has ended"
            ) from error
        finally:
            os.close(descriptor)  # this ends the lock

    def begin(self, source: str, base: int, sha1: str, summary: str) -> int:
        """Write down that a draft is about to be sent; return the entry's number."""
        try:
            cursor = self._base.execute(
                "INSERT INTO entry (api, title, source, base, sha1, summary)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (*self._page, source, base, sha1, summary),
            )
        except sqlite3.Error as error:
            raise self._wrong(error) from error
        return cursor.lastrowid or 0

    def finish(self, number: int, revision: int) -> None:
        """Write down which revision holds a draft."""
        self._change("UPDATE entry SET revision = ? WHERE id = ?", revision, number)

    def forget(self, number: int) -> None:
        """Take out a draft of which it is certain that it was not saved."""
        self._change("DELETE FROM entry WHERE id = ? AND revision IS NULL", number)

    def _change(self, statement: str, *values: int) -> None:
        try:
            self._base.execute(statement, values)
        except sqlite3.Error as error:
            raise self._wrong(error) from error

    def entries(self) -> list[Entry]:
        """Return the page's entries in the order in which they were sent."""
        try:
            found = self._base.execute(
                "SELECT id, source, base, sha1, summary, revision FROM entry"
                " WHERE api = ? AND title = ? ORDER BY id",
                self._page,
            )
            return [Entry(*row) for row in found]
        except sqlite3.Error as error:
            raise self._wrong(error) from error

    def last(self) -> Entry | None:
        """Return the latest entry; None if nothing was ever sent."""
        entries = self.entries()
        return entries[-1] if entries else None


def journal_file() -> Path:
    """Return where the journal is kept: in the user's state folder."""
    from platformdirs import user_state_path  # only wanted by who talks to a wiki

    return user_state_path("homs-wiki", appauthor=False) / "journal.sqlite"
