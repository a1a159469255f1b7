"""Data files in TOML, parsed once and kept beside them, as Python keeps its own modules.

Parsing the tables of a wiki takes longer than checking a small page. So what was parsed is written
to ``__pycache__`` in the folder of the file, with its time of change and size, and is taken from
there while these hold. As with modules, nothing is written where Python must not write bytecode or
the folder cannot be written to, and what cannot be read back is parsed again.
"""

import marshal
import os
import sys
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any


def read_toml(path: Path) -> dict[str, Any]:
    """Return what the TOML in a file says.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no TOML in UTF-8.
    """
    status = path.stat()
    stamp = status.st_mtime_ns, status.st_size
    kept = path.parent / "__pycache__" / f"{path.name}.{sys.implementation.cache_tag}"
    found = _kept(kept, stamp)
    if found is None:
        found = tomllib.loads(path.read_bytes().decode())
        if not sys.dont_write_bytecode:
            _keep(kept, stamp, found)
    return found


def _kept(kept: Path, stamp: tuple[int, int]) -> dict[str, Any] | None:
    try:
        of, content = marshal.loads(kept.read_bytes())  # noqa: S302 - ours, as bytecode is
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return content if of == stamp else None


def _keep(kept: Path, stamp: tuple[int, int], content: dict[str, Any]) -> None:
    beside = kept.with_name(f"{kept.name}.{os.getpid()}")
    try:
        kept.parent.mkdir(exist_ok=True)
        beside.write_bytes(marshal.dumps((stamp, content)))
        beside.replace(kept)
    except (OSError, ValueError):  # no place for it, or a date, which has no such form
        with suppress(OSError):
            beside.unlink()
