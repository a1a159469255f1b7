"""Secrets: from the environment, a file of the user's alone, or the system's keyring.

They are never read from the command line, the settings (which lie in a repository) or a terminal,
and never shown: their ``repr`` hides them.
"""

from __future__ import annotations

import os
import re
import stat
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.config import ConfigError
from homs_wiki.source.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.wiki.sites import Site

_OAUTH: Final = ("consumer-token", "consumer-secret", "access-token", "access-secret")
_SERVICE: Final = "homs-wiki"


class BotPassword(NamedTuple):
    """What MediaWiki's Special:BotPasswords gave."""

    user: str
    bot: str
    password: str

    def __repr__(self) -> str:
        return f"BotPassword({self.user!r}, {self.bot!r}, …)"


class OAuth(NamedTuple):
    """The four tokens of an owner-only OAuth 1.0a consumer."""

    consumer_token: str
    consumer_secret: str
    access_token: str
    access_secret: str

    def __repr__(self) -> str:
        return "OAuth(…)"


Credentials = BotPassword | OAuth


def variable_for(site: Site) -> str:
    """Return the name of the environment variable that holds a site's secret."""
    name = re.sub(r"[^A-Z0-9]+", "_", site.name.upper())
    return f"HOMS_WIKI_{'OAUTH' if site.login == 'oauth' else 'PASSWORD'}_{name}"


def credentials_file() -> Path:
    """Return where the file of secrets is looked for."""
    from platformdirs import user_config_path  # only wanted by who talks to a wiki

    return user_config_path("homs-wiki", appauthor=False) / "credentials.toml"


def find_credentials(
    site: Site, environment: Mapping[str, str] | None = None, file: Path | None = None
) -> Credentials:
    """Return the secrets of a site: from the environment, else the file, else the keyring.

    A bot password is a single word; the four tokens of OAuth stand in one value with spaces
    between, or in the file under their names (``consumer-token`` and so on).

    Args:
        site: one that has an account (the local test wiki has its own).
        environment: that of the process if not given.
        file: `credentials_file` if not given.

    Raises:
        ConfigError: there are none, or the file may be read by others, or is not as it should be.
    """
    environment = os.environ if environment is None else environment
    file = credentials_file() if file is None else file
    variable = variable_for(site)
    secret = environment.get(variable) or _from_file(file, site) or _from_keyring(site)
    if not secret:
        raise ConfigError(
            f"no password is known for {site.user} on {site.name}: set {variable}, "
            f"or write [{site.name}] with {_keys(site)} into {file} (mode 0600)"
        )
    if site.login != "oauth":
        return BotPassword(site.user or "", site.bot or "", secret.strip())
    tokens = secret.split()
    if len(tokens) != len(_OAUTH):
        raise ConfigError(f"{variable}: four tokens are wanted, with spaces between: {_keys(site)}")
    return OAuth(*tokens)


def _keys(site: Site) -> str:
    return ", ".join(_OAUTH) if site.login == "oauth" else "password"


def _from_file(file: Path, site: Site) -> str | None:
    try:
        with file.open("rb") as stream:
            mode = os.fstat(stream.fileno()).st_mode
            content = stream.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}") from error
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise ConfigError(f"{file}: others may read it; make it yours alone: chmod 600 {file}")
    try:
        whole = tomllib.loads(content.decode())
    except ValueError as error:
        # The message would show what stands there.
        raise ConfigError(f"{file}: cannot be read as TOML") from error
    if site.name not in whole:
        return None
    table = Table(whole, str(file), ConfigError).table(site.name)
    keys = _OAUTH if site.login == "oauth" else ("password",)
    secret = " ".join(table.text(key) for key in keys)
    table.close()
    return secret


def _from_keyring(site: Site) -> str | None:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        found: str | None = keyring.get_password(_SERVICE, site.name)
    except KeyringError:
        return None
    return found
