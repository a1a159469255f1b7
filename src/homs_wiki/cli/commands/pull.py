"""``homs-wiki pull``: a page's history into git, or its current text into a file."""

from __future__ import annotations

from pathlib import Path

import click

from homs_wiki.cli.inputs import ANY_PATH
from homs_wiki.cli.wikis.common import site_option, wiki_options


@click.command()
@click.argument("title", metavar="[TITLE]", required=False)
@site_option("--from")
@click.option(
    "--file",
    "path",
    type=ANY_PATH,
    metavar="FILE",
    help="The page's file; else the one that article.toml names, or one named after the page.",
)
@click.option(
    "--branch",
    metavar="NAME",
    help="The branch that the history goes to.  [default: wiki/SITE/TITLE]",
)
@click.option("--current", is_flag=True, help="Only the current text, into FILE.")
@wiki_options
def command(
    title: str | None,
    site_name: str,
    path: Path | None,
    branch: str | None,
    current: bool,
    settings_path: Path | None,
    journal_path: Path | None,
    max_size: int,
) -> None:
    """Bring a page from a wiki: its history into git, or only its current text.

    Each revision becomes a commit with its author, time and summary, on a branch of its own, behind
    the last of your commits that is on the wiki. The next pull goes on from there, and git merge
    brings it into your branch. Without TITLE, it is the page in article.toml. A file with changes
    that the page never had is not overwritten.

    \b
    Examples:
      homs-wiki pull --from test
      homs-wiki pull --from urwiki "حمص" --file homs.wiki
      homs-wiki pull --from urwiki --current

    Exit code: 0 done, 2 wrong use or git refused, 3 the wiki refused, has not the page, or did not
    answer, or the file has other changes, 4 a bug in homs-wiki.
    """  # noqa: D301 - click wants the character, not the escape
    if current and branch:
        raise click.UsageError("--current goes into a file, --branch is for the history")
    from homs_wiki.cli.wikis.common import PlaceError, Wikis, find_place, real_path
    from homs_wiki.cli.wikis.pulling import HistoryRun, branch_for, place_for, pull_current
    from homs_wiki.git.repository import Repository

    try:
        article = find_place(path, None)
    except PlaceError:
        article = None
    if title is None:
        if article is None:
            raise click.UsageError("which page? Name it, or write title and file into article.toml")
        title = article.title
    place = place_for(title, path, article)
    wikis = Wikis(settings_path, journal_path)
    connection = wikis.connect(site_name, place)
    if current:
        pull_current(wikis, connection, place, max_size)
        return
    with Repository(real_path(place.path).parent) as repository:
        name = branch or branch_for(site_name, place.title)
        HistoryRun(connection, place, repository, name).run()
