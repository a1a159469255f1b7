"""One side of a comparison, and two of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.cli.inputs import read_source
from homs_wiki.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from homs_wiki.git.repository import Repository


class Version(NamedTuple):
    """A page as it stands, or stood, somewhere.

    Attributes:
        path: the file it is or was; tells which ``article.toml`` and which settings belong
            to it.
        load: reads it, given the most bytes it may have; may raise `HomsWikiError`.
    """

    path: Path
    load: Callable[[int], SourceFile]


class Pair(NamedTuple):
    """Two versions of a page to be compared, at least one of them there.

    Attributes:
        old: None if the page was created.
        new: None if it was removed.
        old_name: what the output calls the old one; if there is none, what it would be called.
        new_name: the same of the new one.
        old_label: the revision the old one is of; empty outside of git.
        new_label: the same of the new one.
        renamed: whether somebody gave the page another name between the two.
    """

    old: Version | None
    new: Version | None
    old_name: str
    new_name: str
    old_label: str = ""
    new_label: str = ""
    renamed: bool = False

    def reversed(self) -> Pair:
        """Return the same with the sides changed."""
        return Pair(
            *(self.new, self.old, self.new_name, self.old_name),
            *(self.new_label, self.old_label, self.renamed),
        )


def file_version(path: Path) -> Version:
    """Return the page in a file, or the one on standard input if the path is ``-``."""
    return Version(path, partial(read_source, path))


def blob_version(repository: Repository, object_id: str, name: str, path: str) -> Version:
    """Return a page that git keeps.

    Args:
        repository: where.
        object_id: full name of the blob.
        name: what to call it in messages.
        path: of the file, from the top of the repository.
    """

    def load(limit: int) -> SourceFile:
        return SourceFile(name, repository.read(object_id, name, limit))

    return Version((repository.top or Path()) / path, load)
