"""From the name of a site in the settings to a wiki that can be talked to."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.config import ConfigError
from homs_wiki.wiki.credentials import BotPassword, find_credentials
from homs_wiki.wiki.errors import LocalWikiError
from homs_wiki.wiki.pywikibot_site import PywikibotSite
from homs_wiki.wiki.sites import find_site

if TYPE_CHECKING:
    from homs_wiki.config import Config
    from homs_wiki.wiki.credentials import Credentials
    from homs_wiki.wiki.local import LocalWiki
    from homs_wiki.wiki.patience import Patience
    from homs_wiki.wiki.sites import Site

FOLDER_VARIABLE: Final = "HOMS_WIKI_TESTWIKI"
"""The environment variable that names the folder of the local test wiki."""


class ConnectedSite(PywikibotSite):
    """A wiki whose account may be without secrets: then it can be read, and a login says why.

    Args:
        site: which wiki.
        credentials: the account's.
        patience: how often to ask.
        missing: why there are no secrets, if there are none.
    """

    def __init__(
        self, site: Site, credentials: Credentials, patience: Patience, missing: str | None = None
    ) -> None:
        super().__init__(site, credentials, patience=patience)
        self._missing = missing

    def _login(self) -> None:
        if self._missing:
            raise ConfigError(self._missing)
        super()._login()


class Connection(NamedTuple):
    """A site of the settings, ready to be talked to.

    Attributes:
        settings: what the settings say of it.
        site: the wiki.
        key: under what the journal knows the wiki. The local test wiki may change its address,
            and be another wiki after a reset.
    """

    settings: Site
    site: ConnectedSite
    key: str


def connect(
    name: str, config: Config, patience: Patience, language: str | None = None
) -> Connection:
    """Return the wiki of that name; nothing is sent to it yet.

    Args:
        name: what the user calls it; ``test`` is the local test wiki.
        config: the settings.
        patience: how often to ask.
        language: that of the page, which tells one local test wiki from another.

    Raises:
        ConfigError: there is no such site.
        LocalWikiError: the local test wiki does not run.
    """
    settings = find_site(name, config)
    if settings.api is None:
        return _local(settings, patience, language)
    try:
        site = ConnectedSite(settings, find_credentials(settings), patience)
    except ConfigError as error:
        # Who only reads needs no secrets.
        nothing = BotPassword(settings.user or "", settings.bot or "", "")
        site = ConnectedSite(settings, nothing, patience, str(error))
    return Connection(settings, site, settings.api)


def _local(settings: Site, patience: Patience, language: str | None) -> Connection:
    wiki = local_wiki(language)
    if not wiki.is_running:
        raise LocalWikiError(f"the test wiki does not run: {_how_to_start(wiki)}")
    account = wiki.accounts.bot
    known = settings._replace(api=wiki.api, user=account.user, bot=account.app)
    secret = BotPassword(account.user, account.app or "", account.secret or "")
    made = wiki.accounts_file.stat().st_mtime_ns
    return Connection(known, ConnectedSite(known, secret, patience), f"{wiki.folder}#{made}")


def local_wiki(language: str | None) -> LocalWiki:
    """Return the local test wiki: the one in `FOLDER_VARIABLE`, else that of the language.

    Where there is none in that language, it is the default one.
    """
    from homs_wiki.wiki.local import DEFAULT_LANGUAGE, LocalWiki, default_folder

    if folder := os.environ.get(FOLDER_VARIABLE):
        return LocalWiki(Path(folder))
    wiki = LocalWiki(default_folder(language or DEFAULT_LANGUAGE))
    return wiki if wiki.is_prepared else LocalWiki(default_folder())


def _how_to_start(wiki: LocalWiki) -> str:
    if os.environ.get(FOLDER_VARIABLE):
        return f"homs-wiki testwiki start --dir {wiki.folder}"
    from homs_wiki.wiki.local import DEFAULT_LANGUAGE

    more = "" if wiki.language == DEFAULT_LANGUAGE else f" --lang {wiki.language}"
    return f"homs-wiki testwiki start{more}"
