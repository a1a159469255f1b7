"""A real MediaWiki on this machine, for trying."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from homs_wiki.wiki.local import build, server
from homs_wiki.wiki.local.accounts import Account, Accounts, new_account, read_accounts
from homs_wiki.wiki.local.errors import BusyError, FolderError, NotRunningError
from homs_wiki.wiki.local.layout import Layout
from homs_wiki.wiki.local.maintenance import Runner
from homs_wiki.wiki.local.settings import Settings, read_settings
from homs_wiki.wiki.local.software import find_software

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

DEFAULT_LANGUAGE: Final = "ur"


def default_folder(language: str = DEFAULT_LANGUAGE) -> Path:
    """Return where the test wiki in a language lies if nobody says otherwise."""
    from platformdirs import user_data_path

    return user_data_path("homs-wiki") / f"testwiki-{language}"


class LocalWiki:
    """A test wiki in a folder: MediaWiki as it is installed, SQLite, and PHP's own server.

    It listens on the loopback interface only, and writes nothing outside its folder. The server
    is a process apart: it goes on when this one ends, and another object for the same folder
    finds it. As a context manager, the wiki is started and stopped.

    Args:
        folder: all of it lies there; made if missing.
        language: the content language of a new wiki; one that is there must have it. None for
            whichever is there, and Urdu for a new one.
        port: where it listens; None for any that is free, the same again if possible.
        mediawiki: the folder of MediaWiki; None to look for it.

    Every method that changes something waits for other processes that do, and may raise any
    :class:`~homs_wiki.wiki.errors.LocalWikiError`.
    """

    def __init__(
        self,
        folder: Path,
        language: str | None = None,
        port: int | None = None,
        mediawiki: Path | None = None,
    ) -> None:
        self._language = language
        self._layout = Layout(folder)
        self._port = port
        self._mediawiki = mediawiki

    @property
    def folder(self) -> Path:
        """Where everything lies, as an absolute path."""
        return self._layout.folder

    @property
    def language(self) -> str:
        """The code of the content language, or what a new wiki will have."""
        if self._language is None and self.is_prepared:
            with suppress(FolderError):
                return self.settings.language
        return self._language or DEFAULT_LANGUAGE

    @property
    def log(self) -> Path:
        """The file in which the server says what it does."""
        return self._layout.log

    @property
    def accounts_file(self) -> Path:
        """The file with names and passwords, which only its owner can read."""
        return self._layout.accounts

    @property
    def accounts(self) -> Accounts:
        """The accounts ``admin`` and ``bot`` with their secrets."""
        return read_accounts(self._layout.accounts)

    @property
    def settings(self) -> Settings:
        """What the wiki was made with: language, version of MediaWiki, extensions."""
        return read_settings(self._layout.wiki)

    @property
    def is_prepared(self) -> bool:
        """Whether the wiki is made."""
        return self._layout.is_made

    @property
    def is_running(self) -> bool:
        """Whether the server lives."""
        return server.find_server(self._layout) is not None

    @property
    def pid(self) -> int:
        """The number of the server's process; :class:`NotRunningError` if it does not run."""
        return self._running().pid

    @property
    def port(self) -> int:
        """Where the server listens; :class:`NotRunningError` if it does not run."""
        return self._running().port

    @property
    def url(self) -> str:
        """The address, without a slash at its end; :class:`NotRunningError` if there is none."""
        return f"http://{server.HOST}:{self.port}"

    @property
    def api(self) -> str:
        """The address of the API; :class:`NotRunningError` if there is none."""
        return f"{self.url}/api.php"

    def _running(self) -> server.Running:
        found = server.find_server(self._layout)
        if found is None:
            raise NotRunningError(f"{self.folder}: the test wiki is not running; start it")
        return found

    def prepare(self) -> Self:
        """Make the wiki if it is not made, and bring it up to date with what is installed."""
        software = find_software(self._mediawiki)
        with self._layout.claimed() as claim:
            self._prepare(Runner(software, claim))
        return self

    def start(self) -> Self:
        """Make the wiki ready, start its server if it does not run, and wait until it answers."""
        software = find_software(self._mediawiki)
        with self._layout.claimed() as claim:
            running = server.find_server(self._layout)
            if running is not None and self._is_wanted(running):
                self._check_language()
                return self
            server.stop_server(self._layout)
            self._prepare(Runner(software, claim))
            server.start_server(self._layout, software, self._port)
        return self

    def _is_wanted(self, running: server.Running) -> bool:
        wanted_port = self._port in (None, running.port)
        return wanted_port and self._layout.is_made and server.answers(running)

    def stop(self) -> bool:
        """Stop the server and its workers; return whether it ran."""
        if not self._layout.is_ours:
            return False
        with self._layout.claimed():
            return server.stop_server(self._layout)

    def reset(self) -> Self:
        """Throw the wiki away, and make a new one; the server is stopped.

        If making fails, the old wiki is still there.
        """
        software = find_software(self._mediawiki)
        with self._layout.claimed() as claim:
            server.stop_server(self._layout)
            build.build(self._layout, self.language, Runner(software, claim))
        return self

    def copy_to(self, folder: Path, *, port: int | None = None) -> LocalWiki:
        """Return an independent copy of this wiki in another folder, which has none yet.

        The copy has the same accounts, passwords included. This wiki must not be running.
        """
        copy = LocalWiki(folder, self._language, port, self._mediawiki)
        with ExitStack() as claims:
            for layout in (self._layout, copy._layout):
                claims.enter_context(layout.claimed())
            if not self.is_prepared:
                raise FolderError(f"{self.folder}: there is no test wiki to copy")
            if self.is_running:
                raise BusyError(f"{self.folder}: stop the test wiki before it is copied")
            if copy.is_prepared:
                raise FolderError(f"{copy.folder}: there is a test wiki already")
            build.copy(self._layout, copy._layout)
        return copy

    def add_account(self, user: str, groups: tuple[str, ...] = ()) -> Account:
        """Make one more account, or give one new passwords, and return it.

        Its secrets are in what is returned, and nowhere else.
        """
        account = new_account(user, groups)
        software = find_software(self._mediawiki)
        with self._layout.claimed() as claim:
            self._check_made()
            build.set_up(self._layout.wiki, Runner(software, claim), [account])
        return account

    def configure(self, name: str, php: str | None) -> None:
        """Set, change or (``None``) take away settings of MediaWiki, from the next request on.

        Args:
            name: tells settings apart: letters, digits and "-".
            php: statements such as ``$wgReadOnly = 'for a test';``, without ``<?php``.
        """
        with self._layout.claimed():
            self._check_made()
            build.configure(self._layout.wiki, name, php)

    def _prepare(self, runner: Runner) -> None:
        if self._layout.is_made:
            self._check_language()
            build.update(self._layout, runner)
        else:
            build.build(self._layout, self.language, runner)

    def _check_made(self) -> None:
        if not self.is_prepared:
            raise FolderError(f"{self.folder}: there is no test wiki; make it first")

    def _check_language(self) -> None:
        known = self.settings.language
        if known != self.language:
            raise FolderError(
                f"{self.folder}: the test wiki there has the language {known!r}, not "
                f"{self.language!r}; name another folder, or reset it"
            )

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"LocalWiki({str(self.folder)!r}, {self.language!r})"
