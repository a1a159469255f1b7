"""Checking one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.engine import check

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.linting.choosing import RuleChooser
    from homs_wiki.cli.pages import PageReader
    from homs_wiki.lint.engine import RuleCrash
    from homs_wiki.lint.finding import Finding
    from homs_wiki.source import SourceFile


class Checked(NamedTuple):
    """What came of checking one file."""

    source: SourceFile
    findings: list[Finding]
    crashes: list[RuleCrash]


class Checker:
    """Checks files, each with the rules that hold for it."""

    __slots__ = ("_chooser", "_reader")

    def __init__(self, reader: PageReader, chooser: RuleChooser) -> None:
        self._reader = reader
        self._chooser = chooser

    def check(self, path: Path) -> Checked:
        """Return what is wrong with the page in a file.

        Raises:
            UnreadableError: it cannot be read.
            ArticleFileError, ConfigError, UnknownRuleError, RuleLoadError: its settings are wrong.
        """
        rules = self._chooser.rules(path)
        source, page = self._reader.read(path)
        report = check(page, rules.on(page))
        return Checked(source, report.findings, report.crashes)
