"""Bringing commits into a repository with ``git fast-import``, and looking for earlier ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.git.repository import GitError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from homs_wiki.git.repository import Repository

_EVERY = 500
"""Commits after which git is made to keep what it has, in case everything stops."""


class Message(NamedTuple):
    """A commit's full name and parents, its author's e-mail address, and its message."""

    id: str
    parents: tuple[str, ...]
    address: str
    text: str


def import_stream(repository: Repository, pieces: Iterable[bytes], size: int = _EVERY) -> None:
    """Give git a stream for ``fast-import``, as it comes.

    Every so many pieces what came until then is kept, so that a run that was stopped can be taken
    up again.

    Args:
        repository: where the commits go.
        pieces: the stream, cut between its commands.
        size: how many pieces that is.

    Raises:
        GitError: git refused the stream, or cannot be run.
    """
    with repository.started("fast-import", "--quiet", "--date-format=raw") as process:
        if process.stdin is None or process.stdout is None:
            raise AssertionError("both are pipes")
        try:
            for number, piece in enumerate(pieces, 1):
                process.stdin.write(piece)
                if number % size == 0:
                    # Git answers when it has come to this, so what came before is kept by now.
                    process.stdin.write(b"checkpoint\nprogress kept\n")
                    process.stdin.flush()
                    process.stdout.readline()
            process.stdin.close()
        except BrokenPipeError:
            process.stdin = None  # there is nothing left to flush; what went wrong is said below
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise GitError("git fast-import refused the history; what it says stands above")


def tip(repository: Repository, branch: str) -> str | None:
    """Return the full name of a branch's last commit; None if there is no such branch."""
    done = repository.run("rev-parse", "--verify", "--quiet", "--end-of-options", branch)
    return done.stdout.strip().decode("ascii") if done.returncode == 0 else None


def is_checked_out(repository: Repository, branch: str) -> bool:
    """Return whether a branch, by its full name, is the one that some working tree shows."""
    output = repository.ask("worktree", "list", "--porcelain")
    return f"branch {branch}".encode() in output.splitlines()


def check_branch(repository: Repository, branch: str) -> None:
    """Raise a `GitError` if ``branch`` cannot be the full name of a branch."""
    if repository.run("check-ref-format", branch).returncode:
        raise GitError(f"{branch.removeprefix('refs/heads/')!r} is no name for a branch")


def is_ancestor(repository: Repository, commit: str, other: str = "HEAD") -> bool:
    """Return whether a commit, by its full name, is one of those that led to another."""
    return repository.run("merge-base", "--is-ancestor", commit, other).returncode == 0


def messages(repository: Repository, revision: str = "HEAD") -> Iterator[Message]:
    """Yield the commits that led to a revision, none before its descendants; none if none did."""
    done = repository.run(
        *("-c", "log.showSignature=false", "log", "-z", "--encoding=UTF-8", "--topo-order"),
        *("--no-patch", "--no-decorate", "--format=%H%n%P%n%ae%n%B"),
        *("--end-of-options", revision, "--"),
    )
    for record in done.stdout.decode("utf-8", "replace").split("\0"):
        if done.returncode == 0 and record:
            name, parents, address, text = record.split("\n", 3)
            yield Message(name, tuple(parents.split()), address, text)


def inherited(
    repository: Repository, revision: str, number: Callable[[Message], int]
) -> dict[str, int]:
    """Return the highest number among each commit and those that led to it.

    Args:
        repository: where.
        revision: the commits that led to it are looked at.
        number: says that of one commit alone.
    """
    highest: dict[str, int] = {}
    for message in reversed(list(messages(repository, revision))):
        before = (highest.get(parent, 0) for parent in message.parents)
        highest[message.id] = max(number(message), *before, 0)
    return highest
