"""A page's history as commits: a stream for ``git fast-import``.

Each revision is one commit with its author, time and summary, and trailers that say which revision
it is. What the wiki has hidden stays hidden and is said to be: the commit then keeps the text of
the one before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homs_wiki.wiki.site import Revision

_REVISION: Final = re.compile(r"^Wiki-Revision: (\d+)$", re.MULTILINE)
_NO_NAME: Final = re.compile(r"[\x00-\x1f\x7f<>]+")
_HIDDEN_USER: Final = "hidden user"
_MODE: Final = "100644"


class Target(NamedTuple):
    """Where the commits go.

    Attributes:
        branch: full name of a reference, such as "refs/heads/wiki/test".
        path: of the file, from the top of the repository, with slashes.
        parent: full name of the commit to go on from; None to begin a history.
        api: the address of the wiki's API, whose host stands in the authors' addresses.
    """

    branch: str
    path: str
    parent: str | None
    api: str


def revision_in(message: str) -> int:
    """Return the revision that a commit's message names; 0 if it names none."""
    found = _REVISION.findall(message)
    return int(found[-1]) if found else 0


def fast_import(revisions: Iterable[Revision], target: Target) -> Iterator[bytes]:
    """Yield the stream, one piece for each revision, which must come oldest first.

    Made to be written as it comes: a history of any length is never held whole. The last piece
    says that the stream is whole, so that a cut one changes nothing.
    """
    yield b"feature done\n"
    parent = target.parent
    for revision in revisions:
        yield _commit(revision, target, parent)
        parent = None  # the branch goes on from what was just written
    yield b"done\n"


def _commit(revision: Revision, target: Target, parent: str | None) -> bytes:
    pieces = [
        f"commit {target.branch}\n".encode(),
        f"committer {_author(revision, target.api)}\n".encode(),
        _data(_message(revision)),
    ]
    if parent:
        pieces.append(f"from {parent}\n".encode())
    if revision.text is not None:
        pieces += [
            f"M {_MODE} inline {_quoted(target.path)}\n".encode(),
            # A page on a wiki has no newline at its end, a file has one.
            _data(f"{revision.text}\n" if revision.text else ""),
        ]
    return b"".join(pieces)


def _author(revision: Revision, api: str) -> str:
    user = _HIDDEN_USER if revision.user is None else revision.user
    name = " ".join(_NO_NAME.sub(" ", user).split()) or _HIDDEN_USER
    host = urlsplit(api).hostname or "wiki"
    address = name.replace(" ", "_")
    return f"{name} <{address}@{host}> {int(revision.time.timestamp())} +0000"


def _message(revision: Revision) -> str:
    names = ("text", "user", "comment")
    hidden = [name for name in names if getattr(revision, name) is None]
    trailers = [f"Wiki-Revision: {revision.id}"]
    if revision.minor:
        trailers.append("Wiki-Minor: yes")
    if hidden:
        trailers.append(f"Wiki-Hidden: {', '.join(hidden)}")
    subject = " ".join((revision.comment or "").replace("\0", " ").split())
    return f"{subject or '(no summary)'}\n\n{chr(10).join(trailers)}\n"


def _data(text: str) -> bytes:
    encoded = text.encode("utf-8", "surrogatepass")
    return b"data %d\n%s\n" % (len(encoded), encoded)


def _quoted(path: str) -> str:
    """Return a path as fast-import reads it: in quotes, as a name may hold anything."""
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
