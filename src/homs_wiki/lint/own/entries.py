"""All rules of one's own that some settings name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from homs_wiki.lint.discovery import RuleEntry, RuleLoadError, entry_of
from homs_wiki.lint.rule import RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from homs_wiki.lint.rule import Rule
    from homs_wiki.lint.settings import LintConfig


def own_entries(config: LintConfig, ours: Iterable[RuleEntry]) -> list[RuleEntry]:
    """Return the rules that settings name beside ``ours``, sorted by family and name.

    Raises:
        RuleLoadError: a plug-in cannot be imported, or a rule is not made as it must be; the
            message names it.
        ConfigError: a package or a folder is not there.
    """
    names = _Names(ours)
    entries = []
    for where, rule in _made(config):
        entry = entry_of(rule, partial(_itself, rule))
        names.take(entry, where)
        entries.append(entry)
    return sorted(entries, key=lambda entry: (entry.family, entry.name))


def _itself(rule: type[Rule]) -> type[Rule]:
    return rule


def _made(config: LintConfig) -> Iterator[tuple[str, type[Rule]]]:
    """Yield the classes, each with the place it comes from, for people."""
    if config.plugins or config.rules_path:
        from homs_wiki.lint.own import plugins

        for name in config.plugins:
            yield from plugins.from_package(name, config.base.where)
        if config.folder is not None:
            for name in config.rules_path:
                yield from plugins.from_folder(config.folder / name, config.base.where)
    if config.patterns:
        from homs_wiki.lint.own.pattern_rule import rule_of

        for spec in config.patterns:
            yield spec.where, rule_of(spec)


class _Names:
    """The names that are taken, each with who has it."""

    def __init__(self, ours: Iterable[RuleEntry]) -> None:
        ours = list(ours)
        self._families = {entry.family for entry in ours}
        self._taken = dict.fromkeys(self._families, "a family of homs-wiki")
        self._taken |= dict.fromkeys(RuleSet, "a set of rules")
        self._taken |= {entry.name: "a rule of homs-wiki" for entry in ours}
        self._own_families: dict[str, str] = {}

    def take(self, entry: RuleEntry, where: str) -> None:
        """Take the names of a rule; raises `RuleLoadError` if somebody has one of them."""
        if entry.family in self._taken:
            said = f"its family {entry.family!r} is {self._taken[entry.family]}"
            raise RuleLoadError(f"{where}: the rule {entry.name}: {said}; choose another one")
        self._own_families.setdefault(entry.family, f"the family of {entry.name} in {where}")
        other = self._taken.get(entry.name) or self._own_families.get(entry.name)
        if other:
            said = f"that is also the name of {other}"
            raise RuleLoadError(f"{where}: the rule {entry.name}: {said}; choose another one")
        self._taken[entry.name] = f"a rule in {where}"


def fingerprint(config: LintConfig) -> str:
    """Return what changes whenever the code of plug-ins or of folders of rules does.

    Patterns are not part of it: they stand in the settings. Nothing is imported for it, and what
    cannot be read counts as nothing: loading the rules says so.
    """
    from hashlib import blake2b

    from homs_wiki.lint.own import plugins

    digest = blake2b(digest_size=16)
    for name in config.plugins:
        digest.update(f"{name}\0{plugins.version_of(name)}\0".encode())
    if config.folder is not None:
        for name in config.rules_path:
            for file in plugins.files_in(config.folder / name):
                digest.update(f"{file.name}\0".encode("utf-8", "surrogateescape"))
                digest.update(plugins.content_of(file) + b"\0")
    return digest.hexdigest()
