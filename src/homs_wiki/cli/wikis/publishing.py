"""One run of ``homs-wiki publish``: all that is looked at and told before a page is saved."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import click

from homs_wiki.cli.console import complain, shows_colour, write_for_people
from homs_wiki.cli.revisions.target import write_to
from homs_wiki.cli.wikis.common import (
    Side,
    is_terminal,
    patience,
    profile_of,
    read_page,
    read_place,
    say,
    show_difference,
)
from homs_wiki.cli.wikis.origins import find_origin
from homs_wiki.source import LineIndex, UnreadableError
from homs_wiki.source.visible import isolated, isolated_if_needed
from homs_wiki.wiki.errors import ConflictError, WikiError
from homs_wiki.wiki.journal import Journal
from homs_wiki.wiki.publish import (
    alterations,
    file_key,
    merged_with_wiki,
    note_base,
    publish,
)
from homs_wiki.wiki.state import State, find_standing, stored_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from homs_wiki.cli.wikis.common import Place, Wikis
    from homs_wiki.diff.merge import Merge
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile
    from homs_wiki.source import SourceFile
    from homs_wiki.wiki.connecting import ConnectedSite, Connection
    from homs_wiki.wiki.publish import Alteration, Published
    from homs_wiki.wiki.site import Revision
    from homs_wiki.wiki.sites import Site
    from homs_wiki.wiki.state import Standing

_MOST_CHANGES = 10
_MOST_ALTERATIONS = 20
_MOST_REVISIONS = 10


class Options(NamedTuple):
    """What the user asks for; see the command's options."""

    summary: str = ""
    minor: bool = False
    dry_run: bool = False
    lint: bool = True
    may_merge: bool = False
    base: int | None = None
    production: bool = False
    yes: bool = False
    with_templates: bool = False


def check_allowed(site: Site, *, production: bool, yes: bool, base: int | None) -> None:
    """Check that the user means it, if a wiki has readers.

    Raises:
        click.UsageError: it is not so.
    """
    if not site.is_production:
        return
    if not production:
        raise click.UsageError(
            f"{site.name} has readers, who see what is saved there: say --production to mean it"
        )
    if yes and base is None:
        raise click.UsageError(
            f"{site.name} has readers: --yes goes with --base, the revision that is replaced"
        )


def confirmed(site: Site, question: str, *, yes: bool) -> bool:
    """Return whether it may be done; a wiki with readers is asked about.

    Raises:
        click.UsageError: nobody is there to be asked.
    """
    if yes or not site.is_production:
        return True
    if not is_terminal(sys.stdin):
        raise click.UsageError(
            f"{site.name} has readers, and nobody can be asked here: say --yes and --base"
        )
    return click.confirm(question, err=True)


def page_address(site: ConnectedSite, title: str) -> str:
    """Return where a reader finds a page."""
    from urllib.parse import quote

    return site.facts().page_address.replace("$1", quote(title.replace(" ", "_"), safe="/:()"))


def about(revision: Revision) -> str:
    """Return a revision in a line: number, time, user, summary; safe to show."""
    user = "a hidden user" if revision.user is None else isolated(revision.user)
    hidden = "(summary hidden)" if revision.comment is None else "(no summary)"
    comment = isolated(revision.comment) if revision.comment else hidden
    minor = " (minor)" if revision.minor else ""
    return f"{revision.id}  {revision.time:%Y-%m-%d %H:%M} UTC  {user}{minor}  {comment}"


def show_revisions(revisions: list[Revision]) -> None:
    """Show revisions, oldest first; of many the last."""
    left = len(revisions) - _MOST_REVISIONS
    more = [f"    … {left} more before"] if left > 0 else []
    say([*more, *(f"    {about(each)}" for each in revisions[-_MOST_REVISIONS:])])


class Run:
    """Publishing one article.

    Args:
        wikis: settings and journal.
        site_name: where to.
        options: how.
    """

    def __init__(self, wikis: Wikis, site_name: str, options: Options) -> None:
        self._wikis = wikis
        self._site_name = site_name
        self._options = options
        self._started = datetime.now(UTC)

    def over(self, place: Place, max_size: int) -> bool:
        """Publish the page in a file; return whether the wiki has it now.

        Raises:
            HomsWikiError: why it cannot be done.
            click.UsageError: it is not allowed.
        """
        connection = self._wikis.connect(self._site_name, place)
        options = self._options
        check_allowed(
            connection.settings,
            production=options.production,
            yes=options.yes,
            base=options.base,
        )
        source = read_place(place, max_size)
        if not source.text.strip():
            raise UnreadableError(source.name, "is empty: a page is not blanked by publishing")
        profile = profile_of(place, connection)
        page = read_page(source.text, profile, place.title)
        if options.lint and not _passes(place.path, source, page):
            return False
        return _One(self._wikis, connection, options, place, source, profile, self._started).run()


def _passes(path: Path, source: SourceFile, page: Page) -> bool:
    """Return whether the linter, with the file's settings, finds no error; they are shown."""
    from homs_wiki.cli.configs import Configs
    from homs_wiki.cli.crash import BugLog
    from homs_wiki.cli.linting.choosing import RuleChooser
    from homs_wiki.cli.linting.speaking import usual_language
    from homs_wiki.lint.engine import check
    from homs_wiki.lint.finding import Severity
    from homs_wiki.lint.messages import use_language
    from homs_wiki.lint.output import load_format
    from homs_wiki.lint.output.result import FileResult
    from homs_wiki.lint.settings import Layer

    chooser = RuleChooser(Configs(), Layer("publishing"))
    use_language(usual_language(chooser))
    report = check(page, chooser.rules(path).on(page), lambda: chooser.meanings(path))
    bugs = BugLog()
    for crash in report.crashes:
        bugs.add(f"the rule {crash.rule} failed on {source.name}", crash.exception)
    if bugs:
        bugs.finish()
    errors = [each for each in report.findings if each.severity is Severity.ERROR]
    others = len(report.findings) - len(errors)
    if others:
        what = "1 thing" if others == 1 else f"{others} things"
        complain("note", f"the linter finds {what} to look at: homs-wiki lint {source.name}")
    if errors:
        shown = load_format("text", colour=shows_colour(sys.stdout))
        write_for_people(shown.file(FileResult(source, errors)))
        what = "an error" if len(errors) == 1 else f"{len(errors)} errors"
        complain("error", f"nothing was published: {what}; mend it, or say --no-lint")
    return not errors


class _One:
    """One file on its way to one wiki."""

    def __init__(
        self,
        wikis: Wikis,
        connection: Connection,
        options: Options,
        place: Place,
        source: SourceFile,
        profile: Profile,
        started: datetime,
    ) -> None:
        self._wikis = wikis
        self._connection = connection
        self._site = connection.site
        self._options = options
        self._place = place
        self._source = source
        self._profile = profile
        self._started = started

    def run(self) -> bool:
        """Do it all; return whether the wiki has the text now."""
        self._site.account()  # whoever is not logged in is told before anything else
        origin = find_origin(self._place, self._connection, self._wikis, self._options.base)
        title, text = self._place.title, self._source.text
        stored = stored_text(self._site, title, text)
        self._tell_alterations(list(alterations(text, stored, self._site.profile)))
        standing = find_standing(self._site, title, stored, origin.base, origin.earlier)
        if standing.state is State.APART:
            standing = self._merged(standing)
        if standing.state is State.UNKNOWN:
            raise ConflictError("unknownbase", "", self._unknown(standing))
        if standing.state is State.BEHIND:
            raise ConflictError("behind", "", self._behind(standing))
        return self._templates() and self._save(standing)

    def _tell_alterations(self, found: list[Alteration]) -> None:
        lines = altered(self._source, found[:_MOST_ALTERATIONS])
        say(f"the wiki will change this: {line}" for line in lines)
        if len(found) > _MOST_ALTERATIONS:
            say([f"… and {len(found) - _MOST_ALTERATIONS} more"])

    # -- what others did ----------------------------------------------------------------------

    def _merged(self, standing: Standing) -> Standing:
        """Return the text with what others did merged in, if that may and can be done."""
        self._show_others(standing)
        merge = merged_with_wiki(standing, self._profile, standing.title)
        current = standing.current
        if current is None:
            raise AssertionError("what is apart has two sides")
        self._show("merged", merge)
        if merge.conflicts:
            raise ConflictError(
                "editconflict",
                "",
                f"nothing was published: the edits contradict each other. Put both together in "
                f"{self._source.name}, by hand or with: {self._by_hand(standing)}; then publish it "
                f"with --base {current.id}",
            )
        if self._options.may_merge:
            return self._with_merged(standing, merge, current)
        show_difference(
            self._source.name,
            Side(current.text, f"revision {current.id}"),
            Side(merge.text, "merged"),
            self._profile,
        )
        raise ConflictError(
            "editconflict",
            "",
            "nothing was published: others have changed the page; the two can be merged as shown: "
            "say --merge for that",
        )

    def _with_merged(self, standing: Standing, merge: Merge, current: Revision) -> Standing:
        """Return what to save of a merge, which is written into the file before that.

        If all ends here, the file has the others' edits and is merged once more, to the same.
        """
        text = stored_text(self._site, standing.title, merge.text)
        if not self._options.dry_run:
            self._write(merge.text)
        state = State.EQUAL if text == current.text else State.AHEAD
        return standing._replace(state=state, text=text, base=current, since=())

    def _by_hand(self, standing: Standing) -> str:
        base, current = standing.base, standing.current
        site, name = self._connection.settings.name, self._source.name
        sides = [f"wiki:{site}:{each.id if each else 0}" for each in (base, current)]
        return f"homs-wiki merge {sides[0]} {name} {sides[1]} -o {name}"

    def _show_others(self, standing: Standing) -> None:
        base, current = standing.base, standing.current
        if base is None or current is None:
            raise AssertionError("what is apart has two sides")
        count = len(standing.since)
        edits = "1 edit" if count == 1 else f"{count} edits"
        say([f"The page has {edits} that {self._source.name} has not, made from {base.id}:"])
        show_revisions(list(standing.since))
        show_difference(
            standing.title,
            Side(base.text, f"revision {base.id}"),
            Side(current.text, f"revision {current.id}"),
            self._profile,
            most_changes=_MOST_CHANGES,
        )
        say([""])

    def _show(self, name: str, merge: Merge) -> None:
        lines = LineIndex(merge.text)
        for conflict in merge.conflicts:
            line = lines.position(conflict.merged.start).line
            complain("conflict", f"{name}:{line}: {conflict.reason}")
            write_for_people(
                f"    {isolated(line)}\n"
                for line in merge.text[slice(*conflict.merged)].splitlines()
            )

    def _write(self, text: str) -> None:
        """Write the merged text into the file, whose line ends and last newline stay."""
        from homs_wiki.diff.text import compare_texts

        if self._source.text.endswith("\n") and not text.endswith("\n"):
            text += "\n"
        write_to(
            self._place.path, self._source.edited(compare_texts(self._source.text, text).edits())
        )
        complain("note", f"{self._source.name} has the merged text now")

    def _unknown(self, standing: Standing) -> str:
        current = standing.current
        number = current.id if current else 0
        site = self._connection.settings.name
        return (
            f"nothing was published: “{standing.title}” is on {site} (revision {number}), and it "
            f"is not known from which revision {self._source.name} was made. Look at what differs: "
            f"homs-wiki diff wiki:{number} {self._source.name}; if the file has all that the "
            f"page should have, publish it with --base {number}"
        )

    def _behind(self, standing: Standing) -> str:
        count = len(standing.since)
        edits = "an edit" if count == 1 else f"{count} edits"
        base = standing.base.id if standing.base else 0
        return (
            f"nothing was published: {self._source.name} is revision {base} as it was, and the "
            f"page has {edits} since; to bring them here: homs-wiki pull --current "
            f"--from {self._connection.settings.name}"
        )

    # -- saving -------------------------------------------------------------------------------

    def _journal(self, title: str, path: Path) -> Journal:
        return Journal(self._wikis.journal_file, self._connection.key, file_key(title, path))

    def _templates(self) -> bool:
        """Create the templates that the page lacks, if that is asked for."""
        if not self._options.with_templates:
            return True
        for name, page in self._lacking():
            standing = find_standing(self._site, page, stored_text(self._site, page, name), None)
            say([f"new template: {isolated_if_needed(page)}"])
            if self._options.dry_run or standing.state is not State.NEW:
                continue
            question = f"Create {page} on {self._connection.settings.name}?"
            if not confirmed(self._connection.settings, question, yes=self._options.yes):
                return False
            with self._journal(page, self._place.path) as journal:
                publish(self._site, standing, journal, self._options.summary, patience=patience())
        return True

    def _lacking(self) -> Iterator[tuple[str, str]]:
        """Yield text and title of the templates that the page lacks and that can be made."""
        from homs_wiki.wiki.template_pages import (
            folder_templates,
            needed_templates,
            templates_of_test_wiki,
        )

        known = folder_templates(self._place.path.absolute().parent / "templates", self._profile)
        if not self._connection.settings.is_production:
            known = {**templates_of_test_wiki(self._site.profile), **known}
        needed = needed_templates(self._site, self._place.title, self._source.text, known)
        for title in needed.unknown:
            complain("note", f"the page uses {title}, which is neither on the wiki nor here")
        for page in needed.pages:
            yield page.text, page.title

    def _save(self, standing: Standing) -> bool:
        site, settings = self._site, self._connection.settings
        current, title = standing.current, standing.title
        if standing.state is State.EQUAL and current is not None:
            if not self._options.dry_run:
                with self._journal(title, self._place.path) as journal:
                    last = journal.last()
                    if last is None or last.revision != current.id:
                        note_base(journal, current, standing.text)
            address = page_address(site, title)
            say([f"Nothing to do: {settings.name} has revision {current.id}: {address}"])
            return True
        show_difference(
            self._source.name,
            Side(current.text, f"revision {current.id}") if current else Side(None, "no page"),
            Side(standing.text, "to be published"),
            self._profile,
            # Of a new page every line is new.
            most_changes=None if current else _MOST_CHANGES,
        )
        self._check_size(standing.text)
        if self._options.dry_run:
            say(["", "Nothing was published: this was a dry run."])
            return True
        question = f"Save this on {settings.name}, which has readers?"
        if not confirmed(settings, question, yes=self._options.yes):
            say(["Nothing was published."])
            return False
        with self._journal(title, self._place.path) as journal:
            published = publish(
                site,
                standing,
                journal,
                self._options.summary,
                minor=self._options.minor,
                started=self._started,
                patience=patience(),
            )
        return self._tell(standing, published)

    def _check_size(self, text: str) -> None:
        largest = self._site.facts().largest
        size = len(text.encode())
        if size > largest:
            raise WikiError(
                f"the text is too large: {size:,} bytes, and the wiki allows {largest:,}"
            )

    def _tell(self, standing: Standing, published: Published) -> bool:
        how, number = published.outcome
        title, site = standing.title, self._site
        if how == "unchanged":
            say([f"Nothing to do: the page has this text (revision {number})."])
            return True
        say(["", f"Published as revision {number}: {page_address(site, title)}"])
        if published.is_as_sent:
            return True
        what = (
            "somebody saved at the same moment, and the wiki merged the two"
            if how == "merged"
            else "the wiki stored another text than it had said it would"
        )
        complain("warning", f"{what}: the page has a text that nobody sent; it differs so:")
        show_difference(
            title,
            Side(standing.text, "as sent"),
            Side(published.revision.text or "", f"revision {number}"),
            self._profile,
        )
        return False


def altered(source: SourceFile, found: Iterable[Alteration]) -> Iterator[str]:
    """Yield what a wiki will store otherwise, with its place in the file; safe to show."""
    lines = LineIndex(source.text)
    for each in found:
        place = lines.position(min(each.start, len(source.text)))
        where = f"{isolated_if_needed(source.name)}:{place.line}:{place.column}"
        what = each.what
        if each.before or each.after:
            what = f"“{isolated(each.before)}” becomes “{isolated(each.after)}”"
        yield f"{where}: {what}"
