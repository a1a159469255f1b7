"""What can go wrong with a rule of one's own once it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.source import HomsWikiError

if TYPE_CHECKING:
    from types import TracebackType

_LONGEST = 300


class OwnRuleError(HomsWikiError):
    """A rule of one's own failed on a page: its makers' mistake, not a bug of ours.

    The rule stops on that page; what it found before counts, and the other rules run.
    """


def described(error: BaseException, file: str) -> str:
    """Return an exception in words, with the last line of ``file`` that it came through."""
    line = error.lineno if isinstance(error, SyntaxError) else _line_in(file, error.__traceback__)
    said = str(error.msg if isinstance(error, SyntaxError) else error)[:_LONGEST]
    where = f" (line {line})" if line else ""
    return f"{type(error).__name__}: {said}{where}" if said else f"{type(error).__name__}{where}"


def _line_in(file: str, trace: TracebackType | None) -> int | None:
    line = None
    while trace:
        if trace.tb_frame.f_code.co_filename == file:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
