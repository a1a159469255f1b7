"""The pages that differ between two revisions, or between one and the working tree."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.cli.inputs import SUFFIXES
from homs_wiki.cli.revisions.arguments import path_from_top
from homs_wiki.cli.revisions.versions import Pair, blob_version, file_version
from homs_wiki.git.repository import GitError
from homs_wiki.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from homs_wiki.cli.revisions.versions import Version
    from homs_wiki.git.repository import ChangedFile, Repository


class Tree(NamedTuple):
    """A state of the whole repository.

    Attributes:
        id: full name of a commit or tree; None for the working tree.
        label: what the user calls it.
        prefix: what stands before a path to name a file in it, as in ``HEAD:page.wiki``.
        folder: where it is, from the top of the repository, if it is only a folder of that.
    """

    id: str | None
    label: str
    prefix: str = ""
    folder: str = ""


WORKING_TREE = Tree(None, "the working tree")


class TreePairs:
    """The pages that differ between two states of a repository.

    Args:
        repository: the repository.
        old: one state, no working tree.
        new: the other.
        paths: only these files and folders, as the user wrote them; if none, all pages. A page
            that was renamed counts under both its names.
    """

    def __init__(self, repository: Repository, old: Tree, new: Tree, paths: Sequence[str]) -> None:
        if new is WORKING_TREE and repository.top is None:
            raise GitError("this repository has no working tree: compare two revisions")
        self._repository = repository
        self._old = old
        self._new = new
        # From the top as git counts, with how they were written.
        self._scope = {self._scope_path(path): path for path in paths}

    def _scope_path(self, path: str) -> str:
        if self._repository.top is None:  # in a bare repository the top is where we are
            return os.path.normpath(path).replace(os.sep, "/")
        return path_from_top(path, self._repository)

    def __iter__(self) -> Iterator[Pair | UnreadableError]:
        """Yield the pairs in the order of their paths, then errors of paths that are nowhere."""
        old = self._old.id
        if old is None:
            raise AssertionError("the old state is a commit or tree")
        seen = set()
        # Without the folders: git follows a page that was renamed only if it is shown both.
        files = [path for path in self._scope if path and not path.endswith(SUFFIXES)]
        for changed in self._repository.changed(old, self._new.id, SUFFIXES, files):
            scopes = self._scopes(changed)
            seen.update(scopes)
            if scopes or not self._scope:
                yield self._pair(changed)
        for path, written in self._scope.items():
            if path not in seen and path:
                yield from self._unchanged(path, written)

    def _scopes(self, changed: ChangedFile) -> set[str]:
        """Return which of the wanted paths a file belongs to."""
        return {
            path
            for path in self._scope
            for name in (changed.old_path, changed.new_path)
            if name is not None and (not path or name == path or name.startswith(f"{path}/"))
        }

    def _pair(self, changed: ChangedFile) -> Pair:
        old_path, new_path = changed.old_path, changed.new_path
        old_name, new_name = old_path or new_path or "", new_path or old_path or ""
        return Pair(
            None if old_path is None else self._version(self._old, old_path, changed.old_id),
            None if new_path is None else self._version(self._new, new_path, changed.new_id),
            old_name,
            new_name,
            self._old.label,
            self._new.label,
            renamed=old_name != new_name,
        )

    def _version(self, tree: Tree, path: str, blob: str) -> Version:
        if tree is WORKING_TREE:
            # From the current folder, as the user knows it.
            return file_version(Path(os.path.relpath((self._repository.top or Path()) / path)))
        whole = f"{tree.folder}/{path}" if tree.folder else path
        return blob_version(self._repository, blob, f"{tree.prefix}{path}", whole)

    def _unchanged(self, path: str, written: str) -> Iterator[Pair | UnreadableError]:
        """Say what there is to say of a wanted path that git sees no change in."""
        if self._repository.has(self._old.id or "", path):
            return
        if self._new.id is not None:
            if not self._repository.has(self._new.id, path):
                yield self._nowhere(written)
        elif not os.path.lexists(written):
            yield self._nowhere(written)
        elif not os.path.isdir(written):  # noqa: PTH112 - Path's own may raise
            # Git does not know it yet, but somebody who names it wants to see it.
            new = file_version(Path(written))
            yield Pair(None, new, path, path, self._old.label, self._new.label)

    def _nowhere(self, written: str) -> UnreadableError:
        return UnreadableError(written, f"is neither in {self._old.label} nor in {self._new.label}")
