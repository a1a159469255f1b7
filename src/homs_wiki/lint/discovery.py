"""Finding the rules by walking their folders, and choosing among them by name.

There is no register: ``rules/<family>/<rule_name>.py`` *is* the rule ``rule-name`` of that family.
So the names are known without importing a rule, and choosing one rule imports one module.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from homs_wiki.lint import rules as _rules
from homs_wiki.lint.off_by_default import OFF_BY_DEFAULT
from homs_wiki.lint.rule import Rule
from homs_wiki.source import HomsWikiError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ALL = "all"
"""The name that stands for every rule, those that are off by default included."""


class RuleLoadError(HomsWikiError):
    """A file among the rules cannot be imported, or holds no rule that fits its place."""


class UnknownRuleError(HomsWikiError):
    """A name was given that is no rule and no family."""


def families() -> Mapping[str, tuple[str, ...]]:
    """Return the names of the rules in each family, both sorted; nothing is imported for it.

    Files whose name begins with an underscore hold what the rules of a family share.
    """
    return {
        entry.name: tuple(sorted(_rules_in(entry.path)))
        for entry in sorted(_entries(_rules.__path__), key=lambda entry: entry.name)
        if entry.is_dir() and not entry.name.startswith(("_", "."))
    }


def _entries(folders: Iterable[str]) -> Iterator[os.DirEntry[str]]:
    for folder in folders:
        with os.scandir(folder) as entries:
            yield from entries


def _rules_in(folder: str) -> Iterator[str]:
    for entry in _entries([folder]):
        stem, suffix = os.path.splitext(entry.name)  # noqa: PTH122 - names, not paths
        if suffix == ".py" and not stem.startswith("_"):
            yield stem.replace("_", "-")


def load_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[Rule]:
    """Return the rules to run, sorted by family and name.

    Args:
        select: names of rules and families, or ``all``; nothing means the rules that are on by
            default. A family's name means its rules that are on by default, ``all`` all there are.
        ignore: names of rules and families to leave out; it wins over ``select``.

    Raises:
        UnknownRuleError: a name is neither a rule nor a family; the message has a suggestion.
        RuleLoadError: a rule cannot be imported or does not fit its place.
    """
    known = families()
    wanted = frozenset(select)
    refused = frozenset(ignore)
    _refuse_unknown(wanted | refused, known)
    chosen: list[Rule] = []
    for family, names in known.items():
        for name in names:
            if refused.intersection((ALL, family, name)):
                continue
            by_name = name in wanted or ALL in wanted
            if by_name or ((not wanted or family in wanted) and name not in OFF_BY_DEFAULT):
                rule = load_rule(family, name)
                if by_name or rule.default:
                    chosen.append(rule)
    return chosen


def load_rule(family: str, name: str) -> Rule:
    """Return the rule ``name`` from the folder ``family``.

    Raises:
        RuleLoadError: its file cannot be imported, or does not hold exactly one rule of that name
            and family.
    """
    module_name = f"{_rules.__name__}.{family}.{name.replace('-', '_')}"
    try:
        module = import_module(module_name)
    except Exception as error:
        raise RuleLoadError(
            f"the rule {name} cannot be imported from {module_name}: "
            f"{type(error).__name__}: {error}; this is a bug in the rule's own file"
        ) from error
    classes = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module_name
    ]
    if len(classes) != 1:
        raise RuleLoadError(f"{module_name} must hold one rule class, it has {len(classes)}")
    rule = classes[0]()
    found = (getattr(rule, "family", None), getattr(rule, "name", None))
    if found != (family, name):
        raise RuleLoadError(f"{module_name} must hold the rule {family}/{name}, not {found}")
    return rule


def _refuse_unknown(names: Iterable[str], known: Mapping[str, tuple[str, ...]]) -> None:
    valid = {ALL, *known, *(name for rules in known.values() for name in rules)}
    unknown = sorted(name for name in names if name not in valid)
    if unknown:
        from difflib import get_close_matches  # only needed to help after a mistake

        close = get_close_matches(unknown[0], sorted(valid), n=1)
        hint = f"did you mean “{close[0]}”?" if close else f"the families are {', '.join(known)}"
        raise UnknownRuleError(f"there is no rule or family “{unknown[0]}”; {hint}")
