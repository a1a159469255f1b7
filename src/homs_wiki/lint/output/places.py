"""What programs around us call a file: its path in the project, and that as a URI."""

from __future__ import annotations

import os
from urllib.parse import quote

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")  # where these say the project's folder is


def project_path(name: str) -> str:
    """Return the path of a file from the folder of the project, with slashes.

    The folder is what the environment of a GitHub workflow or a GitLab job says, and else the
    current one. A file outside it, and standard input, keep their names.
    """
    if name.startswith("<"):
        return name
    root = next(filter(None, map(os.environ.get, _ROOTS)), os.curdir)
    # The names of files may hold anything, and pathlib is slow where there are very many.
    path = os.path.relpath(name, root) if _below(name, root) else name
    return path.replace(os.sep, "/")


def _below(name: str, root: str) -> bool:
    folder = os.path.join(os.path.abspath(root), "")  # noqa: PTH100, PTH118 - see above
    return os.path.abspath(name).startswith(folder)  # noqa: PTH100


def project_uri(name: str) -> str:
    """Return `project_path` as a relative URI reference, ``file:`` if it is absolute.

    Bytes of the file's name that are no UTF-8 stay what they are.
    """
    path = project_path(name)
    quoted = quote(_bytes(path))
    return f"file://{quoted}" if path.startswith("/") else quoted


def _bytes(path: str) -> bytes:
    try:
        return os.fsencode(path)
    except UnicodeEncodeError:  # half of a surrogate pair: no path of this system
        return path.encode("utf-8", "surrogatepass")
