"""A folder of results of earlier runs, for texts that are checked again under equal conditions.

A result lies in a file of its own, named by a hash of everything it depends on. So nothing in the
cache is ever wrong, only no longer asked for, and no run has to wait for another: a file is
written under a name of its own and then renamed, and whoever looks for it sees it whole or not at
all. What cannot be read, or is damaged, counts as not there; what cannot be written is left out:
the cache never makes a run fail.

The files lie in 256 folders by the first two digits of their names. Each of them is kept small by
itself, the files that were not used for the longest time being removed first.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_FOLDER = "lint-results"
_MOST_FILES = 128  # of one of the 256 folders
_MOST_BYTES = 1 << 20
_LARGEST = _MOST_BYTES // 4  # a result; a larger one would push out too many others
_FRESH = 24 * 60 * 60  # seconds for which a file counts as just used
_DIGEST = 16

_TAG = """Signature: 8a477f597d28d172789f06886806bc55
# This folder is a cache of homs-wiki. It can be removed at any time.
"""


def key(parts: Iterable[str | bytes]) -> str:
    """Return the name under which a result is kept that depends on ``parts`` in this order."""
    made = blake2b(digest_size=_DIGEST)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.hexdigest()


class ResultCache:
    """Results of earlier runs, each a JSON value.

    Args:
        folder: where the folder of results is, or is to be made.
    """

    __slots__ = ("_folder", "_writes")

    def __init__(self, folder: Path) -> None:
        self._folder = os.path.join(folder, _FOLDER)  # noqa: PTH118 - asked for with every page
        self._writes = True

    def get(self, name: str) -> Any:
        """Return a result; None if there is none, or its file is damaged."""
        path = self._path(name)
        try:
            with open(path, "rb") as stream:  # noqa: PTH123
                digest, _, data = stream.read().partition(b"\n")
                age = time.time() - os.fstat(stream.fileno()).st_mtime
            if digest != _digest(data):
                return None
            if age > _FRESH:
                os.utime(path)
            return json.loads(data)
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, name: str, value: object) -> None:
        """Keep a result; JSON must be able to hold it."""
        if not self._writes:
            return
        data = json.dumps(value, separators=(",", ":")).encode("ascii")
        if len(data) > _LARGEST:
            return
        path = self._path(name)
        folder = os.path.dirname(path)  # noqa: PTH120
        try:
            self._make(folder)
            _write(path, _digest(data) + b"\n" + data)
            _trim(folder)
        except OSError:
            self._writes = False  # the next one would fare no better

    def _path(self, name: str) -> str:
        return f"{self._folder}{os.sep}{name[:2]}{os.sep}{name[2:]}"

    def _make(self, folder: str) -> None:
        if os.path.isdir(folder):  # noqa: PTH112
            return
        if not os.path.isdir(self._folder):  # noqa: PTH112
            os.makedirs(self._folder, mode=0o700, exist_ok=True)  # noqa: PTH103
            # Programs that make backups, and git, are told to leave it alone.
            _write(os.path.join(self._folder, "CACHEDIR.TAG"), _TAG.encode())  # noqa: PTH118
            _write(os.path.join(self._folder, ".gitignore"), b"*\n")  # noqa: PTH118
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).hexdigest().encode("ascii")


def _write(path: str, data: bytes) -> None:
    """Write a file whole or not at all; a crash of the machine may still damage it."""
    beside = f"{path}.{os.urandom(8).hex()}"
    try:
        with open(beside, "xb") as stream:  # noqa: PTH123
            stream.write(data)
        os.replace(beside, path)  # noqa: PTH105
    except BaseException:
        _remove(beside)
        raise


def _trim(folder: str) -> None:
    """Remove the files of a folder that were not used for the longest time, if it is too large."""
    files = list(_files(folder))
    count, size = len(files), sum(size for _, size, _ in files)
    if count <= _MOST_FILES and size <= _MOST_BYTES:
        return
    for _, its_size, path in sorted(files):
        # Some more than need be: the next result comes soon.
        if count <= _MOST_FILES * 3 // 4 and size <= _MOST_BYTES * 3 // 4:
            break
        _remove(path)
        count, size = count - 1, size - its_size


def _files(folder: str) -> Iterator[tuple[float, int, str]]:
    """Yield when each file of a folder was used last, its size, and its path."""
    with os.scandir(folder) as entries:
        for entry in entries:
            try:
                found = entry.stat()
            except OSError:
                continue  # another run has removed it
            yield found.st_mtime, found.st_size, entry.path


def _remove(path: str) -> None:
    with suppress(OSError):  # another run was faster, or may what we may not
        os.unlink(path)  # noqa: PTH108
