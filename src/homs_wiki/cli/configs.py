"""The files of settings that hold for the files of a run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from homs_wiki.cli.inputs import STDIN
from homs_wiki.config import find_config, read_config

if TYPE_CHECKING:
    from homs_wiki.config import Config


class Configs:
    """Finds the settings for each file; a file of settings is read once a run.

    Args:
        named: the one file of settings that holds for all; None to look for the nearest.
    """

    __slots__ = ("_by_folder", "_by_path", "_named")

    def __init__(self, named: Path | None = None) -> None:
        self._named = named
        self._by_folder: dict[Path, Config] = {}
        self._by_path: dict[Path | None, Config] = {}

    def of(self, path: Path) -> Config:
        """Return the settings for a file; for standard input those of the current folder.

        Two files with the same settings get the same object.

        Raises:
            ConfigError: they cannot be read.
        """
        folder = Path().absolute() if path == STDIN else path.absolute().parent
        config = self._by_folder.get(folder)
        if config is None:
            found = read_config(self._named) if self._named else find_config(folder)
            config = self._by_folder[folder] = self._by_path.setdefault(found.path, found)
        return config
