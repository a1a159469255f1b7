"""The git repository around a folder, asked by running ``git``.

The environment (``GIT_DIR`` and its kin) is left to git. Every name goes in as an argument of its
own behind an end of options, and comes back between NUL bytes, so that no name can be taken for
anything else.
"""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from homs_wiki.source import HomsWikiError, UnreadableError

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Sequence

_REGULAR = ("100644", "100755")
_PIECE = 1 << 16
_NOT_FOUND = "Needed a single revision"  # rev-parse about a name that means nothing to it


class GitError(HomsWikiError):
    """Git is not there, finds no repository, or refuses."""


class UnknownRevisionError(GitError):
    """A name that is no revision here."""


class GitObject(NamedTuple):
    """Something git keeps: its full name in hexadecimal, and "commit", "tree", "blob" or "tag"."""

    id: str
    kind: str


class ChangedFile(NamedTuple):
    """A file that differs between two trees; None for a path or content that is not there.

    Attributes:
        old_path: from the top of the repository, with slashes.
        new_path: the same; another than ``old_path`` if the file was renamed.
        old_id: the blob.
        new_id: the blob; of a file in the working tree what the index knows, perhaps nothing.
    """

    old_path: str | None
    new_path: str | None
    old_id: str
    new_id: str


def _environment() -> dict[str, str]:
    """Return our environment, with messages of git in English as all of ours are."""
    return {**os.environ, "LC_ALL": "C"}


def _no_git(error: OSError) -> GitError:
    if isinstance(error, FileNotFoundError):
        return GitError("git is not installed, or not on the PATH: revisions cannot be read")
    return GitError(f"git cannot be run: {error.strerror}")


def _message(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return the first thing git complained of, without "fatal:"."""
    for line in os.fsdecode(done.stderr).splitlines():
        kind, _, message = line.partition(": ")
        if kind in ("fatal", "error"):
            return message
    return f"it ended with exit code {done.returncode}"


class Repository:
    """The repository around a folder; git is not started before something is asked.

    To be used in a ``with`` statement: the process that reads blobs ends with it.

    Args:
        folder: where to look for it; None for the current one.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._reader: subprocess.Popen[bytes] | None = None

    def command(self, *arguments: str) -> list[str]:
        """Return the command that runs git here."""
        return ["git", *(() if self._folder is None else ("-C", str(self._folder))), *arguments]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Run git, and return what came of it, also if it failed.

        Raises:
            GitError: git cannot be run.
        """
        import subprocess

        try:
            return subprocess.run(  # noqa: S603 - a list, no shell
                self.command(*arguments),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                env=_environment(),
            )
        except OSError as error:
            raise _no_git(error) from error

    def ask(self, *arguments: str) -> bytes:
        """Run git, and return what it writes.

        Raises:
            GitError: git cannot be run, or fails; with what it complained of.
        """
        done = self.run(*arguments)
        if done.returncode:
            _ = self.top  # no repository is what is wrong in the first place
            raise GitError(f"git says: {_message(done)}{self._shallow_hint}")
        return done.stdout

    def started(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start git with pipes to and from it.

        Raises:
            GitError: git cannot be run.
        """
        import subprocess

        try:
            return subprocess.Popen(  # noqa: S603 - a list, no shell
                self.command(*arguments),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=_environment(),
            )
        except OSError as error:
            raise _no_git(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._reader:
            self._reader.kill()
            self._reader.communicate()
            self._reader = None

    @cached_property
    def top(self) -> Path | None:
        """The top folder of the working tree; None if there is none (a bare repository).

        Raises:
            GitError: git is not installed, or the folder is in no repository.
        """
        done = self.run("rev-parse", "--show-toplevel")
        if done.returncode == 0:
            return Path(os.fsdecode(done.stdout.removesuffix(b"\n")))
        found = self.run("rev-parse", "--git-dir")
        if found.returncode:
            message = _message(found)
            if message.startswith("not a git repository"):
                where = "the current folder" if self._folder is None else str(self._folder)
                message = f"{where} is in no git repository"
            raise GitError(message)
        return None

    @cached_property
    def _is_shallow(self) -> bool:
        return self.run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    @property
    def _shallow_hint(self) -> str:
        if not self._is_shallow:
            return ""
        return "; the history is shallow here: “git fetch --unshallow” brings the rest"

    def object(self, name: str) -> GitObject:
        """Return what ``name`` means: ``HEAD~3``, ``v1.0``, ``main:page.wiki``.

        Raises:
            UnknownRevisionError: nothing in this repository.
            GitError: as `top`.
        """
        done = self.run("rev-parse", "--verify", "--end-of-options", name)
        if done.returncode == 0:
            # A name in hexadecimal is taken at its word, so the object may still not be there.
            found = done.stdout.strip().decode("ascii")
            kind = self.run("cat-file", "-t", found)
            if kind.returncode == 0:
                return GitObject(found, kind.stdout.strip().decode("ascii"))
        _ = self.top  # no repository is what is wrong in the first place
        message = _message(done) if done.returncode else _NOT_FOUND
        if message == _NOT_FOUND:
            message = "git knows no such revision"
        raise UnknownRevisionError(f"{message}{self._shallow_hint}")

    def commit(self, name: str) -> str:
        """Return the full name of the commit that ``name`` means.

        Raises:
            UnknownRevisionError: it means none.
            GitError: as `top`.
        """
        return self.object(f"{name}^{{commit}}").id

    def merge_base(self, first: str, second: str) -> str:
        """Return the commit from which two commits, by their full names, went different ways.

        Raises:
            GitError: there is none.
        """
        done = self.run("merge-base", first, second)
        if done.returncode:
            raise GitError(f"the two revisions have no common ancestor{self._shallow_hint}")
        return done.stdout.split()[0].decode("ascii")

    def changed(
        self, old: str, new: str | None, suffixes: Sequence[str], paths: Sequence[str]
    ) -> list[ChangedFile]:
        """Return which files differ between two trees, in the order of their paths.

        Files that are no text of their own (links, other repositories) count as not there.

        Args:
            old: full name of a commit or tree.
            new: the same; None for the working tree.
            suffixes: files whose names end with one of them are looked at,
            paths: and these, as paths from the top.

        Raises:
            GitError: git refuses.
        """
        done = self.run(
            *("diff", "--raw", "-z", "--no-abbrev", "--find-renames", "--no-relative"),
            *("--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all"),
            *("--end-of-options", old, *([new] if new else []), "--"),
            *(f":(top)*{suffix}" for suffix in suffixes),
            *(f":(top,literal){path}" for path in paths),
        )
        if done.returncode:
            raise GitError(f"git cannot compare: {_message(done)}")
        return _raw(done.stdout)

    def has(self, tree: str, path: str) -> bool:
        """Tell whether there is a file or folder at ``path``, from the top, in a tree."""
        return self.run("cat-file", "-e", f"{tree}:{path}").returncode == 0

    def read(self, object_id: str, name: str, limit: int) -> bytes:
        """Return the bytes of a blob.

        Args:
            object_id: its full name.
            name: what to call it in messages.
            limit: the most bytes it may have.

        Raises:
            UnreadableError: it is larger, or the repository does not have it.
            GitError: git cannot be run.
        """
        if self._reader is None:
            self._reader = self.started("cat-file", "--batch")
        asked, answer = self._reader.stdin, self._reader.stdout
        if asked is None or answer is None:
            raise AssertionError("both are pipes")
        asked.write(f"{object_id}\n".encode("ascii"))
        asked.flush()
        header = answer.readline().split()
        if len(header) != 3:  # "<id> missing"; nothing at all if git has given up
            raise UnreadableError(name, f"git does not have its content{self._shallow_hint}")
        size = int(header[2])
        if size > limit:
            left = size + 1
            while left > 0:
                left -= len(answer.read(min(left, _PIECE))) or left
            raise UnreadableError(name, f"is larger than the limit of {limit:,} bytes", limit)
        return answer.read(size + 1)[:-1]


def _raw(output: bytes) -> list[ChangedFile]:
    """Return what ``git diff --raw -z`` says, of a path that is said twice the last.

    It writes ``:old-mode new-mode old-id new-id status``, NUL, a path, NUL, and for a rename the
    new path and NUL. A file in conflict is there twice, with the status U the first time.
    """
    fields = iter(os.fsdecode(output).split("\0")[:-1])
    found: dict[str | None, ChangedFile] = {}
    for field in fields:
        old_mode, new_mode, old_id, new_id, status = field[1:].split(" ")
        old_path: str | None = next(fields)
        new_path = next(fields) if status[0] in "RC" else old_path
        if old_mode not in _REGULAR:
            old_path = None
        if new_mode not in _REGULAR:
            new_path = None
        if old_path is not None or new_path is not None:
            found[new_path or old_path] = ChangedFile(old_path, new_path, old_id, new_id)
    return list(found.values())
