"""What the comments of a page keep quiet (see `homs_wiki.lint.directives`), and which do nothing.

A finding belongs to the line, and to the place, where it begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.source import LineIndex, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from homs_wiki.lint.directives import Directive, Name
    from homs_wiki.lint.discovery import RuleEntry
    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rule import Rule

FAMILY = "suppression"
"""The family of the rules about the comments themselves."""

_ALL = "all"
_BLANKS = re.compile(r"\s*+")


class Suppression:
    """One name in a comment: which findings it keeps quiet, where, and whether it ever did.

    Attributes:
        directive: the comment.
        name: the name in it.
        scope: findings that begin in here are meant.
        used: whether it has kept a finding quiet.
    """

    __slots__ = ("directive", "name", "scope", "used")

    def __init__(self, directive: Directive, name: Name, scope: Span) -> None:
        self.directive = directive
        self.name = name
        self.scope = scope
        self.used = False


class Suppressions:
    """All suppressions of a page; false if there are none."""

    __slots__ = ("_by_name", "_directives", "_orders", "_strays")

    def __init__(self, text: str, directives: Sequence[Directive]) -> None:
        self._directives = directives
        self._strays: set[Span] = set()  # names that end nothing
        self._orders = list(self._read(text, directives)) if directives else []
        self._by_name: dict[str, _Scopes] = {}
        for order in sorted(self._orders, key=lambda order: order.scope):
            self._by_name.setdefault(order.name.text, _Scopes()).add(order)

    def __bool__(self) -> bool:
        return bool(self._by_name)

    def silence(self, finding: Finding, names: Iterable[str]) -> bool:
        """Return whether a comment silences ``finding``; that comment then counts as used.

        Args:
            finding: of a rule.
            names: what the rule is called by, the narrowest name first (`names_of`).
        """
        for name in names:
            scopes = self._by_name.get(name)
            order = scopes.around(finding.start) if scopes else None
            if order:
                order.used = True
                return True
        return False

    def idle(self, meanings: Meanings) -> list[tuple[Directive, tuple[Name, ...]]]:
        """Return the comments that have done nothing, each with the names that have done nothing.

        What a name means must have run for that. A name that means nothing is passed over, and so
        is one of the rules about comments: whether it does nothing is known only after them.
        """
        idle = {
            order.name.span
            for order in self._orders
            if not order.used and meanings.ran(order.name.text)
        } | self._strays
        return [
            (directive, names)
            for directive in self._directives
            if (names := tuple(name for name in directive.names if name.span in idle))
        ]

    def _read(self, text: str, directives: Sequence[Directive]) -> Iterator[Suppression]:
        lines = LineIndex(text)
        after_all = len(text) + 1  # a finding may begin at the very end
        regions: dict[str, list[tuple[Directive, Name]]] = {}  # open ones, by name
        for directive in directives:
            if directive.problem:
                continue
            if directive.action == "off":
                for name in directive.names:
                    regions.setdefault(name.text, []).append((directive, name))
            elif directive.action == "on":
                for name in directive.names:
                    closed = list(_close(regions, name.text, directive.span.start))
                    yield from closed
                    if not closed:
                        self._strays.add(name.span)
            else:
                scope = _scope(text, lines, directive, after_all)
                yield from (Suppression(directive, name, scope) for name in directive.names)
        yield from _close(regions, _ALL, after_all)


class Meanings(NamedTuple):
    """What the names in comments mean.

    Attributes:
        rules: the names of the rules that a name means, by that name; those of the rules about
            comments are not among them.
        selected: the names of the rules that were to run.
    """

    rules: Mapping[str, Collection[str]]
    selected: frozenset[str]

    @classmethod
    def of(cls, entries: Iterable[RuleEntry | Rule], selected: frozenset[str]) -> Meanings:
        """Return what names mean where there are the rules ``entries``."""
        rules: dict[str, set[str]] = {}
        for entry in entries:
            for name in (entry.name, *_broad_names(entry)):
                meant = rules.setdefault(name, set())
                if entry.family != FAMILY:
                    meant.add(entry.name)
        return cls(rules, selected)

    def ran(self, name: str) -> bool:
        """Return whether all that ``name`` means has run; false if that is nothing."""
        meant = self.rules.get(name, ())
        return bool(meant) and self.selected.issuperset(meant)


def names_of(rule: RuleEntry | Rule) -> tuple[str, ...]:
    """Return the names by which a comment can silence a rule, the narrowest first."""
    if rule.family == FAMILY:
        return (rule.name, rule.family)
    return (rule.name, *_broad_names(rule))


def _broad_names(rule: RuleEntry | Rule) -> tuple[str, ...]:
    sets = rule.rule_set.holders
    return (*(f"{rule.family}:{each}" for each in sets), rule.family, *sets)


class _Scopes:
    """The scopes in which one name is silenced, asked for by place in logarithmic time."""

    __slots__ = ("_farthest", "_starts")

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._farthest: list[Suppression] = []

    def add(self, order: Suppression) -> None:
        """Take in an order; they come sorted by where their scopes start."""
        self._starts.append(order.scope.start)
        before = self._farthest[-1] if self._farthest else order
        self._farthest.append(before if before.scope.end >= order.scope.end else order)

    def around(self, offset: int) -> Suppression | None:
        """Return an order whose scope holds ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        order = self._farthest[index]
        return order if offset < order.scope.end else None


def _scope(text: str, lines: LineIndex, directive: Directive, after_all: int) -> Span:
    """Return where an order acts that is no region; a line includes its line end."""
    if directive.action == "ignore-page":
        return Span(0, after_all)
    comment = directive.span
    first = lines.line(lines.position(comment.start).line)
    number = lines.position(comment.end).line
    if directive.action == "ignore" and not _is_alone(text, comment, first, lines.line(number)):
        return Span(first.start, first.end + 1)
    if number == len(lines):
        return Span(comment.end, comment.end)
    following = lines.line(number + 1)
    return Span(following.start, following.end + 1)


def _is_alone(text: str, comment: Span, first: Span, last: Span) -> bool:
    # Behind it first: that holds for one comment of a line, however many stand there.
    return bool(
        _BLANKS.fullmatch(text, comment.end, last.end)
        and _BLANKS.fullmatch(text, first.start, comment.start)
    )


def _close(
    regions: dict[str, list[tuple[Directive, Name]]], name: str, end: int
) -> Iterator[Suppression]:
    """Close the open regions of a name; ``all`` closes those of every name."""
    for each in list(regions) if name == _ALL else (name,):
        for directive, opened in regions.pop(each, ()):
            yield Suppression(directive, opened, Span(directive.span.end, end))
