"""A real MediaWiki on this machine, for trying: made, started, stopped, copied."""

from homs_wiki.wiki.local.accounts import Account, Accounts
from homs_wiki.wiki.local.errors import (
    BusyError,
    FolderError,
    MaintenanceError,
    MissingSoftwareError,
    NotRunningError,
    PortTakenError,
    ServerError,
)
from homs_wiki.wiki.local.software import DEBIAN_PACKAGES, Software, find_software
from homs_wiki.wiki.local.wiki import DEFAULT_LANGUAGE, LocalWiki, default_folder

__all__ = [
    "DEBIAN_PACKAGES",
    "DEFAULT_LANGUAGE",
    "Account",
    "Accounts",
    "BusyError",
    "FolderError",
    "LocalWiki",
    "MaintenanceError",
    "MissingSoftwareError",
    "NotRunningError",
    "PortTakenError",
    "ServerError",
    "Software",
    "default_folder",
    "find_software",
]
