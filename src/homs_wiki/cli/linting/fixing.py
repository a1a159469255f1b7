"""Fixing files instead of only checking them: ``lint --fix`` and its kin.

A file is fixed in memory, proved (`homs_wiki.lint.fixes`), and then written whole, unless somebody
else changed it meanwhile. What is left in it is shown as in a run that only checks.
"""

from __future__ import annotations

import sys
from functools import cached_property, partial
from typing import TYPE_CHECKING

from homs_wiki.cli.inputs import STDIN
from homs_wiki.cli.patching import replace, show_patch, write_bytes
from homs_wiki.lint.discovery import families
from homs_wiki.lint.engine import RuleCrash
from homs_wiki.lint.finding import Phrase
from homs_wiki.lint.fixes import Fixer
from homs_wiki.lint.output import words
from homs_wiki.source import HomsWikiError, LineIndex, SourceFile, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from homs_wiki.cli.linting.checker import Checked, Checker
    from homs_wiki.cli.linting.fix_options import FixOptions
    from homs_wiki.cli.linting.interactive import Interview
    from homs_wiki.cli.linting.tasks import Item, Job, Task, Work
    from homs_wiki.cli.subjects import Subject
    from homs_wiki.lint.discovery import RuleEntry
    from homs_wiki.lint.exclusion import Refusal
    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.fixes import FixDefectError, Mended
    from homs_wiki.lint.output.result import FileResult, Format, Summary
    from homs_wiki.page import Page


class Fixing:
    """How a run fixes files.

    Args:
        options: what the command line says.
        paths: what it is to fix.
        for_people: whether the findings are for people; programs read nothing else among them.
        quiet: whether nothing is said about how much was fixed.

    Raises:
        click.UsageError: questions are to be asked, and there is no terminal.
    """

    def __init__(
        self, options: FixOptions, paths: Iterable[Path], *, for_people: bool, quiet: bool = False
    ) -> None:
        self._options = options
        self._filters = STDIN in paths and not options.diff
        self._for_people = for_people
        self._quiet = quiet
        self._interview = _interview() if options.interactive else None
        self._made = 0
        self._left = 0

    def work(self, checker: Checker) -> Work:
        """Return the work that fixes one item after the other."""
        return partial(self._jobs, checker)

    def _jobs(self, checker: Checker, items: Iterable[Item]) -> Iterator[Job]:
        for item in items:
            yield item, partial(self._do, checker, item)

    def shown(self, shown: Format) -> Format:
        """Return how findings are shown: to people with how much was fixed at the end.

        With a patch they are not shown at all.
        """
        if self._options.diff:
            return _Nothing()
        return _Shown(shown, self._said) if self._for_people else shown

    def tell(self) -> None:
        """Say on standard error how much was fixed, unless `shown` has, or findings are there.

        To be called when all else is written: on a terminal both are the same place.
        """
        apart = self._options.diff or not (self._for_people or self._filters)
        if apart and (said := self._said()):
            sys.stdout.flush()
            sys.stderr.write(f"{said}\n")

    def _said(self) -> str:
        total = self._made + self._left
        if self._quiet or not total:
            return ""
        findings = words.findings(total)
        if self._options.diff:
            return words.say("Would fix {made} of {findings}", made=self._made, findings=findings)
        return words.say("Fixed {made} of {findings}", made=self._made, findings=findings)

    def writer(self, write: Callable[[Iterable[str]], None]) -> Callable[[Iterable[str]], None]:
        """Return what takes the findings: ``write``, unless its place is for the fixed text."""
        return _write_aside if self._filters else write

    def _do(self, checker: Checker, item: Item) -> Checked:
        """Fix one file, and return what is left in it."""
        if isinstance(item, UnreadableError):
            raise item
        subject = checker.subjects.of(item.path)
        texts = _Texts(checker, subject, item)
        if refusal := self._refusal(subject):
            return self._left_alone(subject, texts, refusal)
        mended = self._mend(texts)
        data, source = _edited(subject.source, mended)
        if self._options.diff:
            show_patch(subject.source, subject.page, source, mended.page)
        elif item.path == STDIN:
            write_bytes(data)
        elif mended.made:
            replace(item.path, data, subject.source.edited([]), "none of its fixes was made")
        self._made += len(mended.made)
        self._left += len(mended.findings)
        return texts.checked._replace(
            source=subject.source if self._options.diff else source,
            findings=list(texts.checked.findings if self._options.diff else mended.findings),
            crashes=[
                *texts.crashes.values(),
                *map(_crash_of, mended.defects),
            ],
        )

    def _refusal(self, subject: Subject) -> Refusal | None:
        """Return why a page is to be left alone; never if a person decides on every fix."""
        if self._options.fix_anyway or self._interview:
            return None
        from homs_wiki.lint.exclusion import edit_allowed

        return edit_allowed(subject.page)

    def _left_alone(self, subject: Subject, texts: _Texts, refusal: Refusal) -> Checked:
        checked = texts.checked
        source = subject.source
        if self._filters:
            write_bytes(source.edited([]))
        self._left += len(checked.findings)
        line = LineIndex(source.text).position(refusal.span.start).line
        note = Phrase(
            "{file}:{line}: nothing is fixed on this page: {reason}; "
            "--fix-anyway does it all the same",
            file=source.name,
            line=line,
            reason=refusal.reason,
        )
        return checked._replace(notes=(*checked.notes, note))

    def _mend(self, texts: _Texts) -> Mended:
        fixer = Fixer(texts.read, texts.check, texts.touches)
        if self._interview:
            return self._interview.settle(texts.name, fixer, texts.page, texts.checked.findings)
        unsafe = self._options.unsafe_fixes
        return fixer.settle(texts.page, texts.checked.findings, unsafe=unsafe)


def _crash_of(defect: FixDefectError) -> RuleCrash:
    """Return a fix that was undone: a bug of ours, unless the rule is the user's own."""
    if any(defect.rule in names for names in families().values()):
        return RuleCrash(defect.rule, defect)
    said = f"the fixes of the rule {defect.rule} were undone: {defect}"
    return RuleCrash(defect.rule, HomsWikiError(said))


def _interview() -> Interview:
    from homs_wiki.cli.linting.interactive import Interview, Terminal  # seldom wanted

    return Interview(Terminal())


class _Texts:
    """Reads and checks what a page becomes while it is fixed.

    Of what is found, only those findings count that count for the task: others are not fixed.

    Attributes:
        checked: what was found at first.
        crashes: the rules that failed on one of the texts, each once.
    """

    def __init__(self, checker: Checker, subject: Subject, task: Task) -> None:
        self._checker = checker
        self._subject = subject
        self._counted = checker.counting(task, subject)
        self.crashes: dict[str, RuleCrash] = {}
        self.checked = self._examine(subject)

    @property
    def name(self) -> str:
        """What the file is called."""
        return self._subject.source.name

    @property
    def page(self) -> Page:
        """The page at first."""
        return self._subject.page

    def read(self, text: str) -> Page:
        """Return the page with another text."""
        from homs_wiki import page, syntax

        before = self.page
        return page.read(syntax.parse(text, before.profile), before.title)

    def check(self, page: Page) -> Sequence[Finding]:
        """Return what is wrong with a page that `read` made."""
        subject = self._subject.with_text(SourceFile(self.name, page.text.encode()))
        subject.page = page  # as it was read: what had to be guessed is not guessed again
        return self._examine(subject).findings

    def _examine(self, subject: Subject) -> Checked:
        checked = self._counted(self._checker.examine(subject))
        for crash in checked.crashes:
            self.crashes.setdefault(crash.rule, crash)
        return checked

    def touches(self, rule: str) -> frozenset[str]:
        """Return what the fixes of a rule may touch."""
        return self._entries[rule].load().touches

    @cached_property
    def _entries(self) -> dict[str, RuleEntry]:
        entries = self._checker.chooser.entries(self._subject.origin.path)
        return {entry.name: entry for entry in entries}


def _edited(source: SourceFile, mended: Mended) -> tuple[bytes, SourceFile]:
    """Return the bytes of a file with its fixes made, and the file that they are."""
    data = source.edited([])
    for edits in mended.rounds:
        data = source.edited(edits)
        source = SourceFile(source.name, data)
    if source.text != mended.page.text:
        raise RuntimeError("the fixed file would not be the text that was proved")
    return data, source


def _write_aside(text: Iterable[str]) -> None:
    """Write to standard error; what its encoding cannot hold is written as an escape."""
    sys.stderr.writelines(text)


class _Shown:
    """Another format that says at its end how much was fixed; a text for people.

    Args:
        shown: the other format.
        said: gives the sentence; empty for none.
    """

    def __init__(self, shown: Format, said: Callable[[], str]) -> None:
        self._shown = shown
        self._said = said

    def start(self) -> str:
        return self._shown.start()

    def file(self, result: FileResult) -> Iterator[str]:
        return self._shown.file(result)

    def end(self, summary: Summary) -> str:
        end, said = self._shown.end(summary), self._said()
        blank = "\n" if end.startswith("\n") else ""
        return f"{blank}{said}\n{end.removeprefix(blank)}" if said else end


class _Nothing:
    """The format of a run that writes a patch: no findings."""

    def start(self) -> str:
        return ""

    def file(self, _: FileResult) -> Iterator[str]:
        return iter(())

    def end(self, _: Summary) -> str:
        return ""
