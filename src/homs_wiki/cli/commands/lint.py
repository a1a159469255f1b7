"""``homs-wiki lint``: what is wrong with pages."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from homs_wiki.cli import exits
from homs_wiki.cli.console import (
    Progress,
    complain,
    shows_colour,
    write_for_machines,
    write_for_people,
)
from homs_wiki.cli.crash import BugLog
from homs_wiki.cli.inputs import ANY_PATH, find_pages, max_size_option, profile_option
from homs_wiki.cli.pages import PageReader
from homs_wiki.lint.discovery import load_rules
from homs_wiki.lint.engine import check
from homs_wiki.lint.output import FORMATS, load_format
from homs_wiki.lint.output.result import FileResult, Summary, Trouble
from homs_wiki.source import HomsWikiError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from homs_wiki.lint.output.result import Format
    from homs_wiki.lint.rule import Rule


def _names(_: click.Context, __: click.Parameter, values: Iterable[str]) -> list[str]:
    """Split ``a,b`` at commas; an option may also be repeated."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]


@click.command()
@click.argument("paths", nargs=-1, metavar="[FILE|FOLDER|-]...", type=ANY_PATH)
@click.option(
    "--format", "format_name", type=click.Choice(FORMATS), default="text", show_default=True
)
@click.option(
    "--select",
    multiple=True,
    callback=_names,
    metavar="NAMES",
    help="Only these rules and families, separated by commas; “all” for every rule there is.",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=_names,
    metavar="NAMES",
    help="Not these rules and families.",
)
@profile_option("pages belong")
@max_size_option("files that are")
def command(
    paths: tuple[Path, ...],
    format_name: str,
    select: list[str],
    ignore: list[str],
    profile: str | None,
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
    rules = load_rules(select, ignore)
    if not rules:
        raise click.UsageError("--select and --ignore leave no rule to run")
    write = write_for_people if format_name == "text" else write_for_machines
    shown = load_format(format_name, colour=format_name == "text" and shows_colour(sys.stdout))
    run = _Run(rules, shown, write, PageReader(profile, max_size))
    return run.over(paths or (Path(),))


class _Run:
    """One run over many pages; only one of them is in memory at a time."""

    def __init__(
        self,
        rules: list[Rule],
        shown: Format,
        write: Callable[[Iterable[str]], None],
        reader: PageReader,
    ) -> None:
        self._rules = rules
        self._shown = shown
        self._write = write
        self._reader = reader
        self._summary = Summary()
        self._bugs = BugLog()

    def over(self, paths: Iterable[Path]) -> int:
        """Check the pages among ``paths``, show what is found, and return the exit code."""
        pages = list(find_pages(paths))
        progress = Progress(len(pages))
        self._write([self._shown.start()])
        for number, path in enumerate(pages, 1):
            progress.at(number, str(path))
            result = self._try(path)
            if result and result.findings:
                progress.clear()
                self._write(self._shown.file(result))
        progress.clear()
        self._write([self._shown.end(self._summary)])
        return self._exit_code()

    def _try(self, path: Path | UnreadableError) -> FileResult | None:
        """Return what is found in one file, or None after having said why it cannot be checked."""
        try:
            if isinstance(path, UnreadableError):
                raise path
            return self._check(path)
        except HomsWikiError as error:
            complain("error", str(error))
            self._trouble(getattr(error, "name", str(path)), str(error))
        except Exception as error:  # reading never fails, unless by a bug of ours
            self._trouble(str(path), self._bugs.add(f"reading {path} failed", error))
        return None

    def _check(self, path: Path) -> FileResult:
        source, page = self._reader.read(path)
        report = check(page, self._rules)
        for crash in report.crashes:
            what = f"the rule {crash.rule} failed on {source.name}"
            self._trouble(source.name, self._bugs.add(what, crash.exception))
        self._summary.add(report.findings)
        return FileResult(source, report.findings)

    def _trouble(self, file: str, message: str) -> None:
        self._summary.troubles.append(Trouble(file, message))

    def _exit_code(self) -> int:
        if self._bugs:
            self._bugs.finish()
            return exits.BUG
        if self._summary.troubles:
            return exits.WRONG
        return exits.FINDINGS if self._summary.findings else exits.CLEAN
