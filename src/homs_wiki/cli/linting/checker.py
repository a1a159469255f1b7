"""Checking one file."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from homs_wiki.cli.linting.choosing import RuleChooser
    from homs_wiki.cli.linting.remembering import Memory
    from homs_wiki.cli.linting.revisions import Revisions
    from homs_wiki.cli.linting.tasks import Before, Task
    from homs_wiki.cli.linting.timings import Stopwatch
    from homs_wiki.cli.subjects import Subject, Subjects
    from homs_wiki.lint.engine import RuleCrash
    from homs_wiki.lint.finding import Finding
    from homs_wiki.source import SourceFile


_TIDY_AFTER = 1 << 22  # code points; collecting takes as long as checking a hundredth of it


class Checked(NamedTuple):
    """What came of checking one file.

    Attributes:
        source: the file.
        findings: what is wrong with it, in the order of the text.
        crashes: the rules that failed.
        language, direction: of its wiki.
        notes: what there was to guess, for the user.
        times: seconds by the names of rules, if they are taken.
    """

    source: SourceFile
    findings: list[Finding]
    crashes: list[RuleCrash] = []  # noqa: RUF012 - never written to
    language: str = ""
    direction: str = ""
    notes: tuple[str, ...] = ()
    times: Mapping[str, float] = {}


class Checker:
    """Checks files, each with the rules that hold for it.

    Attributes:
        subjects: finds the pages.
        chooser: finds the rules for a page.
    """

    __slots__ = ("_memory", "_read", "_revisions", "_stopwatch", "chooser", "subjects")

    def __init__(self, subjects: Subjects, chooser: RuleChooser) -> None:
        self.subjects = subjects
        self.chooser = chooser
        self._read = 0
        self._memory: Memory | None = None
        self._revisions: Revisions | None = None
        self._stopwatch: Stopwatch | None = None

    def check(self, task: Task) -> Checked:
        """Return what is wrong with the page in a file.

        Raises:
            UnreadableError: it cannot be read.
            ArticleFileError, ConfigError, UnknownRuleError, RuleLoadError: its settings are wrong.
        """
        subject = self.subjects.of(task.path)
        checked = self.examine(subject)
        return self.counting(task, subject)(checked) if checked.findings else checked

    def recall(self, task: Task) -> Checked | None:
        """Return what an earlier run found; None if it takes more than that to know it.

        Raises:
            UnreadableError, ArticleFileError, ConfigError: as `check`.
        """
        if self._memory is None or task.before is not None:
            return None
        subject = self.subjects.of(task.path)
        name = self._memory.name(subject)
        return None if name is None else self._memory.recall(name, subject)

    def remember_in(self, folder: Path) -> None:
        """Take results of earlier runs from the cache in a folder, and put new ones there."""
        from homs_wiki.cli.linting.remembering import Memory  # only where it is worth it

        self._memory = Memory(folder, self.subjects.configs, self.chooser)

    def take_times(self) -> None:
        """Take the time of each rule from now on."""
        from homs_wiki.cli.linting.timings import Stopwatch  # seldom wanted

        self._stopwatch = Stopwatch()

    def close(self) -> None:
        """End the processes that were started to read revisions."""
        if self._revisions:
            self._revisions.close()

    def examine(self, subject: Subject) -> Checked:
        """Return what is wrong with a page, whatever task it belongs to; raises as `check`."""
        name = self._memory.name(subject) if self._memory else None
        if self._memory is None or name is None:
            return self._anew(subject)
        checked = self._memory.recall(name, subject)
        if checked is None:
            checked = self._anew(subject)
            self._memory.keep(name, checked)
        return checked

    def _anew(self, subject: Subject) -> Checked:
        from homs_wiki.lint.engine import check

        self._tidy(len(subject.source.text))
        path = subject.origin.path
        rules = self.chooser.rules(path)
        if self._stopwatch:
            running = self._stopwatch.rules(lambda: subject.page, rules)
        else:
            running = rules.on(subject.page)
        page = subject.page
        report = check(page, running, lambda: self.chooser.meanings(path))
        profile = page.profile
        return Checked(
            subject.source,
            report.findings,
            report.crashes,
            profile.language,
            profile.direction,
            tuple(subject.notes),
            self._stopwatch.take() if self._stopwatch else {},
        )

    def _tidy(self, more: int) -> None:
        """Throw away the pages that were read before, once they are many code points together.

        The command lets the collector sleep for long, which is right for one page, not for many.
        """
        self._read += more
        if self._read > _TIDY_AFTER:
            self._read = more
            gc.collect()

    def counting(self, task: Task, subject: Subject) -> Callable[[Checked], Checked]:
        """Return what leaves of a result the findings that count for a task.

        The result may be of any text that the page has now; if the task knows what the page was
        before, those findings count that were not there then.
        """
        old = self._old(task.before, subject.source.name) if task.before else None
        if old is None:
            return _all_count
        from homs_wiki.cli.linting.caused import caused

        was = self.examine(subject.with_text(old))

        def counted(checked: Checked) -> Checked:
            now = checked.source.text
            return checked._replace(
                findings=caused(old.text, now, was.findings, checked.findings),
                crashes=checked.crashes + was.crashes,
            )

        return counted

    def _old(self, before: Before, name: str) -> SourceFile | None:
        if before.blob is None:
            return None
        from homs_wiki.cli.linting.revisions import Revisions

        self._revisions = self._revisions or Revisions()
        return self._revisions.read(before, name, self.subjects.max_size)


def _all_count(checked: Checked) -> Checked:
    return checked
