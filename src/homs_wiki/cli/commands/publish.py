"""``homs-wiki publish``: an article onto a wiki, with no edit of anyone lost."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from homs_wiki.cli import exits
from homs_wiki.cli.wikis.common import (
    base_option,
    file_argument,
    saving_options,
    site_option,
    title_option,
    wiki_options,
)

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@file_argument
@site_option("--to")
@click.option("-m", "--summary", default="", metavar="TEXT", help="What was done, for the history.")
@click.option("--minor", is_flag=True, help="Mark the edit as minor.")
@saving_options
@click.option("--no-lint", is_flag=True, help="Publish whatever the linter says.")
@click.option(
    "--merge",
    "may_merge",
    is_flag=True,
    help="If others changed the page, merge, write the result into FILE, and publish that.",
)
@base_option("The revision on the wiki that FILE was made from; 0: there is no page yet.")
@click.option("--with-templates", is_flag=True, help="Create templates that the page lacks, too.")
@title_option
@wiki_options
def command(
    path: Path | None,
    site_name: str,
    summary: str,
    minor: bool,
    dry_run: bool,
    no_lint: bool,
    may_merge: bool,
    base: int | None,
    production: bool,
    yes: bool,
    with_templates: bool,
    title: str | None,
    settings_path: Path | None,
    journal_path: Path | None,
    max_size: int,
) -> int:
    """Save an article as one revision of its page.

    The article is checked first; then is shown what the wiki would change in it, and what changes
    on the page. Without FILE, it is the one that article.toml names.

    \b
    Examples:
      homs-wiki publish article/homs.wiki --to test
      homs-wiki publish --to urwiki --production --summary "casualties, with a source"

    Exit code: 0 published, or nothing to do; 1 not published, because the linter found an error or
    the answer was no, or published and the wiki made another text of it; 2 wrong use or an input
    that cannot be read; 3 the wiki refused, has other edits, or did not answer; 4 a bug in
    homs-wiki.
    """  # noqa: D301 - click wants the character, not the escape
    from homs_wiki.cli.wikis.common import Wikis, find_place
    from homs_wiki.cli.wikis.publishing import Options, Run

    options = Options(
        summary, minor, dry_run, not no_lint, may_merge, base, production, yes, with_templates
    )
    run = Run(Wikis(settings_path, journal_path), site_name, options)
    published = run.over(find_place(path, title), max_size)
    sys.stdout.flush()
    return exits.CLEAN if published else exits.FINDINGS
