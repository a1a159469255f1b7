"""Reading pages for the commands: the text, the wiki it belongs to, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.cli.configs import Configs
from homs_wiki.cli.console import complain
from homs_wiki.cli.subjects import Subjects, guess_wiki

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from homs_wiki.page import Page
    from homs_wiki.profile import Profile
    from homs_wiki.source import SourceFile


class PageReader:
    """Reads the pages of one run; what it has to guess, it says on standard error.

    Args:
        profile: the wiki the user says the pages belong to, or None: then it is as `Subjects` says.
        max_size: the most bytes a page may have.
        quiet: whether to say nothing on standard error.

    Attributes:
        max_size: the same.
    """

    __slots__ = ("_noted", "_quiet", "_subjects", "max_size")

    def __init__(self, profile: str | None, max_size: int, *, quiet: bool = False) -> None:
        self.max_size = max_size
        self._subjects = Subjects(profile, max_size, Configs())
        self._quiet = quiet
        self._noted: set[str] = set()

    def read(self, path: Path) -> tuple[SourceFile, Page]:
        """Return the file at ``path``, or standard input if that is ``-``, and the page in it.

        Raises:
            UnreadableError: it cannot be read.
            ArticleFileError: the ``article.toml`` that belongs to it cannot be read.
            ConfigError: its settings cannot be read.
        """
        subject = self._subjects.of(path)
        page = subject.page
        self._tell(subject.notes)
        return subject.source, page

    def profile(self, versions: Sequence[tuple[Path, SourceFile]]) -> Profile:
        """Return the profile for all versions of a page, which are read as of one wiki.

        It is the first that anything says for one of them; if nothing does, the letters of the
        newest text are asked.

        Args:
            versions: where each is or was, and its text; the newest first.

        Raises:
            ArticleFileError, ConfigError: what is known of them cannot be read.
            ProfileError: there is no such profile.
        """
        from homs_wiki.profile import load_profile

        wikis = (self._subjects.wiki_of(path)[0] for path, _ in versions)
        name = next(filter(None, wikis), None)
        if name is None:
            name, note = guess_wiki(versions[0][1])
            self._tell([note])
        profile = load_profile(name)
        self._tell(profile.notes)
        return profile

    def version(self, path: Path, source: SourceFile, profile: Profile) -> Page:
        """Return the page in one of the versions, with the title that ``article.toml`` says."""
        from homs_wiki import page, syntax

        return page.read(syntax.parse(source.text, profile), self._subjects.title_of(path))

    def _tell(self, notes: Iterable[str]) -> None:
        for note in notes:
            if note not in self._noted and not self._quiet:
                self._noted.add(note)
                complain("note", note)
