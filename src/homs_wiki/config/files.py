"""Finding and opening the file of settings."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any, Final

from homs_wiki.source import HomsWikiError
from homs_wiki.source.table import Table

OWN_FILE: Final = "homs-wiki.toml"
SHARED_FILE: Final = "pyproject.toml"
SECTIONS: Final = ("sites", "lint")
"""The sections there are."""


_MENTION: Final = re.compile(
    r"""tool\s*\.\s*["']?homs-wiki | ^\s*\[\s*tool\s*\] | ^\s*tool\s*=""",
    re.MULTILINE | re.VERBOSE,
)
"""The ways to write the table ``[tool.homs-wiki]``."""


class ConfigError(HomsWikiError):
    """A file of settings that cannot be read, or says what cannot be."""


class Config:
    """One file of settings, or none.

    Attributes:
        path: the file; None if there is none, and every section is empty.
        profile: the wiki that pages belong to for which nothing else says it; None without one.
    """

    __slots__ = ("_content", "_where", "path", "profile")

    def __init__(
        self, path: Path | None, content: dict[str, Any], where: str, profile: str | None = None
    ) -> None:
        self.path = path
        self.profile = profile
        self._content = content
        self._where = where

    def section(self, name: str) -> Table:
        """Return one of `SECTIONS` to read key by key; empty if the file has none.

        Raises:
            ConfigError: it is no table.
        """
        return Table(self._content, self._where, ConfigError).table(name)


def find_config(folder: Path) -> Config:
    """Return the settings that hold in a folder: those of the nearest file in it or above it.

    In one folder ``homs-wiki.toml`` goes before ``pyproject.toml``, and a ``pyproject.toml``
    without ``[tool.homs-wiki]`` is none. Settings of two files are never mixed.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or has a section that is none; or it is
            a symbolic link that leads to no file.
    """
    folder = folder.absolute()
    for parent in (folder, *folder.parents):
        for name in (OWN_FILE, SHARED_FILE):
            path = parent / name
            # Path's own is_file() may raise where a folder must not be looked into.
            if os.path.isfile(path):  # noqa: PTH113
                if config := _read(path):
                    return config
            elif name == OWN_FILE and os.path.islink(path):  # noqa: PTH114
                # To go on to the settings of a folder above would be to pass over these.
                raise ConfigError(f"{path}: cannot be read: the link leads to no file")
    return Config(None, {}, "no settings")


def read_config(path: Path) -> Config:
    """Return the settings of a file that was named.

    Raises:
        ConfigError: as `find_config`; or it is a ``pyproject.toml`` that has none.
    """
    config = _read(path)
    if config is None:
        raise ConfigError(f"{path}: there is no table [tool.homs-wiki] in it")
    return config


def _read(path: Path) -> Config | None:
    """Read a file; None if it is one of other programs too and has nothing for this one."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        if path.name == SHARED_FILE and not _MENTION.search(text):
            return None  # parsing takes its time
        content = tomllib.loads(text)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or error
        raise ConfigError(f"{path}: cannot be read: {reason}") from error
    except RecursionError:
        raise ConfigError(f"{path}: cannot be read: it is nested too deeply") from None
    where = str(path)
    if path.name == SHARED_FILE:
        tools = content.get("tool", {})
        if not isinstance(tools, dict) or "homs-wiki" not in tools:
            return None
        content, where = tools["homs-wiki"], f"{path}, [tool.homs-wiki]"
        if not isinstance(content, dict):
            raise ConfigError(f"{path}: 'tool.homs-wiki' must be a table")
    # Sections are read when they are wanted, but a misspelt one must not go unnoticed.
    whole = Table(content, where, ConfigError)
    for section in SECTIONS:
        whole.table(section)
    profile = whole.text("profile", "") or None
    whole.close()
    return Config(path, content, where, profile)
