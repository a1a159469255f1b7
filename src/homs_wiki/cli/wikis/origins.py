"""Which revision on a wiki the text in a file was made from, by everything that can tell.

Five witnesses, each of which says that all up to a revision is in the file: the journal about this
file, the journal about commits pushed that led to ``HEAD``, commits pulled from the wiki that led
to ``HEAD``, and ``article.toml``; the latest of them counts. Where all are silent, the texts of the
file's commits are looked for in the page's history (`homs_wiki.wiki.state`).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from homs_wiki.cli.revisions.arguments import ArgumentError, path_from_top
from homs_wiki.cli.wikis.common import real_path
from homs_wiki.git.history import file_history
from homs_wiki.git.importing import is_ancestor, messages
from homs_wiki.git.repository import GitError, Repository
from homs_wiki.source import SourceFile, UnreadableError
from homs_wiki.wiki.errors import RefusedError
from homs_wiki.wiki.journal import Journal
from homs_wiki.wiki.publish import file_key, last_published
from homs_wiki.wiki.pull import revision_in
from homs_wiki.wiki.saving import sha1_of
from homs_wiki.wiki.transform import normalised

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from homs_wiki.cli.wikis.common import Place, Wikis
    from homs_wiki.git.history import FileCommit
    from homs_wiki.git.importing import Message
    from homs_wiki.wiki.connecting import Connection

_MOST = 2000  # commits whose texts are looked for


class Commit(NamedTuple):
    """A commit of the file, and the SHA-1 that its text has on a wiki; None if it has none."""

    commit: FileCommit
    sha1: str | None


class Origin(NamedTuple):
    """What a file's text was made from.

    Attributes:
        base: the revision; 0 for none; None if nothing says it.
        earlier: SHA-1 of the texts of the file's commits, the newest first.
    """

    base: int | None
    earlier: list[str]


def find_origin(place: Place, connection: Connection, wikis: Wikis, named: int | None) -> Origin:
    """Return what a file's text was made from.

    Args:
        place: the file and the page.
        connection: the wiki.
        wikis: knows the journal.
        named: the revision that the user says.

    Raises:
        HomsWikiError: the journal cannot be read, or the wiki does not answer.
    """
    if named is not None:
        return Origin(named, [])
    with Journal(wikis.journal_file, connection.key, file_key(place.title, place.path)) as journal:
        published = last_published(connection.site, place.title, journal)
    claims = [published, _by_article(place, connection)]
    with Repository(real_path(place.path).parent) as repository:
        path = _path(place.path, repository)
        if path is not None:
            claims += [
                _by_pushes(place, connection, wikis, repository, path),
                _by_pulls(connection, repository, path),
            ]
        known = [claim for claim in claims if claim is not None]
        if known or path is None:
            return Origin(max(known, default=None), [])
        commits = commits_of(repository, path)
        return Origin(None, [each.sha1 for each in commits if each.sha1])


def _by_article(place: Place, connection: Connection) -> int | None:
    """Return what ``article.toml`` says, if it speaks of this wiki: of ur.wikipedia, say."""
    return place.revision if place.wiki and host_of(connection) == f"{place.wiki}.org" else None


def _by_pushes(
    place: Place, connection: Connection, wikis: Wikis, repository: Repository, path: str
) -> int | None:
    """Return where the newest commit is that was pushed from this file and led to HEAD."""
    with Journal(wikis.journal_file, connection.key, place.title) as journal:
        entries = journal.entries()
    for entry in reversed(entries):
        if entry.source and entry.revision and is_ancestor(repository, entry.source):
            is_of_file = holds(repository, entry.source, path, entry.sha1)
            return entry.revision if is_of_file else None
    return None


def _by_pulls(connection: Connection, repository: Repository, path: str) -> int | None:
    """Return the newest revision that a commit which led to HEAD brought from this very wiki."""
    host = host_of(connection)
    for message in messages(repository):
        number = pulled_from(host, message)
        if not number:
            continue
        with suppress(RefusedError):  # it is one of another wiki on that host
            if holds(repository, message.id, path, connection.site.revision(number).sha1):
                return number
        return None
    return None


def host_of(connection: Connection) -> str:
    """Return the host of a wiki, which stands in the authors of what was pulled from it."""
    return urlsplit(connection.site.api).hostname or ""


def pulled_from(host: str, message: Message) -> int:
    """Return the revision that a commit brought from the wiki on a host; 0 if it brought none."""
    return revision_in(message.text) if message.address.endswith(f"@{host}") else 0


def holds(repository: Repository, commit: str, path: str, sha1: str | None) -> bool:
    """Return whether a file has in a commit the text with that SHA-1 on a wiki."""
    try:
        blob = repository.object(f"{commit}:{path}").id
    except GitError:
        return False
    return sha1 is not None and _sha1(repository, blob, path) == sha1


def _sha1(repository: Repository, blob: str, name: str) -> str | None:
    from homs_wiki.source.files import DEFAULT_LIMIT

    try:
        return sha1_of(
            normalised(SourceFile(name, repository.read(blob, name, DEFAULT_LIMIT)).text)
        )
    except UnreadableError:
        return None


def _path(file: Path, repository: Repository) -> str | None:
    """Return the file's path from the top of its repository; None if it is in none."""
    try:
        return path_from_top(str(real_path(file)), repository)
    except (GitError, ArgumentError):
        return None


def commits_of(repository: Repository, path: str) -> Iterator[Commit]:
    """Yield the commits that made the file what it is in HEAD, the newest first."""
    try:
        history = file_history(repository, path)
    except GitError:  # there is no commit yet
        return
    for commit in reversed(history[-_MOST:]):
        name = f"{commit.id[:12]}:{commit.path}"
        yield Commit(commit, _sha1(repository, commit.blob, name) if commit.blob else None)


def commits_since(
    file: Path, base_sha1: str | None, text: str
) -> tuple[list[FileCommit] | None, bool]:
    """Return the commits of a file behind the one that has the base's text, oldest first.

    Args:
        file: the file.
        base_sha1: of the text to look for.
        text: what the file holds now.

    Returns:
        The commits, None if no commit has that text or the file is in no repository; and whether
        the file differs from its last commit.
    """
    with Repository(real_path(file).parent) as repository:
        path = _path(file, repository)
        commits = commits_of(repository, path) if path is not None else iter(())
        behind: list[FileCommit] = []
        is_uncommitted = False
        for number, each in enumerate(commits):
            if number == 0:
                is_uncommitted = each.sha1 != sha1_of(normalised(text))
            if each.sha1 == base_sha1 or base_sha1 is None:
                return (None if base_sha1 is None else behind[::-1]), is_uncommitted
            behind.append(each.commit)
    return None, is_uncommitted
