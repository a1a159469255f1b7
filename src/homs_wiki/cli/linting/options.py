"""The options of ``homs-wiki lint`` about how a run goes: what it hides, and how it ends."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.messages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class RunOptions(NamedTuple):
    """What the command line says; the attributes are the options."""

    baseline: Path | None = None
    write_baseline: bool = False
    since: str | None = None
    changed: bool = False
    jobs: int | None = None
    no_cache: bool = False
    cache_dir: Path | None = None
    timings: bool = False
    statistics: bool = False
    exit_zero: bool = False
    fail_on: str = Severity.NOTE
    quiet: bool = False
    force_exclude: bool = False
    lang: str | None = None

    def check(self) -> None:
        """Raise `click.UsageError` if two options contradict each other."""
        if self.since is not None and self.changed:
            raise click.UsageError("--since and --changed cannot both be given")
        if self.is_partial and self.write_baseline:
            which = "--changed" if self.changed else "--since"
            raise click.UsageError(f"--write-baseline takes all findings: leave {which} out")

    @property
    def is_partial(self) -> bool:
        """Whether only what changed is shown."""
        return self.changed or self.since is not None

    @property
    def shows_less(self) -> bool:
        """Whether something else is shown than findings and a summary."""
        return self.quiet or self.statistics


_OPTIONS = (
    click.option(
        "--baseline",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Hide the old findings listed in this file, and show only new ones.",
    ),
    click.option(
        "--write-baseline",
        is_flag=True,
        help="Write all present findings to the baseline: from now on they are old.",
    ),
    click.option(
        "--since",
        metavar="REVISION",
        help="Only what was not yet wrong in this revision of the git repository, such as HEAD~3 "
        "or main; “main...” means where your branch left main.",
    ),
    click.option(
        "--changed",
        is_flag=True,
        help="Only what your changes since the last commit brought, new files included.",
    ),
    click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=1),
        metavar="N",
        help="Check so many pages at a time; else as many as the computer has processors, or one "
        "after the other if there are few.",
    ),
    click.option(
        "--no-cache",
        is_flag=True,
        help="Check every page anew, also one that has not changed since the last run.",
    ),
    click.option(
        "--cache-dir",
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        help="Where results are kept for the next run; else in your user's cache.",
    ),
    click.option(
        "--timings",
        is_flag=True,
        help="Show on standard error how much time each rule took; every page is checked anew.",
    ),
    click.option(
        "--statistics",
        is_flag=True,
        help="Show how many findings each rule has instead of the findings.",
    ),
    click.option(
        "--exit-zero", is_flag=True, help="End with exit code 0 even if something is found."
    ),
    click.option(
        "--fail-on",
        type=click.Choice([severity.value for severity in Severity]),
        default=Severity.NOTE.value,
        show_default=True,
        help="End with exit code 1 only for findings that are at least this bad.",
    ),
    click.option(
        "--force-exclude",
        is_flag=True,
        help="Pass over files that the settings exclude, even if they are named.",
    ),
    click.option("--quiet", "-q", is_flag=True, help="Only findings and errors, no other words."),
    click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        help="The language of messages, in every format; else text and html speak that of the "
        "settings or of the locale, all others English.",
    ),
)


def run_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command these options; it gets them as one argument, ``options``."""

    @wraps(command)
    def with_options(**arguments: Any) -> int:
        own = {name: arguments.pop(name) for name in RunOptions._fields}
        options = RunOptions(**own)
        options.check()
        return command(**arguments, options=options)

    decorated: Callable[..., int] = with_options
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated
