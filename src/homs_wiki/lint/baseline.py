"""The baseline: a file of old findings, so that only new ones are shown.

It is text, UTF-8, one JSON value a line: so a finding more or less is a line more or less in a
diff, and git can merge it. The first line says what the file is; each other is a finding::

    {"format": "homs-wiki baseline", "version": 1}
    {"file": "pages/homs.wiki", "rule": "repeated-word", "fingerprint": "3f0a…"}

Paths are relative to the folder of the baseline, with slashes; a fingerprint is made by
`homs_wiki.lint.fingerprint`, so an old finding is known again after its line has moved. The lines
are sorted by file, rule and fingerprint: the same findings always give the same bytes.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Final

from homs_wiki.lint.fingerprint import fingerprints
from homs_wiki.source import HomsWikiError
from homs_wiki.source.files import write_atomic
from homs_wiki.source.visible import as_json

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence
    from pathlib import Path

    from homs_wiki.lint.finding import Finding

FORMAT: Final = "homs-wiki baseline"
VERSION: Final = 1
"""Grows when older programs could not read the file any more."""

_FIELDS = ("file", "rule", "fingerprint")


class BaselineError(HomsWikiError):
    """A baseline that cannot be read or written, or is damaged."""


class Baseline:
    """Old findings, and what has become of them in this run.

    Attributes:
        path: the file it is kept in.
        hidden: how many findings of this run it has hidden.
        added: how many findings of this run it did not know.
        gone: how many of its findings are no longer found.
    """

    def __init__(self, path: Path, entries: dict[str, dict[str, str]] | None = None) -> None:
        self.path = path
        self.hidden = 0
        self.added = 0
        self.gone = 0
        self._entries = entries or {}  # file → fingerprint → rule
        self._now: dict[str, dict[str, str]] = {}  # the same of the files that were checked
        self._folder = os.path.abspath(path.parent)  # noqa: PTH100 - "..", but no links

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """Return the baseline in a file.

        Raises:
            BaselineError: there is none, it cannot be read, or is no baseline.
        """
        try:
            # Only LF ends a line: names of files may hold anything else.
            lines = path.read_bytes().decode("utf-8-sig").split("\n")
        except FileNotFoundError as error:
            raise BaselineError(
                f"{path}: there is no such baseline; --write-baseline makes it"
            ) from error
        except OSError as error:
            raise BaselineError(f"{path}: cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise _damaged(path, 1 + error.object.count(b"\n", 0, error.start)) from error
        _check_header(path, lines[0])
        entries: dict[str, dict[str, str]] = {}
        for file, rule, fingerprint in _read(path, lines[1:]):
            entries.setdefault(file, {})[fingerprint] = rule
        return cls(path, entries)

    def name(self, path: Path) -> str:
        """Return what the baseline calls a file."""
        absolute = os.path.abspath(path)  # noqa: PTH100
        try:
            relative = os.path.relpath(absolute, self._folder)
        except ValueError:  # on another drive
            relative = absolute
        return relative.replace(os.sep, "/")

    def sift(
        self,
        path: Path,
        text: str,
        findings: Sequence[Finding],
        not_asked: Container[str] | None = (),
    ) -> list[Finding]:
        """Return those of a file's findings that are new, and remember all of them.

        Args:
            path: the file.
            text: what was checked.
            findings: everything found in it, in the order of the text.
            not_asked: the rules that did not run, whose old findings may still be there; None if
                it is not known what became of any old finding.
        """
        name = self.name(path)
        old = self._entries.get(name, {})
        now = {
            mark: finding.rule
            for mark, finding in zip(fingerprints(text, findings), findings, strict=True)
        }
        new = [finding for mark, finding in zip(now, findings, strict=True) if mark not in old]
        kept = {mark: rule for mark, rule in old.items() if not_asked is None or rule in not_asked}
        self.hidden += len(findings) - len(new)
        self.added += len(new)
        self.gone += sum(mark not in now and mark not in kept for mark in old)
        self._now[name] = kept | now
        return new

    def count_missing_files(self) -> None:
        """Count the old findings in files that are no longer there as gone, and forget them."""
        for name in [name for name in self._entries if name not in self._now]:
            if not os.path.lexists(os.path.join(self._folder, name)):  # noqa: PTH118
                self.gone += len(self._entries.pop(name))

    def write(self) -> int:
        """Write what was found, beside the old findings of files that were not checked.

        Returns:
            How many findings the file now has.

        Raises:
            BaselineError: it cannot be written; what stood there before still does.
        """
        entries = sorted(
            (file, rule, mark)
            for file, marks in (self._entries | self._now).items()
            for mark, rule in marks.items()
        )
        lines = [as_json({"format": FORMAT, "version": VERSION})]
        lines += [as_json(dict(zip(_FIELDS, entry, strict=True))) for entry in entries]
        try:
            write_atomic(self.path, "".join(f"{line}\n" for line in lines).encode("utf-8"))
        except OSError as error:
            raise BaselineError(f"{self.path}: cannot be written: {error.strerror}") from error
        return len(entries)


def _check_header(path: Path, line: str) -> None:
    try:
        header = json.loads(line)
    except ValueError as error:
        raise _damaged(path, 1) from error
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise _damaged(path, 1)
    version = header.get("version")
    if version != VERSION:
        raise BaselineError(
            f"{path}: this baseline is of version {version!r}, and this homs-wiki knows only "
            f"{VERSION}: it was made by another homs-wiki"
        )


def _read(path: Path, lines: list[str]) -> Iterator[tuple[str, str, str]]:
    for number, line in enumerate(lines, 2):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            file, rule, fingerprint = (entry[field] for field in _FIELDS)
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise _damaged(path, number) from error
        if not all(isinstance(value, str) for value in (file, rule, fingerprint)):
            raise _damaged(path, number)
        yield file, rule, fingerprint


def _damaged(path: Path, line: int) -> BaselineError:
    return BaselineError(
        f"{path}: line {line} is no line of a baseline; mend it (a merge may have left its marks "
        "there), or remove the file and let --write-baseline make it anew"
    )
