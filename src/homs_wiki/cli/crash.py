"""Bugs of ours: a log for us, a word and its place for the user, never a traceback."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from homs_wiki.cli.console import complain

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 100  # entries of a log; a rule that fails on every page says nothing new after that


class BugLog:
    """The bugs that show in one run; false if there are none."""

    __slots__ = ("_entries",)

    def __init__(self) -> None:
        self._entries: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._entries)

    def add(self, what: str, error: BaseException) -> str:
        """Take in that ``what`` failed with ``error``, tell the user, and return what was said.

        The traceback is kept as text, so that nothing of the page stays in memory.
        """
        from traceback import format_exception

        said = f"{what}: {type(error).__name__}: {str(error)[:200]}"
        complain("bug", said)
        if len(self._entries) < _MOST:
            self._entries.append(f"{what}\n{''.join(format_exception(error))}")
        return said

    def finish(self) -> None:
        """Write the log and tell the user where it is."""
        try:
            place = f"the log is {_write(self._entries)}"
        except OSError as error:
            place = f"its log could not be written: {error}"
        complain("bug", f"please report this to the makers of homs-wiki; {place}")


def _write(entries: list[str]) -> Path:
    # Nothing of this is wanted in a run without a bug.
    import platform
    from datetime import UTC, datetime
    from importlib.metadata import version

    from platformdirs import user_log_path

    now = datetime.now(UTC).astimezone()
    path: Path = user_log_path("homs-wiki", ensure_exists=True) / f"{now:%Y-%m-%d-%H%M%S-%f}.log"
    facts = [
        now.isoformat(),
        f"homs-wiki {version('homs-wiki')}",
        f"Python {platform.python_version()}, {platform.platform()}",
        f"arguments: {sys.argv[1:]!r}",
    ]
    path.write_text("\n\n".join(["\n".join(facts), *entries]), "utf-8", "backslashreplace")
    return path
