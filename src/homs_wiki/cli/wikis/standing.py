"""What ``homs-wiki status`` finds out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.cli.wikis.common import profile_of, read_page, read_place
from homs_wiki.cli.wikis.origins import commits_since, find_origin
from homs_wiki.cli.wikis.publishing import altered
from homs_wiki.wiki.publish import alterations
from homs_wiki.wiki.state import State, find_standing, stored_text

if TYPE_CHECKING:
    from homs_wiki.cli.wikis.common import Place, Wikis
    from homs_wiki.git.history import FileCommit
    from homs_wiki.profile import Profile
    from homs_wiki.wiki.site import Revision
    from homs_wiki.wiki.state import Standing

_MOST = 20

_SENTENCES = {
    State.EQUAL: "{file} is {page}, revision {current}",
    State.NEW: "there is no {page} yet; to make it: homs-wiki publish {file} --to {site}",
    State.AHEAD: "{file} has changes for {page}, revision {current}; to save them: "
    "homs-wiki publish {file} --to {site}",
    State.BEHIND: "{file} is revision {base} of {page}, which was changed since; to bring that "
    "here: homs-wiki pull --current --from {site}",
    State.APART: "both {file} and {page} have changed since revision {base}; to put the two "
    "together: homs-wiki publish {file} --to {site}",
    State.UNKNOWN: "{file} differs from {page}, revision {current}, and it is not known from which "
    "revision it was made; say it with --base",
}


class Report(NamedTuple):
    """How a file stands to a page, and by what.

    Attributes:
        file: its name.
        site: the wiki's.
        profile: the wiki's.
        standing: the state and the revisions.
        alterations: what the wiki would store otherwise, in words.
        commits: those of the file behind the base, oldest first; None if that is not known.
        is_uncommitted: whether the file differs from its last commit.
    """

    file: str
    site: str
    profile: Profile
    standing: Standing
    alterations: list[str]
    commits: list[FileCommit] | None
    is_uncommitted: bool

    def sentence(self, file: str, page: str) -> str:
        """Return the state as a sentence that says what to do."""
        base, current = self.standing.base, self.standing.current
        return _SENTENCES[self.standing.state].format(
            file=file,
            page=page,
            site=self.site,
            base=base.id if base else 0,
            current=current.id if current else 0,
        )

    def as_json(self) -> dict[str, object]:
        """Return it as plain data."""
        standing = self.standing
        base, current = standing.base, standing.current
        commits = self.commits
        return {
            "version": 1,
            "state": standing.state.value,
            "file": self.file,
            "site": self.site,
            "title": standing.title,
            "base": base and base.id,
            "current": current and current.id,
            "revisions": [_revision(each) for each in standing.since],
            "commits": None
            if commits is None
            else [{"id": each.id, "subject": each.subject} for each in commits],
            "uncommitted": self.is_uncommitted,
            "alterations": self.alterations,
            "changes": {
                "here": self._changes(base, standing.text),
                "there": self._changes(base, current.text if current else None),
            },
        }

    def _changes(self, base: Revision | None, text: str | None) -> list[str] | None:
        if base is None or base.text is None or text is None:
            return None
        from homs_wiki.diff import compare
        from homs_wiki.diff.changes import describe

        old, new = (read_page(each, self.profile, self.file) for each in (base.text, text))
        return [describe(change) for change in compare(old, new).changes]


def _revision(revision: Revision) -> dict[str, object]:
    return {
        "id": revision.id,
        "time": f"{revision.time:%Y-%m-%dT%H:%M:%SZ}",
        "user": revision.user,
        "summary": revision.comment,
        "minor": revision.minor,
    }


def find_report(
    wikis: Wikis, site_name: str, place: Place, base: int | None, max_size: int
) -> Report:
    """Return how a file stands to its page.

    Args:
        wikis: settings and journal.
        site_name: which wiki.
        place: the file and the page.
        base: the revision it was made from, if the user says it.
        max_size: the most bytes that the file may have.

    Raises:
        HomsWikiError: it cannot be found out.
    """
    connection = wikis.connect(site_name, place)
    site = connection.site
    source = read_place(place, max_size)
    stored = stored_text(site, place.title, source.text)
    origin = find_origin(place, connection, wikis, base)
    standing = find_standing(site, place.title, stored, origin.base, origin.earlier)
    own = standing.state in (State.AHEAD, State.APART)
    sha1 = standing.base.sha1 if standing.base and own else None
    commits, is_uncommitted = commits_since(place.path, sha1, source.text)
    told = list(alterations(source.text, stored, site.profile))
    return Report(
        source.name,
        connection.settings.name,
        profile_of(place, connection),
        standing,
        list(altered(source, told[:_MOST])),
        commits if own else None,
        is_uncommitted,
    )
