"""What the commands that talk to a wiki share: their options, the page in a file, the wiki."""

from __future__ import annotations

import os
import re
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from homs_wiki import page, syntax
from homs_wiki.cli.articles import ARTICLE_FILE, ArticleFileError, Articles, read_table
from homs_wiki.cli.console import complain, shows_colour, write_for_people
from homs_wiki.cli.inputs import ANY_PATH, STDIN, max_size_option, read_source
from homs_wiki.config import find_config, read_config
from homs_wiki.profile import load_profile
from homs_wiki.source import HomsWikiError, SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, TextIO

    from homs_wiki.config import Config
    from homs_wiki.diff import Comparison
    from homs_wiki.page import Page
    from homs_wiki.profile import Profile
    from homs_wiki.wiki.connecting import Connection
    from homs_wiki.wiki.patience import Patience

    _Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_NOT_IN_TITLE = re.compile(r"[\0-\x1f\x7f#<>\[\]{}|\ufffd]")
_PATH = click.Path(dir_okay=False, path_type=Path)


class PlaceError(HomsWikiError):
    """It is not known which file, or which page, is meant."""


def site_option(name: str, *, required: bool = True) -> _Decorator:
    """Return the option that names a wiki, passed on as ``site_name``."""
    return click.option(
        name,
        "site_name",
        required=required,
        metavar="SITE",
        help="The wiki: “test”, the local test wiki, or a name in homs-wiki.toml.",
    )


def base_option(help_text: str) -> _Decorator:
    """Return the option that names the revision that somebody started from."""
    return click.option("--base", type=click.IntRange(min=0), metavar="REVID", help=help_text)


def saving_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that saves pages the options --dry-run, --production and --yes."""
    for option in (
        click.option(
            "--yes", is_flag=True, help="Do not ask; on a wiki with readers --base is needed."
        ),
        click.option("--production", is_flag=True, help="Allow a wiki that has readers."),
        click.option(
            "-n", "--dry-run", is_flag=True, help="Show what would be done, and save nothing."
        ),
    ):
        function = option(function)
    return function


def wiki_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options --title, --settings, --journal and --max-size."""
    for option in (
        max_size_option("a file that is"),
        click.option(
            "--journal",
            "journal_path",
            type=_PATH,
            metavar="FILE",
            envvar="HOMS_WIKI_JOURNAL",
            help="Where what was saved is written down; else in the user's state folder. "
            "The variable HOMS_WIKI_JOURNAL says the same.",
        ),
        click.option(
            "--settings",
            "settings_path",
            type=_PATH,
            metavar="FILE",
            help="The settings; else the nearest homs-wiki.toml, or [tool.homs-wiki].",
        ),
    ):
        function = option(function)
    return function


def title_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option --title."""
    return click.option(
        "--title",
        metavar="TITLE",
        help="The page on the wiki; else the title in article.toml.",
    )(function)


file_argument = click.argument("path", metavar="[FILE]", required=False, type=ANY_PATH)


class Place(NamedTuple):
    """A file and the page that it is.

    Attributes:
        path: the file; it need not be there.
        title: of the page on the wiki.
        wiki: the name of its profile; None if nothing says it.
        revision: what ``article.toml`` says of the revision it was made from; None if nothing.
    """

    path: Path
    title: str
    wiki: str | None
    revision: int | None

    @property
    def language(self) -> str | None:
        """The language of the wiki that the page belongs to."""
        return self.wiki.partition(".")[0] if self.wiki else None


def find_place(path: Path | None, title: str | None) -> Place:
    """Return the file that is meant, and what is known of it.

    Args:
        path: the file; None for the one that the nearest ``article.toml`` names.
        title: the page's, if the user says it.

    Raises:
        PlaceError: it cannot be known.
        ArticleFileError: the ``article.toml`` cannot be read.
    """
    if path == STDIN:
        raise PlaceError("a file is wanted: what comes from standard input has no history")
    nearest = _nearest_article((path or Path("x")).absolute().parent)
    if path is None:
        path = _file_of(nearest)
    article = Articles().find(path)
    if title is None:
        title = article.title
    if not title or not title.strip(" _"):
        raise PlaceError(
            f"{path}: which page is it? Say --title, or write title and file into {ARTICLE_FILE}"
        )
    of_file = article.title is not None and nearest is not None
    return Place(path, clean_title(title), article.wiki, _revision(nearest) if of_file else None)


def clean_title(title: str) -> str:
    """Return a title with blanks as a wiki has them.

    Raises:
        PlaceError: no page can have such a title; the wiki would take it for several, or cut it.
    """
    found = " ".join(title.replace("_", " ").split())
    wrong = _NOT_IN_TITLE.search(found)
    if not found or wrong:
        why = f"it has {wrong[0]!r}" if wrong else "it is empty"
        raise PlaceError(f"“{found}” is no possible title: {why}")
    return found


def _nearest_article(folder: Path) -> Path | None:
    candidates = (parent / ARTICLE_FILE for parent in (folder, *folder.parents))
    # Path's own is_file() may raise where a folder must not be looked into.
    return next((file for file in candidates if os.path.isfile(file)), None)  # noqa: PTH113


def _file_of(article_file: Path | None) -> Path:
    if article_file is None:
        raise PlaceError(f"which file? Name it: there is no {ARTICLE_FILE} here that does")
    name = read_table(article_file).get("file")
    if not isinstance(name, str) or not name:
        raise PlaceError(f"which file? Name it: {article_file} does not")
    path = article_file.parent / name
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path


def _revision(article_file: Path | None) -> int | None:
    if article_file is None:
        return None
    found = read_table(article_file).get("revision")
    if found is not None and (type(found) is not int or found < 0):
        raise ArticleFileError(f"{article_file}: revision must be a number")
    return found


class Wikis:
    """The wikis of one run.

    Args:
        settings: the file of settings; None to look for it from the current folder on.
        journal: the journal's file; None for the user's own.
    """

    def __init__(self, settings: Path | None, journal: Path | None) -> None:
        self._settings = settings
        self._journal = journal

    @cached_property
    def config(self) -> Config:
        """The settings."""
        return read_config(self._settings) if self._settings else find_config(Path())

    @cached_property
    def journal_file(self) -> Path:
        """The journal."""
        from homs_wiki.wiki.journal import journal_file

        return self._journal or journal_file()

    def connect(self, name: str, place: Place | None = None) -> Connection:
        """Return a wiki; see `homs_wiki.wiki.connecting.connect`. It is closed with the command."""
        from homs_wiki.wiki.connecting import connect

        found = connect(name, self.config, patience(), place.language if place else None)
        if context := click.get_current_context(silent=True):
            context.call_on_close(found.site.close)
        return found


def real_path(path: Path) -> Path:
    """Return the file itself where a path leads there by links: git keeps a link as a link."""
    return Path(os.path.realpath(path))


def patience() -> Patience:
    """Return how often to try, with every wait told on standard error."""
    from homs_wiki.wiki.patience import Patience

    return Patience(tell=lambda why: complain("waiting", why))


def profile_of(place: Place, connection: Connection) -> Profile:
    """Return how the page in a file is read: as of its own wiki, else of the one it goes to."""
    return load_profile(place.wiki) if place.wiki else connection.site.profile


def read_place(place: Place, max_size: int) -> SourceFile:
    """Read the file.

    Raises:
        UnreadableError: it cannot be read.
    """
    return read_source(place.path, max_size)


def read_page(text: str, profile: Profile, title: str) -> Page:
    """Return the page that a text is."""
    return page.read(syntax.parse(text, profile), title)


class Side(NamedTuple):
    """A text to be compared, and what to call it; the text None: there is no such page."""

    text: str | None
    label: str


def show_difference(
    name: str, old: Side, new: Side, profile: Profile, *, most_changes: int | None = None
) -> None:
    """Show what differs between two texts of a page, as ``homs-wiki diff`` does.

    Args:
        name: of the page's file.
        old: one side.
        new: the other.
        profile: the wiki's.
        most_changes: show so many changes in an editor's terms, and no lines; None for all.
    """
    from homs_wiki.diff import compare
    from homs_wiki.diff.output import ComparedFile, make_format

    pages = [
        None if side.text is None else read_page(side.text, profile, name) for side in (old, new)
    ]
    before, after = (
        None if side.text is None else SourceFile(name, side.text.encode()) for side in (old, new)
    )
    whole = compare(*pages)
    comparison = whole if most_changes is None else _only_changes(whole, most_changes)
    shown = make_format("text", colour=shows_colour(sys.stdout))
    compared = ComparedFile(name, name, before, after, comparison, old.label, new.label)
    write_for_people(shown.file(compared))
    left = len(whole.changes) - most_changes if most_changes is not None else 0
    if left > 0:
        write_for_people([f"    … and {left} more\n"])


def _only_changes(whole: Comparison, most: int) -> Comparison:
    from homs_wiki.diff import Comparison
    from homs_wiki.diff.text import TextDiff

    class First(Comparison):
        """A comparison that shows its first changes, and no lines."""

        text = TextDiff(whole.text.old, whole.text.new, [])
        changes = whole.changes[:most]

    return First(whole.old, whole.new)


def say(lines: Iterable[str]) -> None:
    """Write lines to standard output."""
    write_for_people(f"{line}\n" for line in lines)


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a person sits at a stream."""
    return stream is not None and stream.isatty()
