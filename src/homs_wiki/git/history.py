"""What commits made of one file, in an order in which they can follow each other.

The walk, which `docs/publishing.md` describes for users: every commit that can be reached is looked
at, merges and their side branches included, in git's topological order (``--topo-order``, the
oldest first), so that no commit stands before one that it builds on. A commit counts if the file's
content differs from that in any of its parents. Where the file had another name, it is followed.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple, Self

from homs_wiki.git.repository import GitError

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterable, Iterator

    from homs_wiki.git.repository import Repository

_FIELDS = "%H%n%P%n%an%n%ae%n%at%n%s"
_LINE_END = "\n"


class FileCommit(NamedTuple):
    """A commit that changed the file.

    Attributes:
        id: its full name.
        subject: the first paragraph of its message, on one line.
        author: the author's name.
        address: the author's e-mail address.
        time: when the author wrote it, in seconds since 1970.
        blob: full name of the file's content; None if the commit removed the file.
        path: what the file was called, from the top of the repository.
    """

    id: str
    subject: str
    author: str
    address: str
    time: int
    blob: str | None
    path: str


class _Known(NamedTuple):
    """A commit as the log has it."""

    id: str
    parents: tuple[str, ...]
    author: str
    address: str
    time: int
    subject: str


def file_history(repository: Repository, path: str, revisions: str = "HEAD") -> list[FileCommit]:
    """Return the commits that changed a file, oldest first.

    Args:
        repository: where.
        path: of the file in the last of the commits, from the top, with slashes.
        revisions: a revision, for all that led to it, or ``A..B``.

    Raises:
        GitError: there are no such revisions.
    """
    if _LINE_END in path:
        raise GitError(f"{path!r}: the history of a file with such a name cannot be read")
    if "..." in revisions:
        raise GitError(f"{revisions}: a range is written with two dots")
    commits = list(_log(repository, revisions))
    with _Contents(repository) as contents:
        found = list(_changed(repository, commits, path, contents))
    return list(_without_repeats(reversed(found)))


def _log(repository: Repository, revisions: str) -> Iterator[_Known]:
    """Yield the commits, none before its descendants."""
    output = repository.ask(
        *("-c", "log.showSignature=false", "log", "--topo-order", "-z", "--encoding=UTF-8"),
        *("--no-patch", "--no-decorate", f"--format={_FIELDS}"),
        *("--end-of-options", revisions, "--"),
    )
    for record in output.decode("utf-8", "replace").split("\0"):
        if record:
            name, parents, author, address, time, subject = record.split("\n", 5)
            yield _Known(name, tuple(parents.split()), author, address, int(time), subject.strip())


def _changed(
    repository: Repository, commits: Iterable[_Known], path: str, contents: _Contents
) -> Iterator[tuple[FileCommit, bool]]:
    """Yield the commits that changed the file, newest first, and whether they are merges."""
    names: dict[str, str] = {}
    for commit in commits:
        name = names.setdefault(commit.id, path)
        blob = contents.blob(commit.id, name)
        before = []
        for parent in commit.parents:
            if blob is not None and contents.blob(parent, name) is None:
                old = _renamed_from(repository, parent, commit.id, name)
                names.setdefault(parent, old or name)
            else:
                names.setdefault(parent, name)
            before.append(contents.blob(parent, names[parent]))
        if any(each != blob for each in before or [None]):
            known = FileCommit(
                commit.id, commit.subject, commit.author, commit.address, commit.time, blob, name
            )
            yield known, len(commit.parents) > 1


def _renamed_from(repository: Repository, parent: str, commit: str, name: str) -> str | None:
    """Return what a file that a commit brings was called in a parent; None if it is new."""
    for changed in repository.changed(parent, commit, (), ()):
        if changed.new_path == name and changed.old_path not in (None, name):
            return changed.old_path
    return None


def _without_repeats(found: Iterable[tuple[FileCommit, bool]]) -> Iterator[FileCommit]:
    """Leave out merges that have the content of the commit before them anyway."""
    last: str | None = None
    for commit, is_merge in found:
        if not (is_merge and commit.blob == last):
            yield commit
        last = commit.blob


class _Contents:
    """Which content a file has in a commit; a context manager."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._process: subprocess.Popen[bytes] | None = None
        self._known: dict[tuple[str, str], str | None] = {}

    def __enter__(self) -> Self:
        self._process = self._repository.started("cat-file", "--batch-check")
        return self

    def __exit__(self, *_: object) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()

    def blob(self, commit: str, path: str) -> str | None:
        """Return the full name of the content; None if there is no such file."""
        key = (commit, path)
        if key not in self._known:
            self._known[key] = self._ask(commit, path)
        return self._known[key]

    def _ask(self, commit: str, path: str) -> str | None:
        if self._process is None or self._process.stdin is None or self._process.stdout is None:
            raise AssertionError("it is used as a context manager")
        self._process.stdin.write(os.fsencode(f"{commit}:{path}\n"))
        self._process.stdin.flush()
        answer = self._process.stdout.readline().split()
        return answer[0].decode("ascii") if answer[1:2] == [b"blob"] else None
