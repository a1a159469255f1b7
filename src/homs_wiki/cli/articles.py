"""``article.toml``: what is known of the pages in a folder and the folders below it.

Its keys are ``wiki`` ("ur.wikipedia"), ``title``, ``language`` and ``file``; all may be missing.
The title is that of the page in ``file``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple

from homs_wiki.cli.inputs import STDIN
from homs_wiki.source import HomsWikiError

ARTICLE_FILE = "article.toml"
_KEYS = ("wiki", "title", "language", "file")


class ArticleFileError(HomsWikiError):
    """An ``article.toml`` that cannot be read."""


class Article(NamedTuple):
    """What an ``article.toml`` says; None where it says nothing.

    Attributes:
        wiki: the name of a profile.
        title: the title of the page in ``file``.
        file: the name of a file, in the same folder.
    """

    wiki: str | None = None
    title: str | None = None
    file: str | None = None


class Articles:
    """Finds what is known of pages; each ``article.toml`` is read once."""

    __slots__ = ("_known", "_nearest")

    def __init__(self) -> None:
        self._nearest: dict[Path, Path | None] = {}
        self._known: dict[Path, Article] = {}

    def find(self, path: Path) -> Article:
        """Return what the nearest ``article.toml`` says of the page in ``path``.

        For standard input it is looked for from the current folder on.

        Raises:
            ArticleFileError: it cannot be read.
        """
        folder = (Path() if path == STDIN else path.parent).absolute()
        if folder not in self._nearest:
            candidates = (parent / ARTICLE_FILE for parent in (folder, *folder.parents))
            # Path's own is_file() may raise where a folder must not be looked into.
            found = (file for file in candidates if os.path.isfile(file))  # noqa: PTH113
            self._nearest[folder] = next(found, None)
        article_file = self._nearest[folder]
        if article_file is None:
            return Article()
        if article_file not in self._known:
            self._known[article_file] = _read(article_file)
        article = self._known[article_file]
        is_its_page = article_file.parent / (article.file or "") == path.absolute()
        return article if is_its_page else article._replace(title=None)


def read_table(article_file: Path) -> dict[str, Any]:
    """Return all that an ``article.toml`` says.

    Raises:
        ArticleFileError: it cannot be read, or is no TOML.
    """
    import tomllib  # not wanted where there is no such file

    try:
        return tomllib.loads(article_file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise ArticleFileError(f"{article_file}: cannot be read: {error}") from error
    except RecursionError:
        raise ArticleFileError(f"{article_file}: cannot be read: nested too deeply") from None


def _read(article_file: Path) -> Article:
    data = read_table(article_file)
    for key in _KEYS:
        value = data.get(key)
        if value is not None and not (isinstance(value, str) and value):
            raise ArticleFileError(f"{article_file}: {key} must be a text in quotation marks")
    wiki = data.get("wiki") or (f"{data['language']}.wikipedia" if "language" in data else None)
    return Article(wiki, data.get("title"), data.get("file"))
