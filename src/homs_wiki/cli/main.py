"""The command ``homs-wiki``: its sub-commands, and the one place that decides the exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from homs_wiki.cli import exits
from homs_wiki.source import HomsWikiError
from homs_wiki.source.patterns import keep_patterns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

_COMMANDS = (
    *("lint", "rules", "rule", "config", "diff", "merge"),
    *("refs", "citations", "infobox", "dates", "outline"),
    *("timeline", "testwiki", "publish", "push", "pull", "status", "preview", "completion"),
)
COMPLETION = "_HOMS_WIKI_COMPLETE"
"""The variable by which a shell asks for completions."""


class _LazyGroup(click.Group):
    """A group whose commands are modules, imported when they are called for.

    ``x`` is ``command`` in the module `homs_wiki.cli.commands.x`.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"homs_wiki.cli.commands.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; of one that there is not, say which may be meant."""
        name = args[0]
        # click itself would only look among commands that are imported.
        if name not in _COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from homs_wiki.source.closest import closest

            meant = closest(name, _COMMANDS)
            hint = f" Did you mean {meant!r}?" if meant else ""
            ctx.fail(f"No such command {name!r}.{hint}")
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"homs-wiki {version('homs-wiki')}")
        ctx.exit()


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and exit.",
)
def cli() -> None:
    """Read, lint, compare, merge and publish Wikipedia articles, exactly as MediaWiki reads them.

    \b
    Example:
      homs-wiki lint article.wiki
    """  # noqa: D301 - click wants the character, not the escape


def run() -> NoReturn:
    """Run the command with the arguments of the process, and end the process."""
    if COMPLETION in os.environ:
        cli(prog_name="homs-wiki", complete_var=COMPLETION)
    _replace_closed_streams()
    code = exit_code(sys.argv[1:])
    sys.stderr.flush()
    keep_patterns()
    # All that is left is Python taking itself apart, which takes longer than checking a page.
    os._exit(code)


def _replace_closed_streams() -> None:
    """Let what we write to a closed stream be lost; standard input stays closed, and an error."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for good
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for good


def exit_code(arguments: Sequence[str]) -> int:
    """Run the command with ``arguments`` and return its exit code; nothing is ever raised.

    A command returns its code, or None for 0.
    """
    try:
        try:
            return _invoke(arguments)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # Python would try to flush once more when it ends, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exits.BROKEN_PIPE
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        return exits.INTERRUPTED
    except Exception as error:
        # Files that cannot be opened have errors of their own, with their names: this is a write.
        if isinstance(error, OSError) and error.filename is None:
            from homs_wiki.cli.console import complain

            complain("error", f"the output cannot be written: {error.strerror}")
            return exits.WRONG
        from homs_wiki.cli.crash import BugLog

        bugs = BugLog()
        bugs.add("homs-wiki failed", error)
        bugs.finish()
        return exits.BUG


def _invoke(arguments: Sequence[str]) -> int:
    try:
        with cli.make_context("homs-wiki", list(arguments)) as context:
            code: int | None = cli.invoke(context)
            return code or exits.CLEAN
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        from io import StringIO

        from homs_wiki.source.visible import visible_lines

        said = StringIO()
        error.show(said)  # it may hold an argument as it is
        sys.stderr.write(visible_lines(said.getvalue()))
        return exits.WRONG
    except HomsWikiError as error:
        from homs_wiki.cli.console import complain

        complain("error", str(error))
        return exits.REFUSED if _is_of_a_wiki(error) else exits.WRONG


def _is_of_a_wiki(error: HomsWikiError) -> bool:
    """Return whether a wiki refused or did not answer; a local one that is missing is no wiki."""
    from homs_wiki.wiki.errors import LocalWikiError, WikiError
    from homs_wiki.wiki.journal import JournalError

    return isinstance(error, WikiError) and not isinstance(error, (LocalWikiError, JournalError))
