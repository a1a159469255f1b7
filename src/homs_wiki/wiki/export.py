"""Reading what MediaWiki's Special:Export sends: revisions with their texts, as they come.

It is the fastest way to many of them, since the wiki sends each as soon as it has it. It knows no
change tags, and may end too early; so it is read as far as it goes, and the API tells the rest.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final
from xml.parsers.expat import ExpatError, ParserCreate

from homs_wiki.wiki import replies
from homs_wiki.wiki.site import Revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BUFFER: Final = 1 << 20
_FIELDS: Final = {
    ("revision", "id"): "id",
    ("revision", "parentid"): "parent",
    ("revision", "timestamp"): "time",
    ("revision", "comment"): "comment",
    ("revision", "text"): "text",
    ("revision", "sha1"): "sha1",
    ("revision", "minor"): "minor",
    ("contributor", "username"): "user",
    ("contributor", "ip"): "user",
    ("revision", "contributor"): "contributor",
}
_REVISION: Final = ("page", "revision")


class ExportError(Exception):
    """What came is not an export, or not a whole one."""


def read_export(chunks: Iterable[bytes]) -> Iterator[Revision]:
    """Yield the revisions in an export, each as soon as it is there.

    Args:
        chunks: the export, in pieces of any size.

    Raises:
        ExportError: it is not XML, or not as an export should be; or a text is not the one that
            its SHA-1 tells.
    """
    reader = _Reader()
    try:
        for chunk in chunks:
            reader.feed(chunk)
            yield from reader.take()
        reader.feed(b"", is_last=True)
    except (ExpatError, ValueError, KeyError) as error:
        raise ExportError(str(error)) from error


class _Reader:
    """Where we are in an export, and what was found in it."""

    def __init__(self) -> None:
        self._parser = parser = ParserCreate("utf-8")
        parser.buffer_text = True
        parser.buffer_size = _BUFFER
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse
        self._path = [""]
        self._pieces: list[str] = []
        self._fields: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._found: list[Revision] = []

    def feed(self, chunk: bytes, *, is_last: bool = False) -> None:
        self._parser.Parse(chunk, is_last)

    def take(self) -> list[Revision]:
        found, self._found = self._found, []
        return found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        place = (self._path[-1], name)
        self._path.append(name)
        if place == _REVISION:
            self._fields, self._hidden = {}, set()
        elif place in _FIELDS:
            if "deleted" in attributes:
                self._hidden.add(_FIELDS[place])
            self._pieces = []
            self._parser.CharacterDataHandler = self._pieces.append

    def _end(self, name: str) -> None:
        self._path.pop()
        place = (self._path[-1], name)
        if place in _FIELDS:
            self._fields[_FIELDS[place]] = "".join(self._pieces)
        elif place == _REVISION:
            self._found.append(self._revision())
        self._parser.CharacterDataHandler = None

    def _revision(self) -> Revision:
        fields, hidden = self._fields, self._hidden
        text = None if "text" in hidden else fields["text"]
        sha1 = None
        if text is not None:
            sha1 = hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
            if int(sha1, 16) != int(fields["sha1"], 36):
                raise ExportError(f"revision {fields['id']} has another text than it should")
        return Revision(
            int(fields["id"]),
            int(fields.get("parent", 0)),
            replies.time_of(fields["time"]),
            None if "contributor" in hidden else fields["user"],
            None if "comment" in hidden else fields.get("comment", ""),
            sha1,
            text,
            "minor" in fields,
        )

    def _refuse(self, *_: object) -> None:
        raise ExportError("a document type is declared")
