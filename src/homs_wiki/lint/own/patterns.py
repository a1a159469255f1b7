"""What a table ``[[lint.patterns]]`` says: a rule without code."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from homs_wiki.config import ConfigError
from homs_wiki.lint.finding import Severity
from homs_wiki.lint.own.matching import (
    PatternError,
    make_matcher,
    never_settles,
    read_replacement,
)
from homs_wiki.lint.own.scopes import SCOPES
from homs_wiki.lint.own.vetting import is_name, placeholders
from homs_wiki.profile import available_profiles
from homs_wiki.source.closest import closest
from homs_wiki.source.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from homs_wiki.lint.own.matching import Matcher

_Made = TypeVar("_Made")

FLAGS = ("ignore-case", "multi-line")
"""What ``flags`` can hold."""

_DEFAULT_SCOPE = "prose"
_SEVERITIES = [severity.value for severity in Severity]
_LISTS = ("template", "parameter", "words", "flags", "languages")
"""The keys whose value is a list, and may be one string."""


class PatternSpec(NamedTuple):
    """A rule without code.

    Attributes:
        where: the place of its table, for people.
        name, message, severity, description: as of a rule.
        pattern: what is looked for; empty if `words` are.
        words: what is looked for; empty if there is a pattern.
        scope: one of `SCOPES`.
        templates: names of the templates it looks into; empty for all.
        parameters: names of the parameters it looks into; empty for all.
        replacement: what to write in the place of a match; None if it cannot be fixed.
        safe: whether that may be done unseen.
        languages: as of a rule.
        flags: some of `FLAGS`.
        unless: a match that overlaps a match of this is left alone; None without one.
    """

    where: str
    name: str
    message: str
    severity: Severity
    description: str
    pattern: str
    words: tuple[str, ...]
    scope: str
    templates: tuple[str, ...]
    parameters: tuple[str, ...]
    replacement: str | None
    safe: bool
    languages: frozenset[str] | None
    flags: tuple[str, ...]
    unless: str | None

    def matcher(self) -> Matcher:
        """Return what finds the matches; raises `PatternError`."""
        return make_matcher(self.pattern, self.words, self.flags)

    def excuse(self) -> Matcher | None:
        """Return what finds what excuses them, if anything does; raises `PatternError`."""
        return make_matcher(self.unless, (), self.flags) if self.unless is not None else None


def read_pattern(table: Table) -> PatternSpec:
    """Return what a table says.

    Raises:
        ConfigError: a key is unknown or missing, or a value cannot be; for a pattern, it says
            where in it the mistake is.
    """
    table = _with_lists(table)
    spec = PatternSpec(
        where=table.where,
        name=table.text("name"),
        message=table.text("message"),
        severity=Severity(table.choice("severity", _SEVERITIES, Severity.WARNING.value)),
        description=table.text("description", ""),
        pattern=table.text("pattern", ""),
        words=table.texts("words", ()),
        scope=table.choice("scope", [*SCOPES], _DEFAULT_SCOPE),
        templates=table.texts("template", ()),
        parameters=table.texts("parameter", ()),
        replacement=table.text("replacement") if "replacement" in table else None,
        safe=table.flag("safe", default=False),
        languages=frozenset(table.texts("languages", ())) or None,
        flags=table.texts("flags", ()),
        unless=table.text("unless") if "unless" in table else None,
    )
    table.close()
    _check(spec, table)
    return spec


def _with_lists(table: Table) -> Table:
    """Return the table with a list for each single string that may stand for one."""
    content = {
        key: [value] if key in _LISTS and isinstance(value, str) else value
        for key, value in table.values().items()
    }
    return Table(content, table.where, ConfigError)


def _check(spec: PatternSpec, table: Table) -> None:
    if not is_name(spec.name):
        raise table.wrong("name", "in lower case with hyphens, as “colour-misspelled”")
    if bool(spec.pattern) == bool(spec.words):
        raise ConfigError(f"{spec.where}: there must be either a 'pattern' or 'words'")
    for flag in spec.flags:
        if flag not in FLAGS:
            raise table.wrong("flags", f"a list of some of {', '.join(map(repr, FLAGS))}")
    _check_languages(spec, table)
    _check_scope(spec)
    matcher = _tried(spec, "words" if spec.words else "pattern", spec.matcher)
    _check_message(spec, {"match", *matcher.names}, table)
    excuse = _tried(spec, "unless", spec.excuse)
    if spec.replacement is None:
        if spec.safe:
            raise ConfigError(f"{spec.where}: 'safe' has no meaning without a 'replacement'")
        return
    replacement = spec.replacement
    parts = _tried(spec, "replacement", lambda: read_replacement(replacement, matcher))
    if never_settles(parts, matcher, excuse):
        raise ConfigError(
            f"{spec.where}: the 'replacement' is found by the {_sought(spec)} again, so fixing "
            "would never end; let 'unless' excuse what is right"
        )


def _sought(spec: PatternSpec) -> str:
    return "words" if spec.words else "pattern"


def _check_languages(spec: PatternSpec, table: Table) -> None:
    """Refuse a language that no wiki has here: on no page would the pattern be looked for."""
    known = sorted({name.partition(".")[0] for name in available_profiles()})
    for language in sorted(spec.languages or ()):
        if language not in known:
            meant = closest(language, known)
            hint = f" (did you mean {meant!r}?)" if meant else ""
            raise table.wrong("languages", f"a list of some of {', '.join(map(repr, known))}{hint}")


def _check_scope(spec: PatternSpec) -> None:
    scope = SCOPES[spec.scope]
    for key, values in (("template", spec.templates), ("parameter", spec.parameters)):
        if values and key not in scope.keys:
            fitting = [name for name, each in SCOPES.items() if key in each.keys]
            raise ConfigError(
                f"{spec.where}: {key!r} has no meaning in the scope {spec.scope!r}, only in "
                f"{' and '.join(map(repr, fitting))}"
            )


def _check_message(spec: PatternSpec, known: Iterable[str], table: Table) -> None:
    if not spec.message.strip():
        raise table.wrong("message", "a text")
    try:
        used = placeholders(spec.message, plain=True)
    except ValueError as error:
        raise ConfigError(f"{spec.where}: 'message': {error}; write other braces twice") from error
    unknown = used - {*known}
    if unknown:
        there_are = ", ".join(f"{{{name}}}" for name in sorted(known))
        raise ConfigError(
            f"{spec.where}: 'message': there is nothing for {{{min(unknown)}}}; there are "
            f"{there_are}"
        )


def _tried(spec: PatternSpec, key: str, make: Callable[[], _Made]) -> _Made:
    try:
        return make()
    except PatternError as error:
        raise ConfigError(f"{spec.where}: {key!r} {error}") from error
