"""The options of ``homs-wiki lint`` that fix what is found."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, NamedTuple

import click

from homs_wiki.cli.inputs import STDIN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import Any

    from homs_wiki.cli.linting.options import RunOptions


class FixOptions(NamedTuple):
    """What the command line says; the attributes are the options."""

    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    interactive: bool = False
    fix_anyway: bool = False

    @property
    def wanted(self) -> bool:
        """Whether anything is to be fixed, if only to be shown."""
        return self.fix or self.unsafe_fixes or self.diff or self.interactive

    def check(self, options: RunOptions, paths: Sequence[Path], format_name: str) -> None:
        """Raise `click.UsageError` if options contradict each other."""
        if not self.wanted:
            if self.fix_anyway:
                raise click.UsageError("--fix-anyway alone fixes nothing: say --fix, too")
            return
        if options.write_baseline:
            raise click.UsageError("--write-baseline and fixing cannot both be asked for")
        if self.interactive and self.diff:
            raise click.UsageError("--interactive and --diff cannot both be given")
        if self.interactive and STDIN in paths:
            raise click.UsageError("--interactive reads answers from standard input: name a file")
        if self.diff and format_name != "text":
            raise click.UsageError("--diff writes a patch: leave --format out")


_OPTIONS = (
    click.option(
        "--fix", is_flag=True, help="Make the fixes that are safe; of -, write the fixed text."
    ),
    click.option(
        "--unsafe-fixes", is_flag=True, help="Make also those that a person should look at."
    ),
    click.option("--diff", is_flag=True, help="Write nothing; show what fixing would change."),
    click.option("--interactive", is_flag=True, help="Ask before each fix, unsafe ones included."),
    click.option(
        "--fix-anyway",
        is_flag=True,
        help="Fix also pages with {{nobots}}, {{in use}} and the like, which else are left alone.",
    ),
)


def fix_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command these options; it gets them as one argument, ``fixes``."""

    @wraps(command)
    def with_options(**arguments: Any) -> int:
        own = {name: arguments.pop(name) for name in FixOptions._fields}
        return command(**arguments, fixes=FixOptions(**own))

    decorated: Callable[..., int] = with_options
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated
