"""What a result depends on, and remembering results from run to run.

A result depends on the page's text, wiki and title, on its settings, with the rules that come with
them, and on all that this program is made of. Of our own files, data included, size and time of
the last change are asked, so that who works on them sees what they do now; of the libraries
around us, when the last one was installed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import homs_wiki
from homs_wiki.cli.inputs import STDIN
from homs_wiki.lint.cache import ResultCache, key
from homs_wiki.lint.plain import from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.cli.configs import Configs
    from homs_wiki.cli.linting.checker import Checked
    from homs_wiki.cli.linting.choosing import RuleChooser
    from homs_wiki.cli.subjects import Subject

_MOST_FINDINGS = 2_000  # on a page; more would hardly find room

_PACKAGES = ("site-packages", "dist-packages")


def usual_folder() -> Path:
    """Return the folder of the user's cache."""
    from platformdirs import user_cache_path

    folder: Path = user_cache_path("homs-wiki")
    return folder


class Memory:
    """Remembers what was found on pages.

    Args:
        folder: where the cache is.
        configs: the files of settings.
        chooser: chooses the rules by them.
    """

    def __init__(self, folder: Path, configs: Configs, chooser: RuleChooser) -> None:
        self._cache = ResultCache(folder)
        self._configs = configs
        self._chooser = chooser
        self._ourselves: str | None = None
        self._settings: dict[tuple[object, ...], str] = {}

    def name(self, subject: Subject) -> str | None:
        """Return the name of a page's result; None if it is not to be remembered.

        Raises:
            ConfigError: its settings cannot be read.
        """
        path, wiki, title = subject.origin
        if path == STDIN or not self._chooser.config(path).cache:
            return None
        if self._ourselves is None:
            self._ourselves = key(_ourselves())
        # Where the wiki is guessed, there is a note with the name of the file.
        page = repr((wiki, title, "" if wiki else subject.source.name))
        return key((self._ourselves, self._settings_of(path), page, subject.source.text))

    def recall(self, name: str, subject: Subject) -> Checked | None:
        """Return what was found on a page; None if that is not known."""
        from homs_wiki.cli.linting.checker import Checked

        data: Any = self._cache.get(name)
        try:
            language, direction, notes, findings = data
            found = [from_plain(each) for each in findings]
        except (ValueError, TypeError, KeyError, AttributeError):
            return None
        return Checked(subject.source, found, [], language, direction, tuple(notes))

    def keep(self, name: str, checked: Checked) -> None:
        """Remember what was found on a page, unless a rule failed on it or it is too much."""
        if not checked.crashes and len(checked.findings) <= _MOST_FINDINGS:
            found = [to_plain(finding) for finding in checked.findings]
            self._cache.put(name, [checked.language, checked.direction, checked.notes, found])

    def _settings_of(self, path: Path) -> str:
        """Return a hash of the settings of a file, of own rules too."""
        file = self._configs.of(path).path
        layers = self._chooser.layers(path)
        known = (file, *map(id, layers))
        if known not in self._settings:
            config = self._chooser.config(path)
            # Where a layer stands changes nothing.
            values = repr([layer._replace(where="") for layer in layers])
            content = file.read_bytes() if file else b""
            own = ""
            if config.has_own_rules:
                from homs_wiki.lint.own import fingerprint

                own = fingerprint(config)
            self._settings[known] = key((values, content, own))
        return self._settings[known]


def _ourselves() -> Iterator[str]:
    """Yield what this program is made of."""
    yield sys.version
    for folder in homs_wiki.__path__:
        yield from _files(folder)
    for folder in sys.path:
        if os.path.basename(folder) in _PACKAGES and os.path.isdir(folder):  # noqa: PTH112, PTH119
            # Installing a distribution puts a folder in here.
            yield f"{folder} {os.stat(folder).st_mtime_ns}"  # noqa: PTH116


def _files(folder: str) -> Iterator[str]:
    """Yield every file in a folder and the folders in it with its size and time."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                found = entry.stat()
                yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"
