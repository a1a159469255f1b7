"""Writing to the terminal: what may be coloured, and words to the user beside the output."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from homs_wiki.source.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable


_CLEAR = "\r\x1b[K"


def complain(kind: str, message: str) -> None:
    """Write ``kind: message`` to standard error, nothing in it able to disturb the terminal."""
    write_aside(f"{kind}: {visible(message)}")


def write_aside(line: str) -> None:
    """Write a line, which must be safe to show, to standard error."""
    clear = _CLEAR if _is_terminal(sys.stderr) else ""  # there may be a line of progress
    sys.stderr.write(f"{clear}{line}\n")


def shows_colour(stream: TextIO) -> bool:
    """Return whether ``stream`` is a terminal whose user does not refuse colour (no-color.org)."""
    return _is_terminal(stream) and not os.environ.get("NO_COLOR")


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def write_for_machines(text: Iterable[str]) -> None:
    """Write to standard output in UTF-8 whatever the locale: JSON and CSV are read as that."""
    sys.stdout.flush()
    sys.stdout.buffer.writelines(piece.encode("utf-8", "backslashreplace") for piece in text)


def write_for_people(text: Iterable[str]) -> None:
    """Write to standard output; what its encoding cannot hold is written as an escape."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")
    sys.stdout.writelines(text)


class Progress:
    """One line on standard error that says how far many files have got; only on a terminal."""

    __slots__ = ("_shown", "_total")

    _FEW = 10  # so few files are done before anyone wonders

    def __init__(self, total: int) -> None:
        self._total = total if total > self._FEW and _is_terminal(sys.stderr) else 0
        self._shown = False

    def at(self, number: int, name: str) -> None:
        """Show that file ``number``, counted from 1, is being checked."""
        if self._total:
            sys.stderr.write(f"{_CLEAR}[{number}/{self._total}] {visible(name)[-60:]}")
            sys.stderr.flush()
            self._shown = True

    def clear(self) -> None:
        """Take the line away, before anything else is written."""
        if self._shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
            self._shown = False
