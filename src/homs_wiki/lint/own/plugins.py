"""Rules written by others: from installed packages, and from folders that settings name."""

from __future__ import annotations

import sys
from importlib import import_module, invalidate_caches
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from homs_wiki.config import ConfigError
from homs_wiki.lint.discovery import RuleLoadError
from homs_wiki.lint.own.errors import described
from homs_wiki.lint.own.vetting import vetted
from homs_wiki.lint.rule import Rule
from homs_wiki.source.closest import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUP: Final = "homs_wiki.rules"
"""The entry points by which a package offers rules: each a class, or a module with some."""

_number = count(1)


def from_folder(folder: Path, where: str) -> Iterator[tuple[str, type[Rule]]]:
    """Yield the rules in the files ``*.py`` of a folder, each with the path of its file.

    Files whose name begins with ``_`` are passed over; the others may import what is in them, and
    each other, as in a package: ``from ._words import WORDS``.

    Args:
        folder: the folder.
        where: the place that names it, for people.

    Raises:
        ConfigError: there is no such folder.
        RuleLoadError: a file cannot be imported, holds no rule, or one that is wrongly made.
    """
    if not folder.is_dir():
        raise ConfigError(f"{where}: 'rules-path': there is no folder {folder}")
    # A package without a file of its own, under a name that nothing else has.
    package = ModuleType(f"_homs_wiki_own_rules_{next(_number)}")
    package.__path__ = [str(folder)]
    sys.modules[package.__name__] = package
    invalidate_caches()  # the folder may have changed since something was imported
    for file in files_in(folder):
        if file.name.startswith("_"):
            continue
        if "." in file.stem:
            raise RuleLoadError(f"{file}: a file of rules may have no dot in its name")
        yield from _from_module(f"{package.__name__}.{file.stem}", str(file))


def files_in(folder: Path) -> list[Path]:
    """Return the files of Python in a folder, sorted; none if it cannot be read."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix == ".py")
    except OSError:
        return []


def content_of(file: Path) -> bytes:
    """Return what is in a file; nothing if it cannot be read."""
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _from_module(name: str, where: str) -> Iterator[tuple[str, type[Rule]]]:
    try:
        module = import_module(name)
    except (Exception, SystemExit) as error:
        raise RuleLoadError(f"{where}: cannot be imported: {described(error, where)}") from error
    rules = _rules_of(module)
    if not rules:
        raise RuleLoadError(
            f"{where}: holds no rule, that is no class derived from homs_wiki.lint.api.Rule whose "
            "name does not begin with an underscore"
        )
    for rule in rules:
        yield where, vetted(rule, where)


def _rules_of(module: ModuleType) -> list[type[Rule]]:
    """Return the rules that a module defines, not those that it imports."""
    return [
        value
        for name, value in vars(module).items()
        if isinstance(value, type)
        and issubclass(value, Rule)
        and value.__module__ == module.__name__
        and not name.startswith("_")
    ]


def version_of(name: str) -> str:
    """Return the version of an installed package; nothing if it is not installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except (PackageNotFoundError, ValueError):
        return ""


def from_package(name: str, where: str) -> Iterator[tuple[str, type[Rule]]]:
    """Yield the rules that an installed package offers, each with the place of its code.

    Only this package is looked up: to ask all that are installed would cost every run its time.

    Args:
        name: the name under which it is installed.
        where: the place that names it, for people.

    Raises:
        ConfigError: it is not installed, or offers no rules.
        RuleLoadError: its rules cannot be imported, or one of them is wrongly made.
    """
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        offered = distribution(name).entry_points.select(group=GROUP)
    except (PackageNotFoundError, ValueError) as error:
        raise ConfigError(
            f"{where}: 'plugins': there is no package {name!r} installed for {sys.executable}"
            f"{_perhaps(name)}"
        ) from error
    if not offered:
        raise ConfigError(f"{where}: 'plugins': {name!r} has no entry points of {GROUP!r}")
    seen: set[type[Rule]] = set()
    for entry_point in sorted(offered):
        said = f"the plug-in {name} ({entry_point.name} = {entry_point.value})"
        try:
            loaded = entry_point.load()
        except (Exception, SystemExit) as error:
            file = getattr(sys.modules.get(entry_point.module), "__file__", None) or ""
            said = f"{said}: cannot be imported: {described(error, file)}"
            raise RuleLoadError(said) from error
        for rule in _rules_offered(loaded, said):
            if rule not in seen:
                seen.add(rule)
                file = getattr(sys.modules.get(rule.__module__), "__file__", None)
                place = f"{said}, {file}" if file else said
                yield place, vetted(rule, place, file)


def _perhaps(name: str) -> str:
    """Return the question whether a package that offers rules, and is called alike, is meant."""
    from importlib.metadata import distributions

    offering = {
        str(each.name)  # None where its files are damaged
        for each in distributions()
        if any(entry_point.group == GROUP for entry_point in each.entry_points)
    }
    meant = closest(name, offering)
    return f"; did you mean {meant!r}?" if meant else ""


def _rules_offered(loaded: object, where: str) -> list[type[Rule]]:
    if isinstance(loaded, ModuleType):
        rules = _rules_of(loaded)
    else:
        rules = [loaded] if isinstance(loaded, type) and issubclass(loaded, Rule) else []
    if not rules:
        raise RuleLoadError(
            f"{where}: is neither a class derived from homs_wiki.lint.api.Rule nor a module with "
            "some"
        )
    return rules
