"""The names of the rules that a file's settings select, for those who ask after more than rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.settings import rules_for

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.cli.linting.choosing import RuleChooser


class Selected:
    """Tells which rules are selected for a file, and which are not.

    Args:
        chooser: chooses the rules.
    """

    __slots__ = ("_chooser", "_names")

    def __init__(self, chooser: RuleChooser) -> None:
        self._chooser = chooser
        self._names: dict[tuple[int, ...], frozenset[str]] = {}

    def names(self, path: Path) -> frozenset[str]:
        """Return the names of the rules that are selected for a file."""
        layers = self._chooser.layers(path)
        key = tuple(map(id, layers))  # the layers live as long as the chooser
        if key not in self._names:
            chosen = rules_for(layers, self._chooser.entries(path))
            self._names[key] = frozenset(each.entry.name for each in chosen)
        return self._names[key]

    def others(self, path: Path) -> frozenset[str]:
        """Return the names of the rules that there are, but that are not selected."""
        return frozenset(entry.name for entry in self._chooser.entries(path)) - self.names(path)
