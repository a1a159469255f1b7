"""Finding the rules, and choosing among them by name.

``rules/<family>/<rule_name>.py`` *is* the rule ``rule-name`` of that family. What a run must know
of it before it imports it stands in `homs_wiki.lint.rule_index`, which is generated from the files.
"""

from __future__ import annotations

import os
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint import rules as _rules
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rule_index import RULE_INDEX
from homs_wiki.source import HomsWikiError
from homs_wiki.source.closest import closest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


class RuleLoadError(HomsWikiError):
    """A file among the rules cannot be imported, or holds no rule that fits its place."""


class UnknownRuleError(HomsWikiError):
    """A name was given that is no rule, no family and no set of rules."""


class RuleEntry(NamedTuple):
    """A rule that need not be imported yet.

    Attributes:
        family, name: as the rule has them.
        rule_set: the smallest set it belongs to.
        triggers, languages: as the rule has them.
        load: imports the rule and returns its class; raises `RuleLoadError` if that fails.
    """

    family: str
    name: str
    rule_set: RuleSet
    triggers: tuple[str, ...]
    languages: frozenset[str] | None
    load: Callable[[], type[Rule]]


def families() -> Mapping[str, tuple[str, ...]]:
    """Return the names of the rules in each family, both sorted, by walking their folders.

    The index is made from this. Nothing is imported. Files whose name begins with an underscore
    hold what the rules of a family share.
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


def catalogue() -> list[RuleEntry]:
    """Return every rule there is, sorted by family and name; nothing is imported for it."""
    return [
        RuleEntry(
            family, name, _SETS[rule_set], triggers, languages, partial(_class_of, family, name)
        )
        for (family, name), (rule_set, triggers, languages) in RULE_INDEX.items()
    ]


_SETS = {rule_set.value: rule_set for rule_set in RuleSet}


def entry_of(rule: type[Rule], load: Callable[[], type[Rule]]) -> RuleEntry:
    """Return the entry of a rule that has been imported."""
    return RuleEntry(rule.family, rule.name, rule.rule_set, rule.triggers, rule.languages, load)


def choose(
    entries: Iterable[RuleEntry], select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> list[RuleEntry]:
    """Return the rules that are wanted, in the order of ``entries``.

    Args:
        entries: what there is to choose from.
        select: names of rules, families and sets (`RuleSet`); ``family:set`` is the part of a
            family that belongs to a set, a family alone its recommended part. Nothing means
            ``recommended``.
        ignore: names of rules, of whole families, or ``family:set`` and sets likewise; what is
            ignored stays ignored whatever ``select`` says.

    Raises:
        UnknownRuleError: a name is unknown; the message has a suggestion.
    """
    entries = list(entries)
    wanted = frozenset(select) or {RuleSet.RECOMMENDED.value}
    refused = frozenset(ignore)
    _refuse_unknown(wanted | refused, entries)
    return [
        entry
        for entry in entries
        if not wanted.isdisjoint(_names_of(entry))
        and refused.isdisjoint((*_names_of(entry), entry.family))
    ]


def _names_of(entry: RuleEntry) -> Iterator[str]:
    """Yield every name that selects a rule."""
    yield entry.name
    for rule_set in entry.rule_set.holders:
        yield rule_set.value
        yield f"{entry.family}:{rule_set.value}"
    if entry.rule_set is RuleSet.RECOMMENDED:
        yield entry.family


def load_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[Rule]:
    """Return the rules to run, imported, with the defaults of their options.

    Raises:
        UnknownRuleError: as `choose`.
        RuleLoadError: a rule cannot be imported or does not fit its place.
    """
    return [entry.load()() for entry in choose(catalogue(), select, ignore)]


def load_rule(family: str, name: str) -> Rule:
    """Return the rule ``name`` from the folder ``family``.

    Raises:
        RuleLoadError: its file cannot be imported, or does not hold exactly one rule of that name
            and family.
    """
    return _class_of(family, name)()


def _class_of(family: str, name: str) -> type[Rule]:
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
    [rule] = classes
    found = (getattr(rule, "family", None), getattr(rule, "name", None))
    if found != (family, name):
        raise RuleLoadError(f"{module_name} must hold the rule {family}/{name}, not {found}")
    return rule


def valid_names(entries: Iterable[RuleEntry]) -> set[str]:
    """Return every name that `choose` knows."""
    known = {entry.family for entry in entries}
    return {
        *RuleSet,
        *known,
        *(f"{family}:{rule_set}" for family in known for rule_set in RuleSet),
        *(entry.name for entry in entries),
    }


def _refuse_unknown(names: Iterable[str], entries: Iterable[RuleEntry]) -> None:
    valid = valid_names(entries)
    unknown = sorted(name for name in names if name not in valid)
    if unknown:
        raise unknown_rule("rule, family or set", unknown[0], valid)


def unknown_rule(what: str, name: str, known: Iterable[str]) -> UnknownRuleError:
    """Return the error that there is no ``what`` of that name, with what may have been meant."""
    close = closest(name, sorted(known))
    hint = f"did you mean “{close}”?" if close else "“homs-wiki rules” lists them"
    return UnknownRuleError(f"there is no {what} “{name}”; {hint}")
