"""The pages a command is given: files, folders to walk, and standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from homs_wiki.source import SourceFile, UnreadableError, read_file, read_stream
from homs_wiki.source.files import DEFAULT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    _Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

STDIN = Path("-")
"""The path that stands for standard input."""

ANY_PATH = click.Path(readable=False, path_type=Path)
"""The type of such an argument; that a path cannot be read is found later, one by one."""

SUFFIXES = (".wiki", ".wikitext", ".mediawiki")
"""What the names of pages end with; other files of a folder are passed over."""


def profile_option(whose: str) -> _Decorator:
    """Return the option that names a wiki; ``whose`` says what belongs to it, with its verb."""
    return click.option(
        "--profile",
        metavar="WIKI",
        help=f"The wiki the {whose} to, such as ur.wikipedia; else article.toml says it.",
    )


def format_option(help_text: str, *names: str) -> _Decorator:
    """Return the option --format, passed on as ``format_name``.

    Args:
        help_text: what the formats are for.
        names: the formats, the default first; text and JSON if there are none.
    """
    names = names or ("text", "json")
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help=help_text,
    )


def output_option(metavar: str, help_text: str) -> _Decorator:
    """Return the option that names a file to write to."""
    return click.option("-o", "--output", type=ANY_PATH, metavar=metavar, help=help_text)


settings_option = click.option(
    "--settings",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The settings; else the nearest homs-wiki.toml, or [tool.homs-wiki], of each file.",
)
"""The option that names the file of settings."""


def names_option(name: str, help_text: str, default: tuple[str, ...] = ()) -> _Decorator:
    """Return an option that takes names separated by commas, and may be repeated."""
    return click.option(
        name,
        multiple=True,
        default=default,
        callback=_names,
        metavar="NAMES",
        help=help_text,
        shell_complete=complete_rules,
    )


def complete_rules(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    """Return what the last of the names that were typed may become."""
    from homs_wiki.lint.discovery import catalogue, valid_names

    before, comma, begun = typed.rpartition(",")
    known = sorted(valid_names(catalogue()))
    return [f"{before}{comma}{name}" for name in known if name.startswith(begun)]


def _names(_: click.Context, __: click.Parameter, values: Iterable[str]) -> list[str]:
    return [name.strip() for value in values for name in value.split(",") if name.strip()]


def max_size_option(refused: str) -> _Decorator:
    """Return the option for the most bytes; ``refused`` says what is refused."""
    return click.option(
        "--max-size",
        type=click.IntRange(min=1),
        default=DEFAULT_LIMIT,
        show_default=True,
        metavar="BYTES",
        help=f"Refuse {refused} larger.",
    )


def find_pages(
    paths: Iterable[Path],
    excluded: Callable[[Path], bool] = lambda _: False,
    *,
    named_too: bool = False,
) -> Iterator[Path | UnreadableError]:
    """Yield the files meant by ``paths``, each once, and the errors of folders that hold none.

    A file is the same under another spelling of its path, but not under another link to it.
    Folders are walked in sorted order, without hidden folders, and without following links to
    folders, so that a loop of links does no harm; files that are ``excluded`` are passed over,
    those that are named only with ``named_too``.
    """
    seen: set[str] = set()
    for path in paths:
        if named_too and path != STDIN and excluded(path):
            continue
        for found in _pages_of(path, excluded):
            if isinstance(found, UnreadableError):
                yield found
                continue
            name = str(found) if found == STDIN else os.path.abspath(found)  # noqa: PTH100 - ".."
            if name not in seen:
                seen.add(name)
                yield found


def _pages_of(path: Path, excluded: Callable[[Path], bool]) -> Iterator[Path | UnreadableError]:
    if path == STDIN or not os.path.isdir(path):  # noqa: PTH112 - Path's own may raise
        yield path
        return
    empty = True
    for found in _walk(path):
        empty = False
        if isinstance(found, UnreadableError) or not excluded(found):
            yield found
    if empty:
        wanted = ", ".join(f"*{suffix}" for suffix in SUFFIXES)
        yield UnreadableError(str(path), f"there is no page in this folder ({wanted})")


def _walk(top: Path) -> Iterator[Path | UnreadableError]:
    errors: list[OSError] = []
    for folder, folders, names in os.walk(top, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            # A link that leads nowhere is yielded too: reading it gives an error with its name.
            if name.endswith(SUFFIXES) and (path.is_symlink() or path.is_file()):
                yield path
    for error in errors:
        yield UnreadableError(str(error.filename), f"cannot be read: {error.strerror}")


def read_source(path: Path, limit: int) -> SourceFile:
    """Read a page of at most ``limit`` bytes from a file or standard input.

    Raises:
        UnreadableError: it cannot be read, is too large, or is not text in UTF-8.
    """
    if path != STDIN:
        return read_file(path, limit)
    if sys.stdin is None:
        raise UnreadableError("<stdin>", "standard input is closed")
    return SourceFile("<stdin>", read_stream(sys.stdin.buffer, "<stdin>", limit))
