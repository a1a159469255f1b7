"""One run of the linter over many files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.cli import exits
from homs_wiki.cli.console import Progress, complain
from homs_wiki.cli.crash import BugLog
from homs_wiki.lint.output.result import FileResult, Summary, Trouble
from homs_wiki.source import HomsWikiError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from homs_wiki.cli.linting.checker import Checker
    from homs_wiki.lint.output.result import Format


class Run:
    """One run over many files; only one of them is in memory at a time."""

    def __init__(
        self, checker: Checker, shown: Format, write: Callable[[Iterable[str]], None]
    ) -> None:
        self._checker = checker
        self._shown = shown
        self._write = write
        self._summary = Summary()
        self._bugs = BugLog()

    def over(self, files: Iterable[Path | UnreadableError]) -> int:
        """Check ``files``, show what is found, and return the exit code."""
        pages = list(files)
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
        checked = self._checker.check(path)
        name = checked.source.name
        for crash in checked.crashes:
            what = f"the rule {crash.rule} failed on {name}"
            self._trouble(name, self._bugs.add(what, crash.exception))
        self._summary.add(checked.findings)
        return FileResult(checked.source, checked.findings)

    def _trouble(self, file: str, message: str) -> None:
        self._summary.troubles.append(Trouble(file, message))

    def _exit_code(self) -> int:
        if self._bugs:
            self._bugs.finish()
            return exits.BUG
        if self._summary.troubles:
            return exits.WRONG
        return exits.FINDINGS if self._summary.findings else exits.CLEAN
