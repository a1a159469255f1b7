"""Which rules run on which file: its settings, and what the command line says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.active import ActiveRules
from homs_wiki.lint.discovery import catalogue
from homs_wiki.lint.settings import check_layers, read_lint_config, rules_for

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.configs import Configs
    from homs_wiki.lint.discovery import RuleEntry
    from homs_wiki.lint.settings import ChosenRule, Layer, LintConfig
    from homs_wiki.lint.suppression import Meanings


class RuleChooser:
    """Chooses the rules for each file of a run.

    Args:
        configs: the files of settings.
        command_line: what the command line says; it holds for all files, over their settings.
    """

    __slots__ = ("_active", "_checked", "_command_line", "_configs", "_entries", "_names", "_read")

    def __init__(self, configs: Configs, command_line: Layer) -> None:
        self._configs = configs
        self._command_line = command_line
        self._read: dict[Path | None, LintConfig] = {}
        self._entries: dict[Path | None, list[RuleEntry]] = {}
        # By identity; configurations and layers live as long as this.
        self._checked: set[int] = set()
        self._active: dict[tuple[int, ...], ActiveRules] = {}
        self._names: dict[tuple[int, ...], frozenset[str]] = {}

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
        """Return the rules there are for a file, those of its settings included.

        Raises:
            ConfigError: the settings are wrong.
            RuleLoadError: a rule that they name cannot be used.
        """
        config = self._configs.of(path)
        if config.path not in self._entries:
            self._entries[config.path] = _all_entries(self.config(path))
        return self._entries[config.path]

    def rules(self, path: Path) -> ActiveRules:
        """Return the rules to run on a file.

        Raises:
            ConfigError, UnknownRuleError: the settings or the command line are wrong.
            RuleLoadError: a rule that the settings name cannot be used.
        """
        layers = self.layers(path)
        key = tuple(map(id, layers))
        if key not in self._active:
            self._active[key] = ActiveRules(self.chosen(path))
        return self._active[key]

    def usual_rules(self, path: Path) -> list[ChosenRule]:
        """Return the rules that would run on a file if no settings were for some files only.

        Raises as `rules`.
        """
        return rules_for((self.config(path).base, self._command_line), self.entries(path))

    def chosen(self, path: Path) -> list[ChosenRule]:
        """Return the rules that the layers choose for a file; raises as `rules`.

        The settings for other files must be right, too: they may never hold for one because of
        what is wrong with them.
        """
        config = self.config(path)
        if config.paths and id(config) not in self._checked:
            check_layers((each.layer for each in config.paths), self.entries(path))
            self._checked.add(id(config))
        return rules_for(self.layers(path), self.entries(path))

    def names(self, path: Path) -> frozenset[str]:
        """Return the names of the rules that are selected for a file; raises as `rules`."""
        layers = self.layers(path)
        key = tuple(map(id, layers))
        if key not in self._names:
            self._names[key] = frozenset(each.entry.name for each in self.chosen(path))
        return self._names[key]

    def meanings(self, path: Path) -> Meanings:
        """Return what the names in the comments of a file mean; raises as `rules`."""
        from homs_wiki.lint.suppression import Meanings

        return Meanings.of(self.entries(path), self.names(path))

    def excludes(self, path: Path) -> bool:
        """Return whether a file in a folder that is walked is to be passed over; raises as `rules`.

        What is wrong with rules that its settings name is found here, before any page is checked.
        """
        config = self.config(path)
        if config.has_own_rules:
            self.entries(path)
        return config.excludes(path)


def _all_entries(config: LintConfig) -> list[RuleEntry]:
    entries = catalogue()
    if config.has_own_rules:
        from homs_wiki.lint.own import own_entries  # seldom wanted

        entries += own_entries(config, entries)
    return entries
