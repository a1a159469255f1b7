"""One run of the linter over many files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.cli import exits
from homs_wiki.cli.console import Progress, complain
from homs_wiki.cli.crash import BugLog
from homs_wiki.cli.linting import speaking
from homs_wiki.cli.linting.tasks import name_of
from homs_wiki.lint.finding import Severity
from homs_wiki.lint.output.result import FileResult, Summary, Trouble
from homs_wiki.source import HomsWikiError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from homs_wiki.cli.linting.checker import Checked
    from homs_wiki.cli.linting.old_findings import OldFindings
    from homs_wiki.cli.linting.tasks import Item, Work
    from homs_wiki.lint.output.result import Format


class Manner(NamedTuple):
    """How a run speaks and ends.

    Attributes:
        fail_on: the least severity that makes it fail; None if no finding does.
        quiet: whether it says nothing but findings and errors.
        old: hides old findings; None without a baseline.
        timings: whether it says in the end how long each rule took.
    """

    fail_on: Severity | None = Severity.NOTE
    quiet: bool = False
    old: OldFindings | None = None
    timings: bool = False


class Run:
    """One run over many files; they are shown in their order, and only a few are in memory.

    Args:
        shown: how findings are shown.
        write: takes what is to be written.
        manner: how it speaks and ends.
    """

    def __init__(
        self,
        shown: Format,
        write: Callable[[Iterable[str]], None],
        manner: Manner = Manner(),  # noqa: B008 - a tuple
    ) -> None:
        self._shown = shown
        self._write = write
        self._manner = manner
        self._summary = Summary()
        self._bugs = BugLog()
        self._noted: set[str] = set()
        self._times: dict[str, float] = {}

    def over(self, items: Sequence[Item], work: Work) -> int:
        """Check files, show what is found, and return the exit code.

        Args:
            items: what to check, and what cannot be.
            work: does it.

        Raises:
            BaselineError: a baseline cannot be read or written.
        """
        progress = Progress(0 if self._manner.quiet else len(items))
        self._write([self._shown.start()])
        for number, (item, get) in enumerate(work(items), 1):
            progress.at(number, name_of(item))
            result = self._try(item, get)
            if result:
                if result.findings:
                    progress.clear()
                self._write(self._shown.file(result))
        progress.clear()
        self._finish()
        return self._exit_code()

    def _try(self, item: Item, get: Callable[[], Checked]) -> FileResult | None:
        """Return what is found in one file, or None after having said why it cannot be checked."""
        name = name_of(item)
        try:
            checked = get()
        except HomsWikiError as error:
            complain("error", str(error))
            self._trouble(getattr(error, "name", name), str(error))
        except BrokenPipeError:
            raise  # nobody reads any more what a patch or a fixed text is written to
        except Exception as error:  # reading never fails, unless by a bug of ours
            self._trouble(name, self._bugs.add(f"reading {name} failed", error))
        else:
            return self._take(item, checked)
        return None

    def _take(self, item: Item, checked: Checked) -> FileResult:
        name = checked.source.name
        for rule, seconds in checked.times.items():
            self._times[rule] = self._times.get(rule, 0.0) + seconds
        for note in checked.notes:
            # Of many pages the same is guessed: it is said of the first.
            self._note(note, note.removeprefix(f"{name}: "))
        for crash in checked.crashes:
            if isinstance(crash.exception, HomsWikiError):  # a rule of the user's own
                complain("error", f"{name}: {crash.exception}")
                self._trouble(name, str(crash.exception))
            else:
                what = f"the rule {crash.rule} failed on {name}"
                self._trouble(name, self._bugs.add(what, crash.exception))
        findings = checked.findings
        if self._manner.old and not isinstance(item, HomsWikiError):
            findings = self._manner.old.sift(item.path, checked)
        self._summary.add(findings)
        return FileResult(checked.source, findings, checked.language, checked.direction)

    def _note(self, note: str, what: str | None = None) -> None:
        """Tell the user something, unless the same was told before; ``what`` is the same."""
        what = what or note
        if what not in self._noted and not self._manner.quiet:
            self._noted.add(what)
            speaking.note(note)

    def _trouble(self, file: str, message: str) -> None:
        self._summary.troubles.append(Trouble(file, message))

    def _finish(self) -> None:
        if self._manner.old:
            for note in self._manner.old.finish():
                self._note(note)
        self._write([self._shown.end(self._summary)])
        if self._manner.timings:
            from homs_wiki.cli.linting.timings import table

            sys.stdout.flush()
            sys.stderr.writelines(table(self._times, self._summary.files))

    def _exit_code(self) -> int:
        if self._bugs:
            self._bugs.finish()
            return exits.BUG
        if self._summary.troubles:
            return exits.WRONG
        return exits.FINDINGS if self._fails() else exits.CLEAN

    def _fails(self) -> bool:
        """Return whether there are findings of the least severity that counts, or a worse one."""
        least = self._manner.fail_on
        if least is None:
            return False
        counted = list(Severity)[: list(Severity).index(least) + 1]
        return any(self._summary.by_severity[severity] for severity in counted)
