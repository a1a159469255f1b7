"""Locks on files, which end with the process that holds them, however it ends.

A number in a file can be stale, and the system gives the numbers of dead processes to others. A
lock (`flock(2)`) cannot be either: the kernel drops it with the last descriptor of it, which the
children of a process inherit.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from homs_wiki.wiki.local.errors import BusyError

_PAUSE = 0.02  # seconds between two attempts


def try_lock(descriptor: int) -> bool:
    """Lock an open file for this process and its heirs alone; return whether that was possible."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_locked(path: Path) -> bool:
    """Return whether any process holds the lock on a file; one that is not there has none."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        # Shared, so that two who look at the same time do not see each other.
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


@contextmanager
def locked(path: Path, *, patience: float, busy: str) -> Iterator[int]:
    """Hold the lock on a file, made if need be (mode 0600); give its descriptor.

    Args:
        path: the file.
        patience: seconds to wait for whoever holds it.
        busy: the message of :class:`~homs_wiki.wiki.local.errors.BusyError` after that.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        deadline = time.monotonic() + patience
        while not try_lock(descriptor):
            if time.monotonic() > deadline:
                raise BusyError(busy)
            time.sleep(_PAUSE)
        yield descriptor
    finally:
        os.close(descriptor)
