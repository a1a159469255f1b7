"""What takes long to work out, kept from run to run beside the file that it comes of.

As Python keeps its modules: in ``__pycache__`` of the file's folder, with a stamp that tells for
what it holds. Nothing is written where Python must not write bytecode or the folder cannot be
written to, and what is damaged counts as not there.
"""

import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

Stamp = tuple[Any, ...]
"""For what a content holds: equal only as long as nothing has changed that it depends on."""


def kept(file: Path, stamp: Stamp) -> Any | None:
    """Return what is kept for ``file`` under ``stamp``; None if there is nothing."""
    try:
        of, content = marshal.loads(_place(file).read_bytes())  # noqa: S302 - ours, as bytecode is
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return content if of == stamp else None


def keep(file: Path, stamp: Stamp, content: Any) -> None:
    """Keep ``content`` for ``file`` if it is made of the types that `marshal` knows."""
    if sys.dont_write_bytecode:
        return
    place = _place(file)
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(exist_ok=True)
        beside.write_bytes(marshal.dumps((stamp, content)))
        beside.replace(place)
    except (OSError, ValueError):
        with suppress(OSError):
            beside.unlink()


def _place(file: Path) -> Path:
    return file.parent / "__pycache__" / f"{file.name}.{sys.implementation.cache_tag}"
