"""Comparing pairs of pages one after the other, and showing what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.cli import exits
from homs_wiki.cli.console import Progress, complain
from homs_wiki.cli.crash import BugLog
from homs_wiki.cli.revisions.versions import Pair
from homs_wiki.diff import Comparison, compare
from homs_wiki.diff.output import ComparedFile, Trouble
from homs_wiki.diff.text import TextDiff
from homs_wiki.source import HomsWikiError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from homs_wiki.cli.pages import PageReader
    from homs_wiki.cli.revisions.versions import Version
    from homs_wiki.diff.changes import Change
    from homs_wiki.diff.output import Format
    from homs_wiki.source import SourceFile


class _TextOnly(Comparison):
    """A comparison that shows no changes in an editor's terms."""

    @property
    def changes(self) -> list[Change]:
        """None of them."""
        return []


class _ChangesOnly(Comparison):
    """A comparison that shows no lines."""

    def __init__(self, whole: Comparison) -> None:
        super().__init__(whole.old, whole.new)
        self._whole = whole

    @property
    def text(self) -> TextDiff:
        """No lines at all."""
        return TextDiff(self._whole.text.old, self._whole.text.new, [])

    @property
    def changes(self) -> list[Change]:
        """What changed."""
        return self._whole.changes


VIEWS: dict[str, Callable[[Comparison], Comparison]] = {
    "both": lambda whole: whole,
    "text": lambda whole: _TextOnly(whole.old, whole.new),
    "changes": _ChangesOnly,
}
"""What can be shown of a comparison."""


class Run:
    """One run over pairs of pages; only one of them is in memory at a time.

    Args:
        shown: the output format.
        write: takes what the format gives.
        reader: reads the pages.
        view: one of `VIEWS`.

    Attributes:
        compared: how many pairs could be compared so far, equal ones too.
    """

    def __init__(
        self,
        shown: Format,
        write: Callable[[Iterable[str]], None],
        reader: PageReader,
        view: str = "both",
    ) -> None:
        self._shown = shown
        self._write = write
        self._reader = reader
        self._view = VIEWS[view]
        self._troubles: list[Trouble] = []
        self._bugs = BugLog()
        self._differs = False
        self.compared = 0

    def over(self, pairs: Iterable[Pair | UnreadableError]) -> int:
        """Compare the pairs, show what differs, and return the exit code."""
        todo = list(pairs)
        progress = Progress(len(todo))
        self._write([self._shown.start()])
        for number, pair in enumerate(todo, 1):
            progress.at(number, pair.name if isinstance(pair, UnreadableError) else pair.new_name)
            compared = self._try(pair)
            if compared:
                self._differs = True
                progress.clear()
                self._show(compared)
        progress.clear()
        self._write([self._shown.finish(self._troubles)])
        return self._exit_code()

    def _show(self, compared: ComparedFile) -> None:
        try:
            self._write(list(self._shown.file(compared)))
        except (OSError, HomsWikiError):
            raise
        except Exception as error:  # comparing never fails, unless by a bug of ours
            self._bug(compared.name, error)

    def _try(self, pair: Pair | UnreadableError) -> ComparedFile | None:
        """Return two pages compared; None if nothing differs, or after having said why not."""
        try:
            if isinstance(pair, UnreadableError):
                raise pair
            return self._compare(pair)
        except HomsWikiError as error:
            complain("error", str(error))
            fallback = pair.name if isinstance(pair, UnreadableError) else pair.new_name
            self._troubles.append(Trouble(getattr(error, "name", fallback), str(error)))
        except Exception as error:
            self._bug(pair.new_name if isinstance(pair, Pair) else pair.name, error)
        return None

    def _bug(self, name: str, error: Exception) -> None:
        self._troubles.append(Trouble(name, self._bugs.add(f"comparing {name} failed", error)))

    def _compare(self, pair: Pair) -> ComparedFile | None:
        """Return two pages compared, or None if they are the same to the last byte and name."""
        old, new = self._load(pair.old), self._load(pair.new)
        self.compared += 1
        same = old and new and (old.original, old.has_bom) == (new.original, new.has_bom)
        if same and not pair.renamed:
            return None
        sides = ((pair.new, new), (pair.old, old))
        there = [(side.path, source) for side, source in sides if side and source]
        profile = self._reader.profile(there)
        old_page, new_page = (
            self._reader.version(side.path, source, profile) if side and source else None
            for side, source in ((pair.old, old), (pair.new, new))
        )
        return ComparedFile(
            pair.old_name,
            pair.new_name,
            old,
            new,
            self._view(compare(old_page, new_page)),
            pair.old_label,
            pair.new_label,
            pair.renamed,
        )

    def _load(self, side: Version | None) -> SourceFile | None:
        return side.load(self._reader.max_size) if side else None

    def _exit_code(self) -> int:
        if self._bugs:
            self._bugs.finish()
            return exits.BUG
        if self._troubles:
            return exits.WRONG
        return exits.FINDINGS if self._differs else exits.CLEAN
