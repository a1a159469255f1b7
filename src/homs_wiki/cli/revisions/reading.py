"""Reading the pages of a pair, both as pages of the same wiki."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki import page, syntax
from homs_wiki.cli.articles import Articles
from homs_wiki.cli.console import complain
from homs_wiki.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from homs_wiki.page import Page
    from homs_wiki.profile import Profile
    from homs_wiki.source import SourceFile


class WikiChooser:
    """Says which wiki the versions of a page belong to; what it has to guess, it says.

    Args:
        profile: the wiki the user says, or None: then what ``article.toml`` says of the newest
            version counts, then of the others, and else the letters of the newest text.
        quiet: whether to say nothing on standard error.
    """

    __slots__ = ("_articles", "_noted", "_profile", "_quiet")

    def __init__(self, profile: str | None, *, quiet: bool = False) -> None:
        self._profile = profile
        self._quiet = quiet
        self._articles = Articles()
        self._noted: set[str] = set()

    def profile(self, versions: Sequence[tuple[Path, SourceFile]]) -> Profile:
        """Return the profile of the wiki, for the versions of a page, the newest first.

        Raises:
            ArticleFileError: an ``article.toml`` that belongs to them cannot be read.
            ProfileError: there is no such profile.
        """
        named = self._profile or next(
            (wiki for path, _ in versions if (wiki := self._articles.find(path).wiki)), None
        )
        profile = load_profile(named or self._guess(versions[0][1]))
        for note in profile.notes:
            self._note(note)
        return profile

    def read(self, path: Path, source: SourceFile, profile: Profile) -> Page:
        """Return the page in a file's text, with the title that ``article.toml`` says."""
        return page.read(syntax.parse(source.text, profile), self._articles.find(path).title)

    def _guess(self, source: SourceFile) -> str:
        from homs_wiki.profile.guess import guess_profile  # seldom wanted

        name, note = guess_profile(source.text)
        self._note(f"{source.name}: read as {name}. {note} Say it with --profile.")
        return name

    def _note(self, note: str) -> None:
        if note not in self._noted and not self._quiet:
            self._noted.add(note)
            complain("note", note)
