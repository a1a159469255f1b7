"""Which pages changed since a revision, and what they were then.

Every page is asked for in the repository around its own folder, so pages of several repositories,
one inside the other too, can be checked in one run.
"""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from homs_wiki.cli.inputs import STDIN, SUFFIXES
from homs_wiki.cli.linting.tasks import Before, Task
from homs_wiki.git.repository import GitError, Repository, UnknownRevisionError
from homs_wiki.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homs_wiki.cli.linting.tasks import Item

_MERGE_BASE = "..."


class Changes:
    """Knows what changed since a revision.

    Args:
        revision: the revision as git knows it; ``main...`` is the commit from which ``main`` and
            what is checked out went different ways. None for the last commit, if there is one.
        named: the files and folders that the user named.
    """

    def __init__(self, revision: str | None, named: Iterable[Path]) -> None:
        self._revision = revision
        self._named = [path for path in named if path != STDIN and not _is_folder(path)]
        self._trees: dict[str, _Tree] = {}
        self._folders: dict[str, tuple[_Tree, str]] = {}

    def tasks(self, found: Iterable[Path | UnreadableError]) -> Iterator[Item]:
        """Yield those of the pages that changed, with what they were; errors as they come.

        A page that git does not know, and one that it ignores if it is named, is new.

        Raises:
            GitError: git is not there, a page is in no repository, or the revision is unknown.
        """
        named = set(self._named)
        for path in found:
            if isinstance(path, UnreadableError):
                yield path
                continue
            if path == STDIN:
                raise GitError("standard input is in no git repository: name files or folders")
            tree, prefix = self._tree(path.parent)
            before = tree.before(f"{prefix}{path.name}", is_named=path in named)
            if before:
                yield Task(path, before)

    def _tree(self, folder: Path) -> tuple[_Tree, str]:
        """Return the state of the repository around a folder, and where in it the folder is."""
        real = os.path.realpath(folder)
        known = self._folders.get(real)
        if known is None:
            above = os.path.dirname(real)  # noqa: PTH120 - many folders
            if above in self._folders and not os.path.lexists(f"{real}/.git"):
                tree, prefix = self._folders[above]
                known = tree, f"{prefix}{os.path.basename(real)}/"  # noqa: PTH119
            else:
                known = self._ask(real)
            self._folders[real] = known
        return known

    def _ask(self, folder: str) -> tuple[_Tree, str]:
        # Git calls hooks with its repository in the environment, as seen from where they start.
        is_given = "GIT_DIR" in os.environ
        found = Repository(None if is_given else Path(folder)).top
        if found is None:
            raise GitError(f"{folder}: this repository has no working tree, only revisions")
        top = os.path.realpath(found)
        inside = os.path.relpath(folder, top).replace(os.sep, "/")
        if inside.split("/")[0] == os.pardir:
            raise GitError(f"{folder}: outside of the repository in {top}")
        if top not in self._trees:
            place = None if is_given else Path(top)
            self._trees[top] = _Tree(Path(top), place, self._revision, self._named)
        return self._trees[top], "" if inside == os.curdir else f"{inside}/"


class _Tree:
    """What changed in one repository.

    Args:
        top: the top folder of its working tree.
        place: where to run git; None for the current folder.
        revision: as `Changes` has it.
        named: files that are looked at though their names are not those of pages.
    """

    def __init__(
        self, top: Path, place: Path | None, revision: str | None, named: Iterable[Path]
    ) -> None:
        self._top = top
        self._place = place
        self._repository = Repository(place)
        self._revision = revision
        self._named = named

    def before(self, path: str, *, is_named: bool) -> Before | None:
        """Return what a file, by its path from the top, was; None if it has not changed."""
        if path in self._changed:
            return Before(self._place, self._changed[path])
        if path in self._untracked or (is_named and not self._repository.has(self._old, path)):
            return Before(self._place, None)
        return None

    @cached_property
    def _old(self) -> str:
        """The full name of the old commit; of the empty tree if there is no commit yet."""
        if self._revision is None:
            try:
                return self._repository.commit("HEAD")
            except UnknownRevisionError:
                made = self._repository.ask("hash-object", "-t", "tree", os.devnull)
                return made.decode("ascii").strip()
        try:
            if self._revision.endswith(_MERGE_BASE):
                other = self._repository.commit(self._revision.removesuffix(_MERGE_BASE))
                return self._repository.merge_base(other, self._repository.commit("HEAD"))
            return self._repository.commit(self._revision)
        except UnknownRevisionError as error:
            raise UnknownRevisionError(f"{self._revision}: {error}") from error

    @cached_property
    def _changed(self) -> dict[str, str | None]:
        """The blobs that files had, by their paths of now; None for those that are new."""
        return {
            file.new_path: None if file.old_path is None else file.old_id
            for file in self._repository.changed(self._old, None, SUFFIXES, self._other_files())
            if file.new_path is not None
        }

    def _other_files(self) -> list[str]:
        files = []
        for path in self._named:
            if not path.name.endswith(SUFFIXES):
                whole = os.path.join(os.path.realpath(path.parent), path.name)  # noqa: PTH118
                inside = os.path.relpath(whole, self._top)
                if not inside.startswith(os.pardir):
                    files.append(inside.replace(os.sep, "/"))
        return files

    @cached_property
    def _untracked(self) -> set[str]:
        """The pages that git does not know and is not told to ignore."""
        pages = [f":(top)*{suffix}" for suffix in SUFFIXES]
        listed = self._repository.ask(
            *("ls-files", "-z", "--full-name", "--others", "--exclude-standard", "--", *pages)
        )
        return set(os.fsdecode(listed).split("\0"))


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path's own may raise
