"""The pages of a run, each with what must be known to read it; they are read only if need be.

A page whose result is known from an earlier run, and a page nobody asks about, is never parsed,
and in a run in which that holds for all of them, what parses pages is not even imported.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.cli.articles import ARTICLE_FILE, Articles
from homs_wiki.cli.inputs import read_source

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.configs import Configs
    from homs_wiki.page import Page
    from homs_wiki.source import SourceFile


class Origin(NamedTuple):
    """What is known of a page without its text.

    Attributes:
        path: its file.
        wiki: the name of its profile; None if the text must be asked.
        title: its title; None if that is not known.
    """

    path: Path
    wiki: str | None
    title: str | None


def guess_wiki(source: SourceFile) -> tuple[str, str]:
    """Return the wiki that the letters of a text speak for, and a note to the user about it."""
    from homs_wiki.profile.guess import guess_profile  # seldom wanted

    name, why = guess_profile(source.text)
    return name, f"{source.name}: read as {name}. {why} Say it with --profile."


class Subject:
    """A page that is to be checked.

    Attributes:
        origin: what is known of it.
        source: its text.
        notes: what there was to guess, for the user; complete once `page` has been asked for.
    """

    def __init__(self, origin: Origin, source: SourceFile) -> None:
        self.origin = origin
        self.source = source
        self.notes: list[str] = []

    @cached_property
    def page(self) -> Page:
        """The page, read when first asked for."""
        from homs_wiki import page, syntax
        from homs_wiki.profile import load_profile

        wiki = self.origin.wiki
        if wiki is None:
            wiki, note = guess_wiki(self.source)
            self.notes.append(note)
        profile = load_profile(wiki)
        self.notes += profile.notes
        return page.read(syntax.parse(self.source.text, profile), self.origin.title)

    def with_text(self, source: SourceFile) -> Subject:
        """Return the same page with another text."""
        return Subject(self.origin, source)


class Subjects:
    """Finds what is known of the pages of a run.

    Args:
        profile: the wiki the user says the pages belong to, or None: then what ``article.toml``
            says of a page counts, then its settings, and else the letters of its text.
        max_size: the most bytes a page may have.
        configs: the files of settings.
    """

    __slots__ = ("_articles", "_profile", "configs", "max_size")

    def __init__(self, profile: str | None, max_size: int, configs: Configs) -> None:
        self._profile = profile
        self.configs = configs
        self._articles = Articles()
        self.max_size = max_size

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
        config = self.configs.of(path)
        if config.profile:
            return config.profile, str(config.path)
        return None, "guessed from the text"

    def title_of(self, path: Path) -> str | None:
        """Return the title of the page in a file; None if that is not known.

        Raises:
            ArticleFileError: what is known of the page cannot be read.
        """
        return self._articles.find(path).title

    def of(self, path: Path) -> Subject:
        """Return the page in a file, or on standard input if the path is ``-``.

        Raises:
            UnreadableError: it cannot be read.
            ArticleFileError: the ``article.toml`` that belongs to it cannot be read.
            ConfigError: its settings cannot be read.
        """
        source = read_source(path, self.max_size)
        wiki, _ = self.wiki_of(path)
        return Subject(Origin(path, wiki, self.title_of(path)), source)
