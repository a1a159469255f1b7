"""Reading pages for the commands: the text, the wiki it belongs to, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki import page, syntax
from homs_wiki.cli.articles import ARTICLE_FILE, Articles
from homs_wiki.cli.configs import Configs
from homs_wiki.cli.console import complain
from homs_wiki.cli.inputs import read_source
from homs_wiki.profile import load_profile

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.page import Page
    from homs_wiki.source import SourceFile


class PageReader:
    """Reads the pages of one run; what it has to guess, it says on standard error.

    Args:
        profile: the wiki the user says the pages belong to, or None: then what ``article.toml``
            says of a page counts, and else the letters of its text.
        max_size: the most bytes a page may have.
    """

    __slots__ = ("_articles", "_configs", "_max_size", "_noted", "_profile")

    def __init__(self, profile: str | None, max_size: int, configs: Configs | None = None) -> None:
        self._configs = configs or Configs()
        self._profile = profile
        self._max_size = max_size
        self._articles = Articles()
        self._noted: set[str] = set()

    def wiki_of(self, path: Path) -> tuple[str | None, str]:
        """Return the wiki that the page in a file belongs to, and where that is said.

        None means that it is guessed from the text.

        Raises:
            ArticleFileError, ConfigError: what is known of the page cannot be read.
        """
        if self._profile is not None:
            return self._profile, "--profile"
        if wiki := self._articles.find(path).wiki:
            return wiki, ARTICLE_FILE
        config = self._configs.of(path)
        if config.profile:
            return config.profile, str(config.path)
        return None, "guessed from the text"

    def read(self, path: Path) -> tuple[SourceFile, Page]:
        """Return the file at ``path``, or standard input if that is ``-``, and the page in it.

        Raises:
            UnreadableError: it cannot be read.
            ArticleFileError: the ``article.toml`` that belongs to it cannot be read.
            ConfigError: its settings cannot be read.
        """
        source = read_source(path, self._max_size)
        article = self._articles.find(path)
        name, _ = self.wiki_of(path)
        profile = load_profile(_guess(source) if name is None else name)
        for note in profile.notes:
            if note not in self._noted:
                self._noted.add(note)
                complain("note", note)
        return source, page.read(syntax.parse(source.text, profile), article.title)


def _guess(source: SourceFile) -> str:
    from homs_wiki.profile.guess import guess_profile  # seldom wanted

    name, note = guess_profile(source.text)
    complain("note", f"{source.name}: read as {name}. {note} Say it with --profile.")
    return name
