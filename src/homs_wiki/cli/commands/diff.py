"""``homs-wiki diff``: what changed between two revisions of pages."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from homs_wiki.cli import exits
from homs_wiki.cli.console import shows_colour, write_for_machines, write_for_people
from homs_wiki.cli.inputs import format_option, max_size_option, output_option, profile_option
from homs_wiki.cli.revisions.target import STDOUT, Collected
from homs_wiki.source.visible import visible_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from homs_wiki.cli.revisions.versions import Pair
    from homs_wiki.git.repository import Repository
    from homs_wiki.source import UnreadableError

FORMATS = ("text", "unified", "json", "html")
"""As `homs_wiki.diff.output` has them, which takes too long to import for a word of help."""

_BEHIND = "homs-wiki diff: behind --"
_IN_PAGER = "GIT_PAGER_IN_USE"  # git's own word that standard output ends up on a terminal


class _DiffCommand(click.Command):
    """A command that knows which arguments stand behind ``--``; click itself forgets it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        before: list[str] = args
        behind: list[str] = []
        if "--" in args:
            place = args.index("--")
            before, behind = args[:place], args[place + 1 :]
        ctx.meta[_BEHIND] = behind
        return super().parse_args(ctx, before)


def _set_up(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from homs_wiki.cli.revisions.git_setup import set_up

        click.echo(set_up(), nl=False)
        ctx.exit()


@click.command(cls=_DiffCommand)
@click.argument("arguments", nargs=-1, metavar="[OLD [NEW]] [-- PATH...]")
@format_option("For people, for git apply, for machines, or a page for a browser.", *FORMATS)
@output_option("FILE", "Write to a file, whole or not at all.")
@click.option(
    "-U",
    "--context",
    type=click.IntRange(min=0),
    metavar="N",
    help="How many unchanged lines to show around a change.",
)
@click.option(
    "--changes-only", "view", flag_value="changes", help="Only what changed in an editor's terms."
)
@click.option("--text-only", "view", flag_value="text", help="Only the lines that differ.")
@click.option(
    "--color/--no-color",
    "colour",
    default=None,
    help="Use colour or not, whatever standard output is.",
)
@profile_option("pages belong")
@max_size_option("pages that are")
@click.option(
    "--git-config",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_set_up,
    help="Show how to make git use homs-wiki for pages, and exit.",
)
@click.option("--git-external", "called_by", flag_value="external", hidden=True)
@click.option("--git-difftool", "called_by", flag_value="difftool", hidden=True)
@click.option("--git-textconv", "called_by", flag_value="textconv", hidden=True)
@click.pass_context
def command(
    ctx: click.Context,
    arguments: tuple[str, ...],
    format_name: str,
    output: Path | None,
    context: int | None,
    view: str | None,
    colour: bool | None,
    profile: str | None,
    max_size: int,
    called_by: str | None,
) -> int:
    """Show what changed between two revisions of a page, or of many.

    OLD and NEW are files, folders of pages, - for standard input, or revisions as git writes
    them: HEAD~3, main:page.wiki, A..B, or A...B for what B did since it left A. A revision alone
    is compared with the working tree; without any, it is HEAD. PATHs choose files and folders
    from revisions. What exists as a path is a path.

    \b
    Examples:
      homs-wiki diff old.wiki new.wiki
      homs-wiki diff HEAD~3 HEAD -- article/
      homs-wiki diff article/page.wiki              what is not committed yet
      homs-wiki diff --format html -o changes.html main...draft

    Exit code: 0 nothing differs, 1 something differs, 2 wrong use or an input that cannot be
    read, 4 a bug in homs-wiki.
    """  # noqa: D301 - click wants the character, not the escape
    behind: list[str] = ctx.meta[_BEHIND]
    if called_by == "textconv":
        from homs_wiki.cli.revisions.called import readable_text

        sys.stdout.buffer.write(readable_text(behind, profile, max_size))
        return exits.CLEAN
    if format_name == "unified" and view == "changes":
        raise click.UsageError("a patch is made of lines: --changes-only would leave nothing of it")
    from homs_wiki.cli.pages import PageReader
    from homs_wiki.cli.revisions.comparing import Run
    from homs_wiki.diff.output import make_format
    from homs_wiki.git.repository import Repository

    if output == STDOUT:
        output = None
    if colour is None:
        colour = output is None and _shows_colour()
    shown = make_format(format_name, colour=colour, context=context)
    collected = Collected()
    write = collected if output else _writer(format_name)
    if called_by == "external":
        from homs_wiki.cli.revisions.called import OneOfMany, until_nobody_reads

        write = until_nobody_reads(write)
        shown = OneOfMany(shown) if format_name == "text" else shown
    run = Run(shown, write, PageReader(profile, max_size), view or "both")
    with Repository() as repository:
        code = run.over(_pairs(called_by, arguments, behind, repository))
    if output and run.compared:
        collected.write(output)
    # Of anything else git would say that we died, and not show the files that follow.
    return exits.CLEAN if called_by == "external" else code


def _pairs(
    called_by: str | None, arguments: Sequence[str], behind: Sequence[str], repository: Repository
) -> Iterable[Pair | UnreadableError]:
    if called_by == "external":
        from homs_wiki.cli.revisions.called import external_pairs

        return external_pairs(behind)
    if called_by == "difftool":
        from homs_wiki.cli.revisions.called import difftool_pairs

        return difftool_pairs(behind)
    from homs_wiki.cli.revisions.pairs import pairs

    return pairs(arguments, behind, repository)


def _shows_colour() -> bool:
    """Return whether standard output shows colour; so does git's pager, when git calls us."""
    environment = os.environ
    in_pager = environment.get(_IN_PAGER) == "true" and environment.get("TERM") != "dumb"
    return shows_colour(sys.stdout) or (in_pager and not environment.get("NO_COLOR"))


def _writer(format_name: str) -> Callable[[Iterable[str]], None]:
    if format_name == "text":
        return write_for_people
    if sys.stdout.isatty():
        # These are exact, and for machines; a person who looks at them must not meet the
        # escapes of a page.
        return lambda text: write_for_people(map(visible_lines, text))
    return write_for_machines
