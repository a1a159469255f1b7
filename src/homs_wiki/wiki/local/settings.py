"""What differs between test wikis: ``settings.json``, which ``LocalSettings.php`` reads."""

import json
import secrets
import shutil
from pathlib import Path
from typing import Any, Final, NamedTuple

from homs_wiki.source import write_atomic
from homs_wiki.wiki.local.errors import FolderError
from homs_wiki.wiki.local.pages import PageSet
from homs_wiki.wiki.local.software import Software

_TEMPLATE: Final = Path(__file__).parent / "php" / "LocalSettings.php"
# Namespaces of a wiki's own; beyond are those of extensions, which come with them.
_OWN_NAMESPACES: Final = range(100, 200)


class Settings(NamedTuple):
    """The settings of one test wiki.

    Attributes:
        language: the code of its content language.
        mediawiki: the version of MediaWiki that its database is made for.
        name: what it calls itself.
        secret_key: what MediaWiki signs sessions with.
        meta_namespace: the name of namespace 4, as on the wiki of the profile.
        meta_namespace_talk: that of namespace 5.
        namespaces: number, as text, to name.
        extensions: those that are on.
        skins: those that are on.
        lua: the path of Lua 5.1; None to leave it to Scribunto.
        diff3: the path of GNU diff3, by which MediaWiki merges; empty if there is none.
    """

    language: str
    mediawiki: str
    name: str
    secret_key: str
    meta_namespace: str
    meta_namespace_talk: str
    namespaces: dict[str, str]
    extensions: list[str]
    skins: list[str]
    lua: str | None
    diff3: str

    def __repr__(self) -> str:
        return f"Settings({self.language!r}, {self.mediawiki!r}, …)"

    def on(self, software: Software) -> "Settings":
        """Return these settings for what is installed now."""
        return self._replace(
            mediawiki=software.version,
            extensions=list(software.extensions),
            skins=list(software.skins),
            lua=software.lua,
            diff3=shutil.which("diff3") or "",
        )


def new_settings(language: str, pages: PageSet, software: Software) -> Settings:
    """Return the settings of a new wiki."""
    profile = pages.profile
    numbers = [number for number in _OWN_NAMESPACES if profile.namespace_names(number)]
    return Settings(
        language=language,
        mediawiki="",
        name=pages.words["name"],
        secret_key=secrets.token_hex(32),
        meta_namespace=_underscored(profile.namespace_name(4)),
        meta_namespace_talk=_underscored(profile.namespace_name(5)),
        namespaces={str(each): _underscored(profile.namespace_name(each)) for each in numbers},
        extensions=[],
        skins=[],
        lua=None,
        diff3="",
    ).on(software)


def _underscored(name: str) -> str:
    return name.replace(" ", "_")


def write_settings(folder: Path, settings: Settings) -> None:
    """Write ``settings.json`` and ``LocalSettings.php`` of the wiki in ``folder``."""
    table: dict[str, Any] = settings._asdict()
    data = json.dumps(table, ensure_ascii=False, indent=2).encode() + b"\n"
    _write_changed(folder / "LocalSettings.php", _TEMPLATE.read_bytes())
    _write_changed(folder / "settings.json", data)


def _write_changed(path: Path, data: bytes) -> None:
    """Leave a file alone that has ``data`` already: MediaWiki goes by the time of its settings."""
    if not path.exists() or path.read_bytes() != data:
        write_atomic(path, data)


def read_settings(folder: Path) -> Settings:
    """Read the settings of the wiki in ``folder``; :class:`FolderError` if that cannot be."""
    path = folder / "settings.json"
    try:
        return Settings(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError) as error:
        raise FolderError(f"{path}: the settings cannot be read; reset the wiki") from error
