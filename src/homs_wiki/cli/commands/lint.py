"""``homs-wiki lint``: what is wrong with pages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from homs_wiki.cli.console import shows_colour, write_for_machines, write_for_people
from homs_wiki.cli.inputs import (
    ANY_PATH,
    format_option,
    max_size_option,
    names_option,
    profile_option,
    settings_option,
)
from homs_wiki.cli.linting.fix_options import FixOptions, fix_options
from homs_wiki.cli.linting.options import RunOptions, run_options
from homs_wiki.cli.linting.plan import Plan
from homs_wiki.cli.linting.speaking import asked_language
from homs_wiki.cli.linting.start import start
from homs_wiki.lint.output import FORMATS, load_format
from homs_wiki.lint.settings import Layer


@click.command()
@click.argument("paths", nargs=-1, metavar="[FILE|FOLDER|-]...", type=ANY_PATH)
@format_option("For people, for machines, or for the program that is to show it.", *FORMATS)
@names_option(
    "--select",
    "Only these rules, families and sets (recommended, strict, all), separated by commas.",
)
@names_option("--ignore", "Not these rules, families and sets.")
@profile_option("pages belong")
@settings_option
@max_size_option("files that are")
@fix_options
@run_options
def command(
    paths: tuple[Path, ...],
    format_name: str,
    select: list[str],
    ignore: list[str],
    profile: str | None,
    settings: Path | None,
    max_size: int,
    options: RunOptions,
    fixes: FixOptions,
) -> int:
    """Show what is wrong with pages of wikitext.

    Folders are searched for *.wiki, *.wikitext and *.mediawiki; - reads standard input; without
    any path, the current folder is checked.

    \b
    Examples:
      homs-wiki lint article.wiki
      homs-wiki lint --select references,dates --format json articles/
      homs-wiki lint --fix article.wiki

    Exit code: 0 nothing found, 1 something found, 2 wrong use or an input that cannot be read,
    4 a bug in homs-wiki.
    """  # noqa: D301 - click wants the character, not the escape
    command_line = Layer("the command line", tuple(select) or None, tuple(ignore))
    plan = Plan(profile, settings, command_line, max_size)
    write = write_for_people if format_name == "text" else write_for_machines
    options = options._replace(lang=asked_language(format_name, options.lang))
    colour = format_name == "text" and shows_colour(sys.stdout)
    shown = load_format(format_name, colour=colour, find_rule=plan.find_rule)
    if options.shows_less:
        from homs_wiki.cli.linting.formats import choose_format  # seldom wanted

        shown = choose_format(format_name, options, shown)
    paths = paths or (Path(),)
    fixes.check(options, paths, format_name)
    if not fixes.wanted:
        return start(paths, plan, options, shown, write)
    from homs_wiki.cli.linting.fixing import Fixing  # a run that only checks does without

    fixing = Fixing(fixes, paths, for_people=format_name == "text", quiet=options.quiet)
    shown = fixing.shown(shown)
    code = start(paths, plan, options, shown, fixing.writer(write), fixing.work)
    fixing.tell()
    return code
