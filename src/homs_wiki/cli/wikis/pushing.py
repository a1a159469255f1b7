"""The commits of a file as what ``homs-wiki push`` publishes."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, overload

from homs_wiki.cli.console import Progress, complain
from homs_wiki.cli.revisions.arguments import path_from_top
from homs_wiki.cli.wikis.common import (
    Side,
    patience,
    profile_of,
    real_path,
    say,
    show_difference,
)
from homs_wiki.cli.wikis.origins import holds, host_of, pulled_from
from homs_wiki.cli.wikis.publishing import check_allowed, confirmed, page_address
from homs_wiki.git.history import file_history
from homs_wiki.git.importing import inherited
from homs_wiki.git.repository import GitError
from homs_wiki.source import SourceFile
from homs_wiki.source.visible import isolated
from homs_wiki.wiki.errors import ConflictError
from homs_wiki.wiki.journal import Journal
from homs_wiki.wiki.push import Commit, Pushed, push, summary_of
from homs_wiki.wiki.rehearsal import Rehearsal
from homs_wiki.wiki.state import NO_PAGE

if TYPE_CHECKING:
    from homs_wiki.cli.wikis.common import Place, Wikis
    from homs_wiki.git.history import FileCommit
    from homs_wiki.git.importing import Message
    from homs_wiki.git.repository import Repository
    from homs_wiki.wiki.connecting import Connection
    from homs_wiki.wiki.site import Revision, WikiSite
    from homs_wiki.wiki.xml_export import Version

_MOST_SHOWN = 20
_NO_BASES: Mapping[str, int] = MappingProxyType({})


class Commits(Sequence[Commit]):
    """The commits of a file, each text read when it is looked at: a history may be long.

    Args:
        repository: where they are.
        found: which.
        max_size: the most bytes that a text may have.
        bases: by the full names of commits, the latest revision of the wiki that each has among
            its ancestors.

    Attributes:
        found: the same.
    """

    def __init__(
        self,
        repository: Repository,
        found: Sequence[FileCommit],
        max_size: int,
        bases: Mapping[str, int] = _NO_BASES,
    ) -> None:
        self._repository = repository
        self.found = found
        self._max_size = max_size
        self._bases = bases

    def __len__(self) -> int:
        return len(self.found)

    @overload
    def __getitem__(self, place: int) -> Commit: ...

    @overload
    def __getitem__(self, place: slice) -> Commits: ...

    def __getitem__(self, place: int | slice) -> Commit | Commits:
        if isinstance(place, slice):
            return self.of(self.found[place])
        found = self.found[place]
        return Commit(found.id, found.subject, self._text(found), self.base(found))

    def base(self, found: FileCommit) -> int:
        """Return the latest revision of the wiki among a commit's ancestors; 0 if there is none."""
        return self._bases.get(found.id, 0)

    def of(self, found: Sequence[FileCommit], bases: Mapping[str, int] | None = None) -> Commits:
        """Return other commits of the same file."""
        known = self._bases if bases is None else bases
        return Commits(self._repository, found, self._max_size, known)

    def _text(self, found: FileCommit) -> str:
        name = f"{found.id[:12]}:{found.path}"
        data = self._repository.read(found.blob or "", name, self._max_size)
        return SourceFile(name, data).text

    def versions(self) -> list[Version]:
        """Return what an import file is made of."""
        from homs_wiki.wiki.xml_export import Version

        return [
            Version(found.author, found.time, summary_of(commit), commit.text)
            for found, commit in zip(self.found, self, strict=True)
        ]


def commits_to_push(
    repository: Repository, place: Place, revisions: str, max_size: int
) -> tuple[Commits, list[FileCommit]]:
    """Return the commits of a range that gave the file a text, and all that led to their last.

    Raises:
        GitError: there are none.
    """
    path = path_from_top(str(real_path(place.path)), repository)
    wanted = file_history(repository, path, revisions)
    for each in wanted:
        if each.blob is None:
            complain(
                "note",
                f"{each.id[:12]} removed {each.path}: no revision is made of it, as a page is "
                "not deleted by an edit",
            )
    found = [each for each in wanted if each.blob]
    if not found:
        raise GitError(f"no commit in {revisions} changed {place.path}")
    before, _, after = revisions.partition("..")
    whole = file_history(repository, path, after or "HEAD") if before != revisions else wanted
    return Commits(repository, found, max_size), [each for each in whole if each.blob]


class Options(NamedTuple):
    """What the user asks for; see the command's options."""

    dry_run: bool = False
    production: bool = False
    yes: bool = False
    base: int | None = None


class PushRun:
    """Pushing the commits of one file.

    Args:
        wikis: settings and journal.
        place: the file and the page.
        connection: the wiki.
        options: how.
    """

    def __init__(
        self, wikis: Wikis, place: Place, connection: Connection, options: Options
    ) -> None:
        self._wikis = wikis
        self._place = place
        self._connection = connection
        self._options = options
        self._anchor: tuple[str, Revision] | None = None

    def over(self, commits: Commits, whole: Sequence[FileCommit], repository: Repository) -> bool:
        """Push the commits; return whether all of them are on the wiki.

        Args:
            commits: those of the range.
            whole: all commits of the file that led to their last.
            repository: where.

        Raises:
            HomsWikiError: why it stopped.
            click.UsageError: it is not allowed.
        """
        settings, options = self._connection.settings, self._options
        check_allowed(settings, production=options.production, yes=options.yes, base=options.base)
        site = self._connection.site
        account = site.account()
        if account.limits:
            hits, seconds = account.limits
            complain("note", f"the wiki allows {account.name} {hits} edits in {seconds} s")
        current = site.current(self._place.title)
        self._check_base(current)
        bases = self._bases(repository, whole[-1], current)
        commits = self._in_step(self._with_last_pushed(commits.of(commits.found, bases), whole))
        commits = self._anchored(commits, whole, current)
        todo = self._rehearse(commits)
        if not todo:
            say([f"Nothing to do: {settings.name} has all {len(commits)} commits."])
            return True
        self._show(todo)
        if settings.is_production:
            show_difference(
                str(self._place.path),
                Side(current.text, f"revision {current.id}") if current else Side(None, "no page"),
                Side(todo[-1].commit.text, todo[-1].commit.id[:12]),
                profile_of(self._place, self._connection),
            )
        if options.dry_run:
            say(["Nothing was pushed: this was a dry run."])
            return True
        question = f"Save {_edits(len(todo))} on {settings.name}, which has readers?"
        if not confirmed(settings, question, yes=options.yes):
            say(["Nothing was pushed."])
            return False
        return self._push(commits, len(todo))

    def _bases(
        self, repository: Repository, last: FileCommit, current: Revision | None
    ) -> dict[str, int]:
        """Return the latest revision among the ancestors of each commit."""
        host = host_of(self._connection)

        def number(message: Message) -> int:
            found = pulled_from(host, message)
            if current is None or found != current.id:
                return found
            # Another wiki on the same host, such as this one before a reset, has such numbers, too.
            return found if holds(repository, message.id, last.path, current.sha1) else 0

        return inherited(repository, last.id, number)

    def _check_base(self, current: Revision | None) -> None:
        """Check that the page's latest revision is the one the user says."""
        base = self._options.base
        if base is None:
            return
        number = current.id if current else NO_PAGE
        if number != base:
            raise ConflictError(
                "editconflict",
                "",
                f"the latest revision of “{self._place.title}” is {number}, not {base}: look at "
                "what others did before you push",
            )

    def _journal(self, path: Path) -> Journal:
        return Journal(path, self._connection.key, self._place.title)

    def _pushed(self) -> list[str]:
        """Return the commits that were pushed from here, in that order."""
        with self._journal(self._wikis.journal_file) as journal:
            return [entry.source for entry in journal.entries() if entry.source]

    def _in_step(self, commits: Commits) -> Commits:
        """Leave out commits that would undo what others did and a commit before them has.

        A commit on a side branch does not have it; what it does comes with the merge.
        """
        pushed = set(self._pushed())
        newest, kept = 0, []
        for each in commits.found:
            base = commits.base(each)
            if base >= newest or each.id in pushed:
                kept.append(each)
            else:
                complain(
                    "note",
                    f"{each.id[:12]} has not what others did up to revision {newest}: it comes "
                    "with the commit that merges it",
                )
            newest = max(newest, base)
        return commits.of(kept)

    def _with_last_pushed(self, commits: Commits, whole: Sequence[FileCommit]) -> Commits:
        """Return the commits, with the last that was pushed before them if it is just before."""
        sources = self._pushed()
        here = {each.id for each in commits.found}
        ids = [each.id for each in whole]
        if not sources or sources[-1] in here or sources[-1] not in ids:
            return commits
        place = ids.index(sources[-1])
        left_out = [each for each in ids[place + 1 :] if each not in here]
        if left_out:
            raise ConflictError(
                "notinorder",
                "",
                f"{len(left_out)} commits between the last one pushed and this range were never "
                f"pushed: push {sources[-1][:12]}..{ids[-1][:12]}",
            )
        return commits.of([whole[place], *commits.found])

    def _anchored(
        self, commits: Commits, whole: Sequence[FileCommit], current: Revision | None
    ) -> Commits:
        """Return the commits with the one before them, if the user says that the page holds it.

        That is for histories that were rewritten: what was pushed is not among their commits.
        """
        sources = self._pushed()
        ids = [each.id for each in whole]
        before = ids.index(commits.found[0].id) - 1
        is_known = bool(sources) and sources[-1] in ids
        if current is None or self._options.base != current.id or is_known or before < 0:
            return commits
        self._anchor = (ids[before], current)
        return commits.of([whole[before], *commits.found])

    def _note_anchor(self, journal: Journal) -> None:
        """Write down that the commit before the range is what the page holds."""
        if self._anchor:
            commit, current = self._anchor
            journal.finish(
                journal.begin(commit, current.parent, current.sha1 or "", ""), current.id
            )

    def _rehearse(self, commits: Commits) -> list[Pushed]:
        """Return the commits that would be saved, with a journal that is thrown away."""
        with tempfile.TemporaryDirectory(prefix="homs-wiki-") as folder:
            copy = Path(folder) / "journal.sqlite"
            if self._wikis.journal_file.exists():
                shutil.copyfile(self._wikis.journal_file, copy)
            with self._journal(copy) as journal:
                # It answers all that is asked of it while commits are pushed.
                site: WikiSite = Rehearsal(self._connection.site)  # type: ignore[assignment]
                self._note_anchor(journal)
                try:
                    pushed = push(site, self._place.title, commits, journal)
                except ConflictError as error:
                    raise _with_way_out(error) from error
        return [each for each in pushed if each.is_new]

    def _show(self, todo: Sequence[Pushed]) -> None:
        name = self._connection.settings.name
        what = "1 commit" if len(todo) == 1 else f"{len(todo)} commits"
        say([f"{what} to push to “{isolated(self._place.title)}” on {name}:"])
        shown = todo[:_MOST_SHOWN]
        say(f"    {each.commit.id[:12]}  {isolated(each.commit.subject)}" for each in shown)
        if len(todo) > _MOST_SHOWN:
            say([f"    … and {len(todo) - _MOST_SHOWN} more"])

    def _push(self, commits: Commits, count: int) -> bool:
        progress = Progress(count)
        done: list[Pushed] = []

        def tell(_: int, pushed: Pushed) -> None:
            if pushed.is_new:
                done.append(pushed)
                progress.at(len(done), pushed.commit.subject)

        site, title = self._connection.site, self._place.title
        try:
            with self._journal(self._wikis.journal_file) as journal:
                self._note_anchor(journal)
                push(site, title, commits, journal, patience=patience(), tell=tell)
        except BaseException:
            progress.clear()
            saved = f"{len(done)} of {count} commits are on the wiki"
            complain("note", f"{saved}; push again to go on from there")
            raise
        progress.clear()
        last = done[-1].outcome.revision if done else 0
        say([f"Pushed {_edits(len(done))}, up to revision {last}: {page_address(site, title)}"])
        sys.stdout.flush()
        return True


def _with_way_out(error: ConflictError) -> ConflictError:
    """Return the error with what to do if history was rewritten on purpose."""
    if error.code not in ("unknowncommit", "unknownbase"):
        return error
    return ConflictError(
        error.code,
        error.said,
        f"{error}. If COMMIT has all that the page has, push from there: "
        "homs-wiki push COMMIT..HEAD --base REVID, where REVID is the page's latest revision",
    )


def _edits(count: int) -> str:
    return "1 edit" if count == 1 else f"{count} edits"
