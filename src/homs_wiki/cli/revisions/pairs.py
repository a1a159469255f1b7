"""Which pages are to be compared, from the arguments of a command."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from homs_wiki.cli.revisions.arguments import (
    ArgumentError,
    Kind,
    name,
    path_in,
    revision_of,
    side,
    version,
)
from homs_wiki.cli.revisions.folders import folder_pairs
from homs_wiki.cli.revisions.trees import WORKING_TREE, Tree, TreePairs
from homs_wiki.cli.revisions.versions import Pair, file_version
from homs_wiki.git.repository import GitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from homs_wiki.cli.revisions.arguments import Side
    from homs_wiki.git.repository import Repository
    from homs_wiki.source import UnreadableError

_PATHS = (Kind.FILE, Kind.FOLDER)
_TREES = (Kind.COMMIT, Kind.TREE)
_HEAD = "HEAD"


def pairs(
    arguments: Sequence[str], paths: Sequence[str], repository: Repository
) -> Iterable[Pair | UnreadableError]:
    """Return what is to be compared, and errors of single files among it.

    Args:
        arguments: what stands before ``--``: revisions and then paths, or two pages or folders.
        paths: what stands behind it.
        repository: the one of the current folder; it is asked only if a revision is involved.

    Raises:
        HomsWikiError: the arguments mean nothing, or nothing together.
    """
    sides: list[Side] = []
    for number, argument in enumerate(arguments):
        if number == 2 or (sides and (sides[0].kind is Kind.RANGE)):
            break
        sides.append(side(argument, repository))
    rest = list(arguments[len(sides) :])
    if len(sides) == 2 and sides[0].kind is Kind.COMMIT and sides[1].kind in _PATHS:
        rest.insert(0, sides.pop().text)
    return _of(sides, [*rest, *paths], repository)


def _of(
    sides: list[Side], paths: Sequence[str], repository: Repository
) -> Iterable[Pair | UnreadableError]:
    if not sides:
        return _since(_HEAD, paths, repository)
    first = sides[0]
    if len(sides) == 1:
        return _one(first, paths, repository)
    second = sides[1]
    if first.kind in _TREES and second.kind in _TREES:
        old, new = _tree(first, repository), _tree(second, repository)
        return TreePairs(repository, old, new, paths)
    if first.kind in _PATHS and second.kind is Kind.COMMIT:
        _refuse(paths)
        found = TreePairs(repository, _tree(second, repository), WORKING_TREE, [first.text])
        return (pair.reversed() if isinstance(pair, Pair) else pair for pair in found)
    _refuse(paths)
    if first.kind is Kind.FOLDER and second.kind is Kind.FOLDER:
        return folder_pairs(Path(first.text), Path(second.text))
    return [_two_pages(first, second, repository)]


def _one(
    this: Side, paths: Sequence[str], repository: Repository
) -> Iterable[Pair | UnreadableError]:
    """Return the pairs of a single side: with the other end of a range, or the working tree."""
    if this.kind is Kind.RANGE:
        old, new = _commit(this.id, this.labels[0]), _commit(this.other, this.labels[1])
        return TreePairs(repository, old, new, paths)
    if this.kind is Kind.COMMIT:
        return TreePairs(repository, _tree(this, repository), WORKING_TREE, paths)
    if this.kind in _PATHS:
        return _since(_HEAD, [this.text, *paths], repository)
    _refuse(paths)
    if this.kind is Kind.PAGE and repository.top is not None:
        path = path_in(this, repository)
        whole = repository.top / path
        now = file_version(Path(os.path.relpath(whole))) if os.path.lexists(whole) else None
        was = version(this, repository)
        return [Pair(was, now, path, path, _label(this), WORKING_TREE.label)]
    if this.kind is Kind.WIKI:
        version(this, repository)
    raise ArgumentError(f"{this.text}: {this.kind.value} alone; what is it to be compared with?")


def _tree(this: Side, repository: Repository) -> Tree:
    if this.kind is Kind.COMMIT:
        return _commit(this.id, this.text)
    folder = path_in(this, repository).rstrip("/")
    prefix = this.text if this.text.endswith((":", "/")) else f"{this.text}{'/' if folder else ':'}"
    return Tree(this.id, this.text, prefix, folder)


def _commit(full_name: str, label: str) -> Tree:
    return Tree(full_name, label, f"{label}:")


def _since(
    revision: str, paths: Sequence[str], repository: Repository
) -> Iterable[Pair | UnreadableError]:
    """Return what is different in the working tree since ``revision``."""
    try:
        commit = repository.commit(revision)
    except GitError as error:
        what = f"{paths[0]}: it is alone" if paths else "there is nothing to compare"
        raise ArgumentError(f"{what}, and {error}; give two: homs-wiki diff OLD NEW") from error
    return TreePairs(repository, _commit(commit, revision), WORKING_TREE, paths)


def _two_pages(first: Side, second: Side, repository: Repository) -> Pair:
    if first.kind is second.kind is Kind.STDIN:
        raise ArgumentError("standard input can be read only once: give - for one of the two")
    if first.kind is second.kind is Kind.NOTHING:
        raise ArgumentError("both sides are missing: there is nothing to compare")
    for this, other in ((first, second), (second, first)):
        if this.kind in (*_TREES, Kind.FOLDER, Kind.RANGE):
            raise ArgumentError(
                f"{this.text} is {this.kind.value} and {other.text} {other.kind.value}: "
                f"they cannot be compared{_hint((first, second), repository)}"
            )
    old_name, new_name = name(first, repository), name(second, repository)
    return Pair(
        version(first, repository),
        version(second, repository),
        new_name if first.kind is Kind.NOTHING else old_name,
        old_name if second.kind is Kind.NOTHING else new_name,
        _label(first),
        _label(second),
    )


def _label(this: Side) -> str:
    """Return the revision of a page in a revision: all before its path."""
    return revision_of(this) if this.kind is Kind.PAGE else ""


def _hint(sides: Iterable[Side], repository: Repository) -> str:
    """Return what may have been meant: an existing path hides a revision of the same name."""
    hints = []
    for this in sides:
        if this.kind in _PATHS:
            try:
                repository.object(this.text)
            except GitError:
                continue
            hints.append(f"; {this.text} is also a revision: write {this.text}^{{}} to mean it")
    return "".join(hints)


def _refuse(paths: Sequence[str]) -> None:
    """Raise an error if there are paths where they say nothing."""
    if paths:
        raise ArgumentError(
            f"{paths[0]}: paths can be chosen only from revisions; "
            "with files or folders give just two"
        )
