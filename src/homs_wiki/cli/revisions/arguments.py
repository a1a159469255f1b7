"""What an argument is: a path, a revision, a page in a revision, or a page on a wiki.

A path that exists is that path, but for ``HEAD``. Anything else is a revision of git, or an error
that says what it was taken for. ``./main`` is never a branch, and ``main^{}`` hardly ever a file.
"""

from __future__ import annotations

import os
import re
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.cli.inputs import STDIN
from homs_wiki.cli.revisions.versions import blob_version, file_version
from homs_wiki.cli.revisions.wiki import WIKI, wiki_version
from homs_wiki.git.repository import GitError, UnknownRevisionError
from homs_wiki.source import HomsWikiError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homs_wiki.cli.revisions.versions import Version
    from homs_wiki.git.repository import Repository

_HEAD = "HEAD"  # where there is no working tree, git has a file of this name in the current folder

NOTHING = os.devnull
"""The path that stands for a page that is not there, as git passes it."""

# The path of “HEAD:page.wiki”; a colon in braces belongs to the revision: “HEAD^{/fix: …}”.
_PATH_OF = re.compile(r"((?:[^{:]|\{[^}]*\})*):(.*)", re.DOTALL)
_STAGE = re.compile("[0-3]:")  # of the index: “:0:page.wiki”


class ArgumentError(HomsWikiError):
    """An argument that means nothing, or cannot be compared with the other one."""


class Kind(Enum):
    """What an argument is; the value is what to call it in a message."""

    FILE = "a file"
    FOLDER = "a folder"
    STDIN = "standard input"
    NOTHING = "no page"
    PAGE = "a page in a revision"
    WIKI = "a page on a wiki"
    COMMIT = "a revision"
    TREE = "a folder in a revision"
    RANGE = "a range of revisions"


class Side(NamedTuple):
    """An argument that was understood.

    Attributes:
        text: the argument.
        kind: what it is.
        id: full name of the commit, tree or blob; of the first commit of a range.
        other: of the second commit of a range.
        labels: of a range, what its two commits are called.
    """

    text: str
    kind: Kind
    id: str = ""
    other: str = ""
    labels: tuple[str, str] = ("", "")


def side(argument: str, repository: Repository) -> Side:
    """Return what ``argument`` is.

    Raises:
        ArgumentError: nothing.
    """
    if argument == str(STDIN):
        return Side(argument, Kind.STDIN)
    if argument == NOTHING:
        return Side(argument, Kind.NOTHING)
    if argument != _HEAD and os.path.lexists(argument):
        is_folder = os.path.isdir(argument)  # noqa: PTH112 - Path's own may raise
        return Side(argument, Kind.FOLDER if is_folder else Kind.FILE)
    if argument.startswith(WIKI):
        return Side(argument, Kind.WIKI)
    try:
        return _revision(argument, repository)
    except GitError as error:
        raise ArgumentError(f"{argument}: there is no such file or folder, and {error}") from error


_KINDS = {"commit": Kind.COMMIT, "tree": Kind.TREE, "blob": Kind.PAGE}


def _revision(argument: str, repository: Repository) -> Side:
    try:
        found = repository.object(argument)
    except UnknownRevisionError:
        if ".." not in argument:
            raise
        return _range(argument, repository)
    if found.kind == "tag":
        found = repository.object(f"{argument}^{{}}")
    return Side(argument, _KINDS[found.kind], found.id)


def _range(argument: str, repository: Repository) -> Side:
    """Return ``A..B``, or ``A...B``: from where B left A; a name left out is ``HEAD``."""
    dots = "..." if "..." in argument else ".."
    first, _, second = argument.partition(dots)
    first, second = first or "HEAD", second or "HEAD"
    old, new = repository.commit(first), repository.commit(second)
    if dots == "...":
        old = repository.merge_base(old, new)
        first = old[:12]
    return Side(argument, Kind.RANGE, old, new, (first, second))


def one_page_each(arguments: Sequence[str], repository: Repository) -> list[Version | None]:
    """Return the page that each argument is; None for one that is said not to be there.

    Raises:
        HomsWikiError: one means nothing, or no single page; or two are standard input.
    """
    sides = [side(argument, repository) for argument in arguments]
    if sum(this.kind is Kind.STDIN for this in sides) > 1:
        raise ArgumentError("standard input can be read only once: give - for one of them")
    return [version(this, repository) for this in sides]


def version(this: Side, repository: Repository) -> Version | None:
    """Return the one page that a side is, None if it is no page.

    Raises:
        NoWikiError: it is on a wiki.
        ArgumentError: it is not one page.
    """
    if this.kind is Kind.NOTHING:
        return None
    if this.kind in (Kind.FILE, Kind.STDIN):
        return file_version(Path(this.text))
    if this.kind is Kind.PAGE:
        return blob_version(repository, this.id, this.text, path_in(this, repository))
    if this.kind is Kind.WIKI:
        return wiki_version(this.text)
    raise ArgumentError(f"{this.text}: a page is wanted, and this is {this.kind.value}")


def name(this: Side, repository: Repository) -> str:
    """Return what the output calls the one page that a side is."""
    if this.kind is Kind.STDIN:
        return "<stdin>"
    return path_in(this, repository) if this.kind is Kind.PAGE else this.text


def revision_of(this: Side) -> str:
    """Return the revision that a page in a revision is of: what stands before its path."""
    match = _PATH_OF.match(this.text)
    return match.group(1) or "the index" if match else this.text


def path_in(this: Side, repository: Repository) -> str:
    """Return the path of a page in a revision, from the top of the repository."""
    match = _PATH_OF.match(this.text)
    if match is None:
        return this.text if this.kind is Kind.PAGE else ""  # a blob by its own name
    path = match.group(2)
    if this.text.startswith(":") and _STAGE.match(path):
        path = path[2:]
    if path.startswith(("./", "../")):
        return path_from_top(path, repository)
    return path


def path_from_top(path: str, repository: Repository) -> str:
    """Return ``path`` as git says it: from the top of the repository, with slashes, "" for the top.

    A link in its last part is not followed, as git keeps links as such.

    Raises:
        ArgumentError: it is outside.
        GitError: there is no repository, or it has no working tree.
    """
    top = repository.top
    if top is None:
        raise GitError(f"{path}: this repository has no working tree, only revisions")
    normal = os.path.normpath(path)
    folder, last = os.path.split(normal)
    if last in ("", os.curdir, os.pardir):
        folder, last = normal, ""
    whole = os.path.join(os.path.realpath(folder), last)  # noqa: PTH118 - "" stays ""
    relative = os.path.relpath(whole, os.path.realpath(top))
    if Path(relative).parts[:1] == (os.pardir,):
        raise ArgumentError(f"{path}: outside of the repository in {top}")
    return "" if relative == os.curdir else relative.replace(os.sep, "/")
