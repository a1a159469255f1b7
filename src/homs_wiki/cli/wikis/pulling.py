"""What ``homs-wiki pull`` does: a page's history into git, or its current text into a file."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from homs_wiki.cli.console import complain
from homs_wiki.cli.revisions.arguments import path_from_top
from homs_wiki.cli.revisions.target import write_to
from homs_wiki.cli.wikis.common import Place, clean_title, is_terminal, real_path, say
from homs_wiki.cli.wikis.origins import commits_of, host_of, pulled_from
from homs_wiki.git.importing import (
    check_branch,
    import_stream,
    is_checked_out,
    messages,
    tip,
)
from homs_wiki.git.repository import GitError
from homs_wiki.source import read_file
from homs_wiki.source.visible import isolated, isolated_if_needed
from homs_wiki.wiki.errors import ConflictError, RefusedError, UnansweredError
from homs_wiki.wiki.journal import Journal
from homs_wiki.wiki.publish import file_key, note_base
from homs_wiki.wiki.pull import Target, fast_import
from homs_wiki.wiki.saving import sha1_of
from homs_wiki.wiki.transform import normalised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.cli.wikis.common import Wikis
    from homs_wiki.git.repository import Repository
    from homs_wiki.source import SourceFile
    from homs_wiki.wiki.connecting import Connection
    from homs_wiki.wiki.site import Revision

_NOT_IN_BRANCH = re.compile(r"[\0-\x20\x7f~^:?*\[\\_]+|@\{|\.\.+|\.lock$")
_NOT_IN_FILE = re.compile(r'[\0-\x1f\x7f/\\:*?"<>|]+')
_LONGEST_NAME = 200  # bytes
_SHOWN_EVERY = 500


def branch_for(site: str, title: str) -> str:
    """Return the branch that a page's history goes to if the user names none."""
    name = _NOT_IN_BRANCH.sub("_", title.replace("/", "-")).strip("._-")
    return f"wiki/{site}/{name}"


def file_for(title: str) -> Path:
    """Return the file that a page goes to if nothing names one."""
    name = _NOT_IN_FILE.sub("-", title).replace(" ", "_").strip(".-_") or "page"
    return Path(name.encode()[:_LONGEST_NAME].decode("utf-8", "ignore") + ".wiki")


class HistoryRun:
    """Bringing a page's history into git.

    Args:
        connection: the wiki.
        place: the page, and the file that it is in the repository.
        repository: where it goes.
        branch: the branch's short name.
    """

    def __init__(
        self, connection: Connection, place: Place, repository: Repository, branch: str
    ) -> None:
        self._connection = connection
        self._site = connection.site
        self._place = place
        self._repository = repository
        self._name = branch.removeprefix("refs/heads/")
        self._branch = f"refs/heads/{self._name}"
        self._count = 0
        self._last: Revision | None = None
        self._trouble: UnansweredError | None = None

    def run(self) -> None:
        """Bring in the revisions that the branch has not.

        Raises:
            GitError: the branch cannot be used, or git refuses.
            ConflictError: the page on the branch is another.
            WikiError: the wiki refused, or does not answer; what came until then is kept.
        """
        check_branch(self._repository, self._branch)
        path = path_from_top(str(real_path(self._place.path)), self._repository)
        parent = tip(self._repository, self._branch)
        if is_checked_out(self._repository, self._branch):
            raise GitError(
                f"the branch {self._name} is checked out, and its files would not follow: "
                "change to another branch, or name one with --branch"
            )
        current = self._site.current(self._place.title)
        if current is None:
            raise RefusedError(
                "missingtitle", "", f"there is no page “{self._place.title}” on {self._site.name}"
            )
        since = self._last_pulled(parent) if parent else 0
        self._check_same_page(since, current)
        if parent is None:
            parent, since = self._common(path)
        target = Target(self._branch, path, parent, self._site.api)
        import_stream(self._repository, fast_import(self._revisions(since), target))
        self._tell(path)
        if self._trouble:
            raise self._trouble

    def _last_pulled(self, parent: str) -> int:
        """Return the revision that the branch ends with."""
        newest = next(messages(self._repository, parent))
        number = pulled_from(host_of(self._connection), newest)
        if not number:
            raise GitError(
                f"the branch {self._name} ends with a commit ({parent[:12]}) that is not from "
                f"{self._site.name}: name another with --branch"
            )
        return number

    def _common(self, path: str) -> tuple[str | None, int]:
        """Return the last commit of the file that became a revision, and that revision.

        So what others did since stands on that commit, and can be merged. Both histories are
        walked together, from the oldest on: a text that came back later is another revision.
        """
        commits = list(commits_of(self._repository, path))[::-1]
        place, parent, since = 0, None, 0
        for revision in self._site.after(self._place.title, 0):
            for number in range(place, len(commits)):
                if revision.sha1 and commits[number].sha1 == revision.sha1:
                    place, parent, since = number + 1, commits[number].commit.id, revision.id
                    break
        return parent, since

    def _check_same_page(self, since: int, current: Revision) -> None:
        if not since:
            return
        try:
            title = self._site.title_of(since)
        except RefusedError as error:
            raise ConflictError(
                "nosuchrevid",
                error.said,
                f"the branch {self._name} ends with revision {since}, which {self._site.name} has "
                "not: it was deleted, or this is another wiki now; pull into a new branch",
            ) from error
        if title not in (self._place.title, self._site.title_of(current.id)):
            raise ConflictError(
                "otherpage",
                "",
                f"the branch {self._name} ends with revision {since}, which is one of “{title}”: "
                "if the page was renamed, pull its new title into a new branch",
            )

    def _revisions(self, since: int) -> Iterator[Revision]:
        """Yield the revisions; if the wiki falls silent, the stream ends whole."""
        try:
            for revision in self._site.history(self._place.title, since=since):
                self._count += 1
                self._last = revision
                if self._count % _SHOWN_EVERY == 0 and is_terminal(sys.stderr):
                    complain("note", f"{self._count} revisions, up to {revision.time:%Y-%m-%d}")
                yield revision
        except UnansweredError as error:
            self._trouble = error

    def _tell(self, path: str) -> None:
        if self._last is None:
            say([f"Nothing to do: every revision of “{isolated(self._place.title)}” is here."])
            return
        what = "1 revision" if self._count == 1 else f"{self._count} revisions"
        title, branch = isolated(self._place.title), isolated_if_needed(self._name)
        where = f"{isolated_if_needed(path)} on the branch {branch}"
        say([f"Pulled {what} of “{title}”, up to {self._last.id}, as {where}."])


def pull_current(wikis: Wikis, connection: Connection, place: Place, max_size: int) -> None:
    """Write a page's latest text into a file, unless that holds what the page never held.

    Raises:
        ConflictError: it does.
        RefusedError: there is no such page, or its text is hidden.
    """
    site = connection.site
    current = site.current(place.title)
    name = isolated_if_needed(str(place.path))
    if current is None:
        raise RefusedError("missingtitle", "", f"there is no page “{place.title}” on {site.name}")
    if current.text is None:
        raise RefusedError("texthidden", "", f"the wiki hides the text of “{place.title}”")
    before = _read_if_there(place.path, max_size)
    if before is not None and normalised(before.text) == current.text:
        say([f"Nothing to do: {name} is revision {current.id}."])
    else:
        if before is not None and before.text.strip():
            _check_no_change(connection, place, before)
        newline = before.newline if before is not None else "\n"
        text = f"{current.text}\n" if current.text else ""
        write_to(place.path, text.replace("\n", newline).encode())
        say([f"{name} is revision {current.id} now."])
    with Journal(wikis.journal_file, connection.key, file_key(place.title, place.path)) as journal:
        last = journal.last()
        if last is None or last.revision != current.id:
            note_base(journal, current, current.text)


def _read_if_there(path: Path, max_size: int) -> SourceFile | None:
    import os

    return read_file(path, max_size) if os.path.lexists(path) else None


def _check_no_change(connection: Connection, place: Place, source: SourceFile) -> None:
    """Check that the file holds what some revision of the page held."""
    sha1 = sha1_of(normalised(source.text))
    if any(each.sha1 == sha1 for each in connection.site.after(place.title, 0)):
        return
    raise ConflictError(
        "localchange",
        "",
        f"{place.path} has changes that the page never had, and stays as it is: to put the two "
        f"together, homs-wiki publish {place.path} --to {connection.settings.name} --merge",
    )


def place_for(title: str, path: Path | None, article: Place | None) -> Place:
    """Return the file that a page goes to: the one named, that of ``article.toml``, or a new one.

    Raises:
        PlaceError: no page can have such a title.
    """
    title = clean_title(title)
    if article is not None and article.title == title:
        return article if path is None else article._replace(path=path)
    return Place(path or file_for(title), title, article.wiki if article else None, None)
