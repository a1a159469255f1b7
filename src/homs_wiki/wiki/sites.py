"""The wikis that the user knows by name, and what may be done to them.

They stand in the settings (see `homs_wiki.config`)::

    [sites.urwiki]
    api = "https://ur.wikipedia.org/w/api.php"
    kind = "production"
    user = "Example"
    bot = "homs"

``test`` is the local test wiki and needs no entry.
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING, Final, Literal, NamedTuple
from urllib.parse import urlsplit

from homs_wiki.config import ConfigError

if TYPE_CHECKING:
    from homs_wiki.config import Config
    from homs_wiki.source.table import Table

LOCAL: Final = "test"
"""The name of the local test wiki."""

Kind = Literal["test", "production"]
_KINDS: Final = ("test", "production")
_LOGINS: Final = ("bot-password", "oauth")

_WIKIMEDIA: Final = (
    "wikipedia.org", "wiktionary.org", "wikibooks.org", "wikinews.org", "wikiquote.org",
    "wikisource.org", "wikiversity.org", "wikivoyage.org", "wikimedia.org", "wikidata.org",
    "wikifunctions.org", "mediawiki.org",
)  # fmt: skip
_FOR_TESTS: Final = frozenset(
    ("test.wikipedia.org", "test2.wikipedia.org", "test.wikidata.org", "test-commons.wikimedia.org")
)


class Site(NamedTuple):
    """One wiki of the settings.

    Attributes:
        name: what the user calls it.
        api: the address of its ``api.php``; None for the local test wiki.
        kind: whether its pages are for readers ("production") or for trying ("test").
        user: the account that edits; None for the local test wiki.
        bot: the name of the bot password, as it stands behind the "@" of its login.
        login: how the account proves itself: "bot-password" or "oauth".
        profile: the name of a profile; None: the wiki is asked for its language.
    """

    name: str
    api: str | None = None
    kind: Kind = "test"
    user: str | None = None
    bot: str | None = None
    login: str = "bot-password"
    profile: str | None = None

    @property
    def is_production(self) -> bool:
        """Whether readers see what is saved there."""
        return self.kind == "production"


def find_site(name: str, config: Config) -> Site:
    """Return the wiki of that name.

    Raises:
        ConfigError: there is none, or what the settings say of it cannot be.
    """
    section = config.section("sites")
    tables = section.named()
    if name in tables:
        return _read(name, tables[name])
    if name == LOCAL:
        return Site(LOCAL)
    known = ", ".join([LOCAL, *tables])
    where = config.path or "homs-wiki.toml"
    raise ConfigError(
        f"there is no site {name!r}: known are {known}; "
        f"describe it in {where} under [sites.{name}] (api, kind, user)"
    )


def _read(name: str, table: Table) -> Site:
    site = Site(
        name,
        table.text("api"),
        "production" if table.choice("kind", _KINDS) == "production" else "test",
        table.text("user"),
        table.text("bot", "") or None,
        table.choice("login", _LOGINS, _LOGINS[0]),
        table.text("profile", "") or None,
    )
    table.close()
    problem = _address_problem(site.api or "", site.kind) or _account_problem(site)
    if problem:
        raise ConfigError(f"{table.where}: {problem}")
    return site


def _account_problem(site: Site) -> str | None:
    if "@" in (site.user or ""):
        return "'user' is the account alone; what stands behind the \"@\" is 'bot'"
    if site.login == "bot-password" and not site.bot:
        return (
            "'bot' is missing: the name of a bot password, made on Special:BotPasswords "
            "(the account's own password is never used)"
        )
    return None


def _address_problem(api: str, kind: Kind) -> str | None:
    """Say what is wrong with the address of an API; None if nothing is."""
    try:
        address = urlsplit(api)
        host = (address.hostname or "").rstrip(".").lower()
        _ = address.port
    except ValueError:
        return "'api' is no address"
    if address.scheme not in ("http", "https") or not host or not address.path.endswith("/api.php"):
        return "'api' must be the address of a wiki's api.php, such as https://…/w/api.php"
    if address.username or address.password or address.query or address.fragment:
        return "'api' must be the bare address: no password, no query"
    if address.scheme == "http" and not is_loopback(host):
        return "'api' must begin with https://: over http others could read the password"
    if kind != "production" and _is_wikimedia(host):
        return f"{host} has readers: 'kind' must be \"production\""
    return None


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _is_wikimedia(host: str) -> bool:
    if host in _FOR_TESTS:
        return False
    return any(host == domain or host.endswith(f".{domain}") for domain in _WIKIMEDIA)
