"""What a checker is made of, as plain data that can be handed to another process."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.cli.configs import Configs
from homs_wiki.cli.inputs import STDIN
from homs_wiki.cli.linting.checker import Checker
from homs_wiki.cli.linting.choosing import RuleChooser
from homs_wiki.cli.subjects import Subjects

if TYPE_CHECKING:
    from pathlib import Path

    from homs_wiki.lint.rule import Rule
    from homs_wiki.lint.settings import Layer


class Plan(NamedTuple):
    """What a checker is made of.

    Attributes:
        profile: the wiki the user says the pages belong to.
        settings: the one file of settings that holds for all; None to look for the nearest.
        command_line: what the command line says of rules.
        max_size: the most bytes a page may have.
        cache: the folder of the cache; None to check everything anew.
        timings: whether the time of each rule is taken.
    """

    profile: str | None
    settings: Path | None
    command_line: Layer
    max_size: int
    cache: Path | None = None
    timings: bool = False

    def checker(self) -> Checker:
        """Return a checker; every call makes another one."""
        configs = Configs(self.settings)
        subjects = Subjects(self.profile, self.max_size, configs)
        checker = Checker(subjects, RuleChooser(configs, self.command_line))
        if self.cache:
            checker.remember_in(self.cache)
        if self.timings:
            checker.take_times()
        return checker

    def find_rule(self, name: str) -> type[Rule] | None:
        """Return a rule by its name, those of the settings of this folder included."""
        chooser = RuleChooser(Configs(self.settings), self.command_line)
        entries = (entry for entry in chooser.entries(STDIN) if entry.name == name)
        return next((entry.load() for entry in entries), None)
