"""How findings are shown where the command line asks for less than all of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.cli.linting.options import RunOptions
    from homs_wiki.lint.output.result import FileResult, Format, Summary

STATISTICS_VERSION = 1
"""Grows when a field of the JSON changes its meaning or goes away."""


def choose_format(name: str, options: RunOptions, shown: Format) -> Format:
    """Return the format to use: ``shown``, or one that shows less.

    Args:
        name: what ``shown`` is called.
        options: what the command line says.
        shown: how findings are shown otherwise.

    Raises:
        click.UsageError: the format has no statistics.
    """
    if options.statistics:
        if name not in ("text", "json"):
            raise click.UsageError("--statistics goes with --format text and json only")
        shown = _JsonStatistics() if name == "json" else _Statistics(shown)
    return _FindingsOnly(shown) if options.quiet and name == "text" else shown


class _FindingsOnly:
    """Another format without its summary."""

    __slots__ = ("_shown",)

    def __init__(self, shown: Format) -> None:
        self._shown = shown

    def start(self) -> str:
        return self._shown.start()

    def file(self, result: FileResult) -> Iterator[str]:
        return self._shown.file(result)

    def end(self, summary: Summary) -> str:  # noqa: ARG002 - nothing of it is said
        return self._shown.counts() if isinstance(self._shown, _Statistics) else ""


class _Counts:
    """Counts findings by rule instead of showing them."""

    def __init__(self) -> None:
        self._found: Counter[str] = Counter()
        self._fixable: Counter[str] = Counter()

    def file(self, result: FileResult) -> Iterator[str]:
        for finding in result.findings:
            self._found[finding.rule] += 1
            self._fixable[finding.rule] += finding.fix is not None and finding.fix.safe
        return iter(())

    def _rows(self) -> list[tuple[str, int, int]]:
        """Return each rule with how many findings and safe fixes it has, the most first."""
        return [
            (rule, count, self._fixable[rule])
            for rule, count in sorted(self._found.items(), key=lambda item: (-item[1], item[0]))
        ]


class _Statistics(_Counts):
    """A table for people, before the summary of another format."""

    def __init__(self, shown: Format) -> None:
        super().__init__()
        self._shown = shown

    def start(self) -> str:
        return self._shown.start()

    def counts(self) -> str:
        """Return the table."""
        return "".join(
            f"{count:>7}  {rule}{_fixable(fixable)}\n" for rule, count, fixable in self._rows()
        )

    def end(self, summary: Summary) -> str:
        return f"{self.counts()}{self._shown.end(summary)}"


def _fixable(number: int) -> str:
    from homs_wiki.lint.output import words

    return f"  ({words.count(number, '{n} can be fixed', '{n} can be fixed')})" if number else ""


class _JsonStatistics(_Counts):
    """The same for programs."""

    def start(self) -> str:
        return ""

    def end(self, summary: Summary) -> str:
        from homs_wiki.source.visible import as_json

        rules = [
            {"rule": rule, "findings": count, "fixable": fixable}
            for rule, count, fixable in self._rows()
        ]
        errors = [
            {"file": trouble.file, "message": trouble.message} for trouble in summary.troubles
        ]
        whole = {
            "version": STATISTICS_VERSION,
            "statistics": rules,
            "files": summary.files,
            "errors": errors,
        }
        return f"{as_json(whole)}\n"
