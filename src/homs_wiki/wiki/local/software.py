"""Finding what a test wiki runs on: PHP, its modules, and an installed MediaWiki."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final, NamedTuple

from homs_wiki.wiki.local.errors import MissingSoftwareError

MEDIAWIKI_VARIABLE: Final = "HOMS_WIKI_MEDIAWIKI"
PHP_VARIABLE: Final = "HOMS_WIKI_PHP"

# Where packages of distributions put it: Debian, Ubuntu and their kin; Fedora, Arch Linux.
_PLACES: Final = ("/usr/share/mediawiki", "/usr/share/webapps/mediawiki")

# Module of PHP that MediaWiki with SQLite needs, in lower case → the Debian package that has it.
_MODULES: Final = {
    "ctype": "php-common",
    "dom": "php-xml",
    "fileinfo": "php-common",
    "iconv": "php-common",
    "intl": "php-intl",
    "json": "php-cli",
    "mbstring": "php-mbstring",
    "pdo_sqlite": "php-sqlite3",
    "xml": "php-xml",
}
DEBIAN_PACKAGES: Final = (
    "mediawiki",
    "php-cli",
    "php-sqlite3",
    "php-mbstring",
    "php-xml",
    "php-intl",
    "lua5.1",
)

EXTENSIONS: Final = (
    "AbuseFilter",
    "Cite",
    "ParserFunctions",
    "Poem",
    "Scribunto",
    "SpamBlacklist",
    "TemplateData",
    "TitleBlacklist",
)
"""Those a test wiki turns on, as far as they are installed."""

_SKINS: Final = ("Vector", "MinervaNeue", "MonoBook", "Timeless")
_VERSION: Final = re.compile(r"""define\(\s*'MW_VERSION',\s*'([^']+)'""")


class Software(NamedTuple):
    """What a test wiki runs on."""

    php: str
    """The path of the command ``php``."""
    mediawiki: Path
    """The folder of MediaWiki, which is only read."""
    version: str
    """That of MediaWiki, such as ``1.39.17``."""
    extensions: tuple[str, ...]
    skins: tuple[str, ...]
    lua: str | None
    """The path of Lua 5.1, if the system has one; MediaWiki brings its own for some systems."""


def find_software(mediawiki: Path | None = None) -> Software:
    """Return what a test wiki can run on.

    Args:
        mediawiki: the folder of MediaWiki; else that of the environment variable
            ``HOMS_WIKI_MEDIAWIKI``, else where packages put it. The variable ``HOMS_WIKI_PHP``
            names another command than ``php``.

    Raises:
        MissingSoftwareError: something is not installed; the message says how to.
    """
    folder = _find_mediawiki(mediawiki)
    php = _find_php()
    _check_modules(php)
    return Software(
        php=php,
        mediawiki=folder,
        version=_version(folder),
        extensions=tuple(name for name in EXTENSIONS if _has(folder / "extensions" / name)),
        skins=tuple(name for name in _SKINS if _has(folder / "skins" / name)),
        lua=shutil.which("lua5.1"),
    )


def _has(part: Path) -> bool:
    return any((part / name).is_file() for name in ("extension.json", "skin.json"))


def _find_mediawiki(named: Path | None) -> Path:
    variable = os.environ.get(MEDIAWIKI_VARIABLE)
    if named is None and variable:
        named = Path(variable)
    if named is not None:
        if not _is_mediawiki(named):
            raise MissingSoftwareError(f"{named}: there is no MediaWiki in this folder")
        return named.resolve()
    for place in map(Path, _PLACES):
        if _is_mediawiki(place):
            return place
    raise MissingSoftwareError(
        f"MediaWiki is not installed. On Debian and Ubuntu: {_install(DEBIAN_PACKAGES)}. "
        f"Elsewhere, name its folder with --mediawiki or {MEDIAWIKI_VARIABLE}."
    )


def _is_mediawiki(folder: Path) -> bool:
    return all((folder / name).is_file() for name in ("api.php", "maintenance/install.php"))


def _find_php() -> str:
    wanted = os.environ.get(PHP_VARIABLE) or "php"
    php = shutil.which(wanted)
    if php is None:
        raise MissingSoftwareError(
            f"PHP is not installed: there is no command {wanted!r}. On Debian and Ubuntu: "
            f"{_install(DEBIAN_PACKAGES[1:])}. Elsewhere, name it with {PHP_VARIABLE}."
        )
    return php


def _check_modules(php: str) -> None:
    try:
        listed = subprocess.run(  # noqa: S603 - found above
            [php, "-m"], stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=30
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise MissingSoftwareError(f"{php}: PHP cannot be run: {error}") from error
    present = {line.strip().lower() for line in listed.stdout.decode("latin-1").splitlines()}
    missing = [name for name in _MODULES if name not in present]
    if missing:
        packages = dict.fromkeys(_MODULES[name] for name in missing)
        raise MissingSoftwareError(
            f"{php}: PHP lacks what MediaWiki needs: {', '.join(missing)}. "
            f"On Debian and Ubuntu: {_install(packages)}."
        )


def _install(packages: tuple[str, ...] | dict[str, None]) -> str:
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"


def _version(folder: Path) -> str:
    try:
        text = (folder / "includes" / "Defines.php").read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise MissingSoftwareError(f"{folder}: this MediaWiki cannot be read: {error}") from error
    found = _VERSION.search(text)
    if found is None:
        raise MissingSoftwareError(f"{folder}: this MediaWiki does not say its version")
    return found[1]
