"""``homs-wiki push``: the commits of an article onto a wiki, each as one revision."""

from __future__ import annotations

from pathlib import Path

import click

from homs_wiki.cli import exits
from homs_wiki.cli.inputs import ANY_PATH
from homs_wiki.cli.wikis.common import (
    base_option,
    saving_options,
    site_option,
    title_option,
    wiki_options,
)


@click.command()
@click.argument("revisions", metavar="[RANGE]", default="HEAD")
@site_option("--to", required=False)
@click.option(
    "--file",
    "path",
    type=ANY_PATH,
    metavar="FILE",
    help="The article's file; else the one that article.toml names.",
)
@saving_options
@click.option(
    "--xml",
    "xml_path",
    type=ANY_PATH,
    metavar="FILE",
    help="Write the commits with authors and times into an import file for importDump.php.",
)
@base_option(
    "Push only if this is the page's latest revision; 0: there is no page yet. With A..B: "
    "and A has all that it has, whatever was pushed before history was rewritten."
)
@title_option
@wiki_options
def command(
    revisions: str,
    site_name: str | None,
    path: Path | None,
    dry_run: bool,
    xml_path: Path | None,
    production: bool,
    yes: bool,
    base: int | None,
    title: str | None,
    settings_path: Path | None,
    journal_path: Path | None,
    max_size: int,
) -> int:
    """Make each commit that changed an article one revision of its page, in order.

    RANGE is a revision (all that led to it; HEAD if nothing is said) or A..B. Side branches and
    merges are included, the oldest first, none before one that it builds on; the name of a commit
    stands in its summary. Stopped at any moment, the same command goes on where it was.

    \b
    Examples:
      homs-wiki push --to test
      homs-wiki push --to test main~5..main
      homs-wiki push --xml history.xml

    Exit code: 0 all of them are there, 1 the answer was no, 2 wrong use or an input that cannot be
    read, 3 the wiki refused, has other edits, or did not answer, 4 a bug in homs-wiki.
    """  # noqa: D301 - click wants the character, not the escape
    if (site_name is None) == (xml_path is None):
        raise click.UsageError("say where to: --to SITE, or --xml FILE")
    from homs_wiki.cli.wikis.common import Wikis, find_place, real_path
    from homs_wiki.cli.wikis.pushing import Options, PushRun, commits_to_push
    from homs_wiki.git.repository import Repository

    place = find_place(path, title)
    with Repository(real_path(place.path).parent) as repository:
        commits, whole = commits_to_push(repository, place, revisions, max_size)
        if xml_path is not None:
            from homs_wiki.cli.wikis.xml_files import write_xml

            write_xml(xml_path, place, commits)
            return exits.CLEAN
        wikis = Wikis(settings_path, journal_path)
        run = PushRun(
            wikis,
            place,
            wikis.connect(site_name or "", place),
            Options(dry_run, production, yes, base),
        )
        return exits.CLEAN if run.over(commits, whole, repository) else exits.FINDINGS
