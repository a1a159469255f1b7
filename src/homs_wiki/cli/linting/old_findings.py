"""The baselines of a run: which there are for which file, and what there is to say of them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from homs_wiki.cli.inputs import STDIN
from homs_wiki.lint.finding import Phrase
from homs_wiki.lint.output.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from homs_wiki.cli.linting.checker import Checked
    from homs_wiki.cli.linting.choosing import RuleChooser
    from homs_wiki.lint.baseline import Baseline
    from homs_wiki.lint.finding import Finding

_WHERE = "say which with --baseline FILE, or “baseline” in the section [lint] of the settings"


class OldFindings:
    """Hides what stands in a baseline.

    Args:
        chooser: knows the settings, which may name a baseline, and the rules.
        named: the one baseline for all files; None for those of the settings.
        writes: whether the baselines are made anew of what is found; they need not be there then.
        partial: whether only a part of what is wrong with a file is looked at, so that nothing
            can be said of old findings that are not found.
    """

    def __init__(
        self, chooser: RuleChooser, named: Path | None, *, writes: bool, partial: bool
    ) -> None:
        self._chooser = chooser
        self._named = named
        self._writes = writes
        self._partial = partial
        self._baselines: dict[Path, Baseline] = {}

    def prepare(self, paths: Iterable[Path]) -> None:
        """Read the baselines of the files of a run, before anything is shown.

        Raises:
            click.UsageError: there is none that could be written.
            BaselineError, ConfigError: one cannot be read, or the settings.
        """
        for path in paths:
            self._of(path)
        if self._writes and not (self._named or self._baselines):
            raise click.UsageError(f"--write-baseline: there is no baseline to write; {_WHERE}")

    def sift(self, path: Path, checked: Checked) -> list[Finding]:
        """Return the findings of a file that are new.

        Raises:
            BaselineError: its baseline cannot be read.
            ConfigError: its settings cannot be read.
        """
        baseline = self._of(path)
        if baseline is None:
            return checked.findings
        unsure = self._partial or bool(checked.crashes)
        not_asked = None if unsure else self._others(path)
        new = baseline.sift(path, checked.source.text, checked.findings, not_asked)
        return [] if self._writes else new

    def _others(self, path: Path) -> frozenset[str]:
        """Return the names of the rules that are not asked about a file."""
        entries = self._chooser.entries(path)
        return frozenset(entry.name for entry in entries) - self._chooser.names(path)

    def _of(self, path: Path) -> Baseline | None:
        """Return the baseline for a file; None if there is none, as for standard input."""
        file = None if path == STDIN else self._named or self._in_settings(path)
        if file is None:
            return None
        if file not in self._baselines:
            from homs_wiki.lint.baseline import Baseline  # only where there is one

            is_new = self._writes and not os.path.lexists(file)
            self._baselines[file] = Baseline(file) if is_new else Baseline.read(file)
        return self._baselines[file]

    def _in_settings(self, path: Path) -> Path | None:
        config = self._chooser.config(path)
        if config.baseline is None or config.folder is None:
            return None
        return config.folder / config.baseline

    def finish(self) -> Iterator[str]:
        """Write the baselines if that is wanted, and yield what there is to say, in sentences.

        Raises:
            BaselineError: one cannot be written.
        """
        for baseline in self._baselines.values():
            if not self._partial:
                baseline.count_missing_files()
            if self._writes:
                added, removed = baseline.added, baseline.gone
                yield Phrase(
                    "{file}: {findings} written ({added} added, {removed} dropped)",
                    file=str(baseline.path),
                    findings=_counted(baseline.write()),
                    added=added,
                    removed=removed,
                )
                continue
            if baseline.hidden:
                yield Phrase(
                    "{findings} not shown ({file})",
                    findings=_counted(baseline.hidden),
                    file=str(baseline.path),
                )
            if baseline.gone:
                yield Phrase(
                    "{findings} no longer found; --write-baseline drops what is gone ({file})",
                    findings=_counted(baseline.gone),
                    file=str(baseline.path),
                )


def _counted(number: int) -> str:
    return count(number, "{n} old finding", "{n} old findings")
