"""Reading pages from files and writing them back, with nothing else changed.

MediaWiki stores LF line ends, so a page is read with LF and every reader here sees LF; what the
file really has (a byte order mark, CRLF, a mixture, no final newline) is remembered and comes
back on writing, also around an edit.
"""

import os
from bisect import bisect_left
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from homs_wiki.source.edit import Edit, apply_edits
from homs_wiki.source.errors import HomsWikiError
from homs_wiki.source.patterns import compiled

DEFAULT_LIMIT = 8 * 1024 * 1024
"""The largest file that is read unless asked otherwise, in bytes; MediaWiki's own page limit is
2 MiB."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_CARRIAGE_RETURN = compiled(r"\r\n?")
_CRLF = compiled(r"\r\n")
_LINE_END = compiled(r"\r\n?|\n")


class UnreadableError(HomsWikiError):
    """A file that cannot be read as wikitext; ``offset`` is the bad byte's place, if one is bad."""

    def __init__(self, name: str, problem: str, offset: int | None = None) -> None:
        super().__init__(f"{name}: {problem}")
        self.name = name
        self.offset = offset


class ChangedMeanwhileError(HomsWikiError):
    """Somebody else wrote a file after it was read, and it is not to be overwritten."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: was changed by someone else meanwhile, and is left as it is now")
        self.name = name


class SourceFile:
    """A page as it stands in a file.

    Attributes:
        name: what to call the file in messages.
        text: the wikitext, without a byte order mark, every line end as LF.
        original: the same with the file's own line ends.
        has_bom: whether the file begins with a byte order mark.
    """

    __slots__ = ("__dict__", "has_bom", "name", "original", "text")

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.has_bom = data.startswith(_BYTE_ORDER_MARK)
        self.original = _decode(name, data, len(_BYTE_ORDER_MARK) if self.has_bom else 0)
        self.text = (
            _CARRIAGE_RETURN.sub("\n", self.original) if "\r" in self.original else self.original
        )

    @cached_property
    def _folded(self) -> list[int]:
        """Offsets in ``text`` of the line ends that take two characters in ``original``."""
        crlf = (match.start() for match in _CRLF.finditer(self.original))
        return [start - before for before, start in enumerate(crlf)]

    @cached_property
    def newline(self) -> str:
        """The line end that new lines get: that of the first line, LF if there is none."""
        first = _LINE_END.search(self.original)
        return first.group() if first else "\n"

    def file_offset(self, offset: int) -> int:
        """Return where the code point at ``offset`` of ``text`` stands in ``original``."""
        return offset + bisect_left(self._folded, offset)

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """Return the file's bytes with ``edits`` (offsets of ``text``) made, nothing else changed.

        New lines get the file's `newline`. Where an edit brings a line end CR before one that is
        LF, they would be one: the first becomes CRLF then.

        Raises:
            OverlapError: two edits overlap.
        """
        moved = [
            Edit(self.file_offset(start), self.file_offset(end), text.replace("\n", self.newline))
            for start, end, text in edits
        ]
        body = apply_edits(self.original, moved)
        if "\r" in body:
            body = _with_line_ends_apart(self.original, moved)
        data = body.encode("utf-8")
        return _BYTE_ORDER_MARK + data if self.has_bom else data


def _with_line_ends_apart(original: str, edits: list[Edit]) -> str:
    """Make edits that do not overlap, no CR and LF that were two line ends becoming one."""
    pieces: list[str] = []
    done = 0
    for start, end, text in sorted(edits, key=lambda edit: edit[:2]):
        pieces += (original[done:start], text)
        done = end
    pieces.append(original[done:])
    apart: list[str] = []
    for piece in filter(None, pieces):
        if apart and apart[-1].endswith("\r") and piece.startswith("\n"):
            apart.append("\n")
        apart.append(piece)
    return "".join(apart)


def _decode(name: str, data: bytes, start: int) -> str:
    nul = data.find(b"\0")
    if nul >= 0:
        raise UnreadableError(
            name, f"a NUL byte at byte offset {nul}: this is not a text file", nul
        )
    try:
        return data[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        offset = start + error.start
        raise UnreadableError(
            name,
            f"not UTF-8: the byte 0x{data[offset]:02x} at byte offset {offset} cannot be decoded; "
            "save the file as UTF-8",
            offset,
        ) from error


def read_bytes(path: Path, limit: int = DEFAULT_LIMIT) -> bytes:
    """Return a file's bytes, at most ``limit`` of them.

    Raises:
        UnreadableError: there is no such file, it is a directory, it may not be read, or it has
            more than ``limit`` bytes.
    """
    try:
        with path.open("rb") as stream:
            return read_stream(stream, str(path), limit)
    except IsADirectoryError as error:
        raise UnreadableError(str(path), "is a directory, not a file") from error
    except FileNotFoundError as error:
        raise UnreadableError(str(path), "there is no such file") from error
    except OSError as error:
        raise UnreadableError(str(path), f"cannot be read: {error.strerror}") from error


def read_stream(stream: BinaryIO, name: str, limit: int = DEFAULT_LIMIT) -> bytes:
    """Return the bytes of an open file, called ``name`` in messages, at most ``limit`` of them.

    Raises:
        UnreadableError: it cannot be read, or has more than ``limit`` bytes.
    """
    try:
        data = stream.read(limit + 1)
    except OSError as error:
        raise UnreadableError(name, f"cannot be read: {error.strerror}") from error
    if len(data) > limit:
        raise UnreadableError(
            name, f"is larger than the limit of {limit:,} bytes (byte offset {limit})", limit
        )
    return data


def read_file(path: Path, limit: int = DEFAULT_LIMIT) -> SourceFile:
    """Read a page from a file of UTF-8 text.

    Raises:
        UnreadableError: as `read_bytes`, and for bytes that are no UTF-8 or NUL bytes.
    """
    return SourceFile(str(path), read_bytes(path, limit))


def write_atomic(path: Path, data: bytes, expected: bytes | None = None) -> None:
    """Write ``data`` to ``path`` whole or not at all: beside it first, then renamed over it.

    The file's permissions are kept, and its owner where that is allowed; a symbolic link is
    followed, not replaced.

    Args:
        path: the file.
        data: its new content.
        expected: what it must still hold just before it is replaced; None if that does not matter.

    Raises:
        ChangedMeanwhileError: it holds something else; it was left as it is.
        OSError: the file could not be written; what stood there before still does.
    """
    import tempfile  # its imports would cost every start-up a few milliseconds

    target = path.resolve()
    # Of the file's name only so much as leaves room: a name has 255 bytes at most.
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:20]}.", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _take_after(target, beside)
        if expected is not None and target.read_bytes() != expected:
            raise ChangedMeanwhileError(str(path))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _take_after(target: Path, beside: Path) -> None:
    """Give ``beside`` the permissions and, if that is allowed, the owner of ``target``."""
    if not target.exists():
        beside.chmod(0o666 & ~_umask())
        return
    status = target.stat()
    with suppress(OSError, AttributeError):  # another's file, or a system without owners
        os.chown(beside, status.st_uid, status.st_gid)
    beside.chmod(status.st_mode & 0o7777)  # behind it: a change of owner takes bits away


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
