"""What the section ``[lint]`` of a file of settings says, and what of it holds for one page.

``docs/configuration.md`` describes the keys. Settings come in layers: the section itself, then
each ``[[lint.paths]]`` that matches the page, in their order, then the command line. A layer that
selects rules starts anew: what the layers before it selected and ignored no longer holds. All
other values are laid over those of the layers before.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.config import Config, ConfigError
from homs_wiki.lint.discovery import UnknownRuleError, choose
from homs_wiki.lint.finding import Severity
from homs_wiki.lint.messages import LANGUAGES
from homs_wiki.source.closest import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from homs_wiki.lint.discovery import RuleEntry
    from homs_wiki.lint.own.patterns import PatternSpec
    from homs_wiki.lint.rule import Rule
    from homs_wiki.source.table import Table

_ACCEPT = "accept"


class Layer(NamedTuple):
    """What one place says; None or empty where it says nothing.

    Attributes:
        where: the place, for people.
        select, ignore: names as for `homs_wiki.lint.discovery.choose`.
        severity: by the name of a rule or a family.
        options: by the name of a rule, then of its option.
        accept: words that no rule about words may complain of.
    """

    where: str
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    options: Mapping[str, Mapping[str, object]] = {}
    accept: tuple[str, ...] = ()


class PathLayer(NamedTuple):
    """A layer for the files that match patterns, written as in a ``.gitignore``."""

    match: tuple[str, ...]
    layer: Layer


class LintConfig(NamedTuple):
    """The section ``[lint]`` of one file of settings.

    Attributes:
        folder: what paths and patterns are relative to; None without a file.
        base: what holds for all files.
        paths: what holds for some of them.
        exclude: patterns of files that are passed over when a folder is walked.
        plugins: installed packages with rules.
        rules_path: folders with rules of one's own, relative to ``folder``.
        patterns: the tables ``[[lint.patterns]]``, rules without code.
        language: the language of messages ("ur"); None to ask the locale.
        baseline: the file of old findings, relative to ``folder``.
        cache: whether results are kept for the next run.
    """

    folder: Path | None
    base: Layer
    paths: tuple[PathLayer, ...] = ()
    exclude: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    rules_path: tuple[str, ...] = ()
    patterns: tuple[PatternSpec, ...] = ()
    language: str | None = None
    baseline: str | None = None
    cache: bool = True

    @property
    def has_own_rules(self) -> bool:
        """Whether there are rules beside those that come with homs-wiki."""
        return bool(self.plugins or self.rules_path or self.patterns)

    def layers(self, path: Path) -> tuple[Layer, ...]:
        """Return the layers that hold for a file, the strongest last."""
        if not self.paths:
            return (self.base,)
        return (
            self.base,
            *(each.layer for each in self.paths if self._matches(each.match, path)),
        )

    def excludes(self, path: Path) -> bool:
        """Return whether a file is to be passed over when a folder is walked."""
        return bool(self.exclude) and self._matches(self.exclude, path)

    def _matches(self, patterns: tuple[str, ...], path: Path) -> bool:
        from homs_wiki.lint.paths import matches  # only where there are patterns

        return self.folder is not None and matches(patterns, path, self.folder)


def read_lint_config(config: Config) -> LintConfig:
    """Return what a file of settings says of linting.

    That the rules and options it names exist is checked by `rules_for` and `check_layers`, which
    know all rules.

    Raises:
        ConfigError: a key is unknown, or a value is not what it must be; a pattern cannot be used.
    """
    table = config.section("lint")
    read = LintConfig(
        folder=config.path.parent if config.path else None,
        base=_layer(table),
        paths=tuple(_path_layer(each) for each in table.tables("paths")),
        exclude=table.texts("exclude", ()),
        plugins=table.texts("plugins", ()),
        rules_path=table.texts("rules-path", ()),
        patterns=_patterns(table.tables("patterns")),
        language=table.text("language", "") or None,
        baseline=table.text("baseline", "") or None,
        cache=table.flag("cache", default=True),
    )
    table.close()
    if read.language is not None and read.language not in LANGUAGES:
        raise table.wrong("language", f"one of {', '.join(map(repr, LANGUAGES))}")
    return read


def _patterns(tables: list[Table]) -> tuple[PatternSpec, ...]:
    if not tables:
        return ()
    from homs_wiki.lint.own.patterns import read_pattern  # needs the library of expressions

    return tuple(map(read_pattern, tables))


def _layer(table: Table) -> Layer:
    options = table.table("options")
    return Layer(
        where=table.where,
        select=table.texts("select") if "select" in table else None,
        ignore=table.texts("ignore", ()),
        severity=_severities(table.table("severity")),
        options={rule: _values(each) for rule, each in options.named().items()},
        accept=table.texts(_ACCEPT, ()),
    )


def _path_layer(table: Table) -> PathLayer:
    match = table.texts("match")
    layer = _layer(table)
    table.close()
    return PathLayer(match, layer)


def _severities(table: Table) -> dict[str, Severity]:
    known = [severity.value for severity in Severity]
    return {name: Severity(table.choice(name, known)) for name in table}


def _values(table: Table) -> dict[str, object]:
    return {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in table.values().items()
    }


def rules_for(layers: Sequence[Layer], entries: Iterable[RuleEntry]) -> list[ChosenRule]:
    """Return the rules that ``layers`` choose among ``entries``, with what is set for each.

    Raises:
        UnknownRuleError: a name is no rule, family or set; says in which layer.
        ConfigError: an option does not exist, or its value is of the wrong kind.
    """
    entries = list(entries)
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    for layer in layers:
        if layer.select is not None:
            select, ignore = layer.select, ()
        ignore += layer.ignore
    _check_names(layers, entries)
    return [
        ChosenRule(entry, _options_of(entry, layers), _severity_of(entry, layers))
        for entry in _chosen(layers, entries, select, ignore)
    ]


def _chosen(
    layers: Sequence[Layer],
    entries: Sequence[RuleEntry],
    select: tuple[str, ...] | None,
    ignore: tuple[str, ...],
) -> list[RuleEntry]:
    try:
        chosen = choose(entries, select or (), ignore)
    except UnknownRuleError as error:
        raise _placed(error, layers, entries) from None
    return [] if select == () else chosen  # who selects nothing does not want the usual rules


def _placed(
    error: UnknownRuleError, layers: Sequence[Layer], entries: Sequence[RuleEntry]
) -> UnknownRuleError:
    """Return the error with the place where the unknown name stands."""
    try:
        _check_chosen(layers, entries)
    except UnknownRuleError as found:
        return found
    return error


def check_layers(layers: Iterable[Layer], entries: Iterable[RuleEntry]) -> None:
    """Refuse names that mean nothing, in layers that need not hold for any file.

    Raises as `rules_for`.
    """
    layers, entries = list(layers), list(entries)
    _check_chosen(layers, entries)
    _check_names(layers, entries)


def _check_chosen(layers: Iterable[Layer], entries: Sequence[RuleEntry]) -> None:
    for layer in layers:
        try:
            choose(entries, layer.select or (), layer.ignore)
        except UnknownRuleError as found:
            raise UnknownRuleError(f"{layer.where}: {found}") from None


class ChosenRule(NamedTuple):
    """A rule that is to run, and what is set for it."""

    entry: RuleEntry
    options: Mapping[str, object]
    severity: Severity | None

    def load(self) -> Rule:
        """Import the rule; raises `RuleLoadError` if that cannot be done."""
        made = self.entry.load()
        options = {name: value for name, value in self.options.items() if name in made.options}
        return made(options, self.severity)


def _severity_of(entry: RuleEntry, layers: Sequence[Layer]) -> Severity | None:
    for layer in reversed(layers):
        for name in (entry.name, entry.family):
            if name in layer.severity:
                return layer.severity[name]
    return None


def _options_of(entry: RuleEntry, layers: Sequence[Layer]) -> dict[str, object]:
    """Return what is set; words to accept are offered to every rule, which may not take them."""
    found: dict[str, object] = {}
    accepted: tuple[str, ...] = ()
    for layer in layers:
        accepted += layer.accept
        if entry.name in layer.options:
            found.update(layer.options[entry.name])
    if accepted:
        own = found.get(_ACCEPT, ())
        found[_ACCEPT] = accepted + (own if isinstance(own, tuple) else ())
    return found


def _check_names(layers: Sequence[Layer], entries: Sequence[RuleEntry]) -> None:
    by_name: dict[str, RuleEntry] | None = None
    for layer in layers:
        if not (layer.severity or layer.options):
            continue
        by_name = by_name or {entry.name: entry for entry in entries}
        families = {entry.family for entry in entries}
        for name in layer.severity:
            if name not in by_name and name not in families:
                raise _unknown(f"{layer.where}, [severity]", name, [*by_name, *families])
        for name, values in layer.options.items():
            if name not in by_name:
                raise _unknown(f"{layer.where}, [options]", name, by_name)
            _check_options(f"{layer.where}, [options.{name}]", values, by_name[name].load())


def _check_options(where: str, values: Mapping[str, object], rule: type[Rule]) -> None:
    for name, value in values.items():
        if name not in rule.options:
            raise _unknown(where, name, rule.options)
        kind = type(rule.options[name].default)
        if type(value) is not kind:
            raise ConfigError(f"{where}: {name!r} must be {_KINDS[kind]}")
        if isinstance(value, tuple) and not all(isinstance(each, str) for each in value):
            raise ConfigError(f"{where}: {name!r} must be a list of strings")


_KINDS: dict[type, str] = {
    bool: "true or false",
    int: "a whole number",
    str: "a string",
    tuple: "a list of strings",
}


def _unknown(where: str, name: str, known: Iterable[str]) -> ConfigError:
    known = sorted(known)
    close = closest(name, known)
    if close:
        hint = f"did you mean {close!r}?"
    elif len(known) > _MOST_LISTED:
        hint = "“homs-wiki rules” lists the rules and families"
    else:
        hint = f"there are {', '.join(known)}" if known else "this rule has none"
    return ConfigError(f"{where}: there is no {name!r}; {hint}")


_MOST_LISTED = 20  # names; more is nothing to read in a message
