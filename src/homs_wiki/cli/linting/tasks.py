"""What there is to do in a run: files to check, and who does it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from homs_wiki.cli.linting.checker import Checked, Checker

    Job = tuple["Item", Callable[[], Checked]]
    """An item with what gives its result, or raises what kept it from being done."""

    Work = Callable[[Iterable["Item"]], Iterator[Job]]
    """Gives the jobs of items, in their order."""


class Before(NamedTuple):
    """A page as it was in a revision.

    Attributes:
        place: a folder in the repository, to run git there; None for the current one.
        blob: the full name of its content; None if it was not there.
    """

    place: Path | None
    blob: str | None


class Task(NamedTuple):
    """A file to check.

    Attributes:
        path: the file.
        before: what it was; None if everything found in it counts.
    """

    path: Path
    before: Before | None = None


Item = Task | UnreadableError
"""A file to check, or why there is none."""


def name_of(item: Item) -> str:
    """Return the name of a file for people."""
    return item.name if isinstance(item, UnreadableError) else str(item.path)


def weigh(items: Iterable[Item], least: int) -> bool:
    """Return whether the files that are to be checked have at least so many bytes together."""
    total = 0
    for item in items:
        if isinstance(item, Task):
            try:
                total += os.stat(item.path).st_size  # noqa: PTH116 - there may be very many
            except OSError:
                continue  # reading it says why
            if total >= least:
                return True
    return False


def one_by_one(checker: Checker) -> Work:
    """Return the work that does one item after the other in this process."""

    def work(items: Iterable[Item]) -> Iterator[Job]:
        for item in items:
            yield item, partial(_do, checker, item)

    return work


def _do(checker: Checker, item: Item) -> Checked:
    if isinstance(item, UnreadableError):
        raise item
    return checker.check(item)
