"""The accounts of a test wiki: made with passwords that only their file has."""

import json
import os
import secrets
from pathlib import Path
from typing import Any, Final, NamedTuple

from homs_wiki.wiki.local.errors import FolderError

_APP: Final = "homs-wiki"
_EDITING: Final = ("basic", "highvolume", "editpage", "createeditmovepage", "editprotected")
_EVERYTHING: Final = ("*",)


class Account(NamedTuple):
    """An account of a test wiki, with its secrets; its ``repr`` hides them.

    Attributes:
        user: the name.
        password: what a person logs in with.
        app: the name of its bot password, or None.
        secret: the bot password.
        groups: the groups of MediaWiki that it is in.
        grants: what the bot password may do; ``*`` is all that the account may.
    """

    user: str
    password: str
    app: str | None
    secret: str | None
    groups: tuple[str, ...]
    grants: tuple[str, ...]

    @property
    def login(self) -> str:
        """The name to log in with by the bot password: ``Bot@homs-wiki``."""
        return f"{self.user}@{self.app}"

    def __repr__(self) -> str:
        return f"Account({self.user!r}, …)"

    def for_setup(self) -> dict[str, Any]:
        """Return what ``setup.php`` wants to know."""
        return {
            "name": self.user,
            "password": self.password,
            "groups": self.groups,
            "app": self.app,
            "secret": self.secret,
            "grants": self.grants,
        }


class Accounts(NamedTuple):
    """The accounts that every test wiki has."""

    admin: Account
    bot: Account


def new_accounts() -> Accounts:
    """Return accounts with new passwords: an administrator, and a bot that edits."""
    return Accounts(
        new_account("Admin", ("sysop", "bureaucrat", "interface-admin")),
        new_account("Bot", ("bot",), _EDITING),
    )


def new_account(
    user: str, groups: tuple[str, ...] = (), grants: tuple[str, ...] = _EVERYTHING
) -> Account:
    """Return an account with new passwords."""
    # A bot password has 32 characters, so that MediaWiki can tell it from another password.
    return Account(user, secrets.token_urlsafe(24), _APP, secrets.token_hex(16), groups, grants)


def write_accounts(path: Path, accounts: Accounts) -> None:
    """Write accounts to a new file that only its owner can read (mode 0600)."""
    table = {name: each._asdict() for name, each in accounts._asdict().items()}
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(json.dumps(table, indent=2) + "\n")


def read_accounts(path: Path) -> Accounts:
    """Read what `write_accounts` wrote; :class:`FolderError` if that cannot be."""
    try:
        table = json.loads(path.read_bytes())
        return Accounts(
            *(
                Account(**{**table[name], **{key: tuple(table[name][key]) for key in _LISTS}})
                for name in Accounts._fields
            )
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FolderError(f"{path}: the accounts cannot be read; reset the wiki") from error


_LISTS: Final = ("groups", "grants")
