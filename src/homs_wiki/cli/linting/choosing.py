"""Which rules run on which file: its settings, and what the command line says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.active import ActiveRules
from homs_wiki.lint.discovery import catalogue
from homs_wiki.lint.settings import read_lint_config, rules_for

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.configs import Configs
    from homs_wiki.lint.discovery import RuleEntry
    from homs_wiki.lint.settings import Layer, LintConfig


class RuleChooser:
    """Chooses the rules for each file of a run.

    Args:
        configs: the files of settings.
        command_line: what the command line says; it holds for all files, over their settings.
    """

    __slots__ = ("_active", "_command_line", "_configs", "_entries", "_read")

    def __init__(self, configs: Configs, command_line: Layer) -> None:
        self._configs = configs
        self._command_line = command_line
        self._read: dict[Path | None, LintConfig] = {}
        self._entries: dict[Path | None, list[RuleEntry]] = {}
        self._active: dict[tuple[int, ...], ActiveRules] = {}

    def config(self, path: Path) -> LintConfig:
        """Return what the settings of a file say of linting; raises `ConfigError`."""
        config = self._configs.of(path)
        if config.path not in self._read:
            self._read[config.path] = read_lint_config(config)
        return self._read[config.path]

    def layers(self, path: Path) -> tuple[Layer, ...]:
        """Return the layers of settings that hold for a file, the command line last."""
        return (*self.config(path).layers(path), self._command_line)

    def entries(self, path: Path) -> list[RuleEntry]:
        """Return the rules there are for a file, those of its settings included."""
        config = self._configs.of(path)
        if config.path not in self._entries:
            self.config(path)  # what is wrong with the settings must be said
            self._entries[config.path] = catalogue()
        return self._entries[config.path]

    def rules(self, path: Path) -> ActiveRules:
        """Return the rules to run on a file.

        Raises:
            ConfigError, UnknownRuleError: the settings or the command line are wrong.
        """
        layers = self.layers(path)
        key = tuple(map(id, layers))  # the layers live as long as this
        if key not in self._active:
            self._active[key] = ActiveRules(rules_for(layers, self.entries(path)))
        return self._active[key]

    def excludes(self, path: Path) -> bool:
        """Return whether a file in a folder that is walked is to be passed over."""
        return self.config(path).excludes(path)
