"""``homs-wiki lint``: what is wrong with pages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from homs_wiki.cli.configs import Configs
from homs_wiki.cli.console import shows_colour, write_for_machines, write_for_people
from homs_wiki.cli.inputs import (
    ANY_PATH,
    find_pages,
    max_size_option,
    names_option,
    profile_option,
    settings_option,
)
from homs_wiki.cli.linting.checker import Checker
from homs_wiki.cli.linting.choosing import RuleChooser
from homs_wiki.cli.linting.run import Run
from homs_wiki.cli.pages import PageReader
from homs_wiki.lint.output import FORMATS, load_format
from homs_wiki.lint.settings import Layer


@click.command()
@click.argument("paths", nargs=-1, metavar="[FILE|FOLDER|-]...", type=ANY_PATH)
@click.option(
    "--format", "format_name", type=click.Choice(FORMATS), default="text", show_default=True
)
@names_option(
    "--select",
    "Only these rules, families and sets (recommended, strict, all), separated by commas.",
)
@names_option("--ignore", "Not these rules, families and sets.")
@profile_option("pages belong")
@settings_option
@max_size_option("files that are")
def command(
    paths: tuple[Path, ...],
    format_name: str,
    select: list[str],
    ignore: list[str],
    profile: str | None,
    settings: Path | None,
    max_size: int,
) -> int:
    """Show what is wrong with pages of wikitext.

    Folders are searched for *.wiki, *.wikitext and *.mediawiki; - reads standard input; without
    any path, the current folder is checked.

    \b
    Examples:
      homs-wiki lint article.wiki
      homs-wiki lint --select references,dates --format json articles/

    Exit code: 0 nothing found, 1 something found, 2 wrong use or an input that cannot be read,
    4 a bug in homs-wiki.
    """  # noqa: D301 - click wants the character, not the escape
    configs = Configs(settings)
    chooser = RuleChooser(configs, Layer("the command line", tuple(select) or None, tuple(ignore)))
    if not chooser.rules(Path("-")):
        raise click.UsageError("--select and --ignore leave no rule to run")
    write = write_for_people if format_name == "text" else write_for_machines
    shown = load_format(format_name, colour=format_name == "text" and shows_colour(sys.stdout))
    checker = Checker(PageReader(profile, max_size, configs), chooser)
    return Run(checker, shown, write).over(find_pages(paths or (Path(),), chooser.excludes))
