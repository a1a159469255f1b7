"""Data files in TOML, parsed once and kept beside them, as Python keeps its own modules.

Parsing the tables of a wiki takes longer than checking a small page. What was parsed holds while
the file's time of change and its size do.
"""

from pathlib import Path
from typing import Any

from homs_wiki.source.kept import keep, kept


def read_toml(path: Path) -> dict[str, Any]:
    """Return what the TOML in a file says.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no TOML in UTF-8.
    """
    status = path.stat()
    stamp = status.st_mtime_ns, status.st_size
    found: dict[str, Any] | None = kept(path, stamp)
    if found is None:
        import tomllib

        found = tomllib.loads(path.read_bytes().decode())
        keep(path, stamp, found)
    return found
