"""Looking a rule over that others wrote, before and while it runs."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING, Any

from homs_wiki.lint.discovery import RuleLoadError
from homs_wiki.lint.finding import Finding, Fix, Severity
from homs_wiki.lint.own.errors import OwnRuleError, described
from homs_wiki.lint.own.manuals import completed
from homs_wiki.lint.rule import Option, Rule, RuleSet
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from homs_wiki.page import Page

OWN_FAMILY = "own"
"""The family of rules that name none."""

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def is_name(name: object) -> bool:
    """Tell whether something can be the name of a rule or a family: in kebab case."""
    return isinstance(name, str) and _NAME.fullmatch(name) is not None


def placeholders(message: str, *, plain: bool = False) -> set[str]:
    """Return the names in the placeholders of a message.

    Args:
        message: the message.
        plain: nothing but a name may stand in one, no ``:>5`` or ``!r``.

    Raises:
        ValueError: braces do not pair, or a placeholder is not what it must be; says which.
    """
    names = set()
    for _, name, form, conversion in Formatter().parse(message):
        if name is None:
            continue
        if not name.isidentifier() or "{" in (form or "") or (plain and (form or conversion)):
            raise ValueError(f"the placeholder {{{name}}} must have a plain name and nothing else")
        names.add(name)
    return names


def vetted(rule: type[Rule], where: str, file: str | None = None) -> type[Rule]:
    """Return a class that does as ``rule`` does, and says in words what goes wrong with it.

    Args:
        rule: the class.
        where: the place it comes from, for people.
        file: the file of its code, if that is not ``where``.

    Raises:
        RuleLoadError: it is not made as a rule must be; the message names it and the place.
    """
    named = getattr(rule, "name", None)
    for is_right, wanted in _WANTED:
        try:
            right = is_right(rule)
        except Exception:  # whatever stands there, it is not what must stand there
            right = False
        if not right:
            called = f"the rule {named}" if is_name(named) else f"the class {rule.__name__}"
            raise RuleLoadError(f"{where}: {called}: {wanted}")
    return _guarded(rule, where, file or where)


def _is_message(message: object) -> bool:
    return isinstance(message, str) and bool(message.strip()) and placeholders(message) is not None


def _are_strings(values: object) -> bool:
    return isinstance(values, tuple) and all(isinstance(each, str) and each for each in values)


def _is_option(option: object) -> bool:
    if not isinstance(option, Option):
        return False
    default = option.default
    return isinstance(default, (bool, int, str)) or default == () or _are_strings(default)


def _are_languages(languages: object) -> bool:
    if languages is None:
        return True
    is_set = isinstance(languages, (set, frozenset))
    return is_set and all(isinstance(each, str) for each in languages)  # type: ignore[attr-defined]


def _are_kinds(kinds: object) -> bool:
    if not isinstance(kinds, (set, frozenset)):
        return False
    if kinds:
        from homs_wiki.lint.proof import KINDS  # only fixing needs it else

        return kinds <= {*KINDS}
    return True


_WANTED: tuple[tuple[Callable[[type[Rule]], bool], str], ...] = (
    (
        lambda rule: is_name(rule.name),
        "`name` must say what is wrong, in lower case with hyphens: “colour-misspelled”",
    ),
    (
        lambda rule: is_name(getattr(rule, "family", OWN_FAMILY)),
        "`family` must be a word in lower case; leave it out for “own”",
    ),
    (
        lambda rule: _is_message(rule.message),
        "`message` must be a text with plain names in its {placeholders}, other braces doubled",
    ),
    (lambda rule: rule.check is not Rule.check, "`check` is missing"),
    (
        lambda rule: rule.__init__ is Rule.__init__,
        "`__init__` must be left as it is; `check` can ask for options",
    ),
    (
        lambda rule: isinstance(rule.severity, Severity),
        "`severity` must be one of Severity.ERROR, .WARNING and .NOTE",
    ),
    (
        lambda rule: isinstance(rule.rule_set, RuleSet),
        "`rule_set` must be one of RuleSet.RECOMMENDED, .STRICT and .ALL",
    ),
    (
        lambda rule: _are_strings(rule.triggers) and all(x == x.lower() for x in rule.triggers),
        "`triggers` must be a tuple of strings in lower case",
    ),
    (
        lambda rule: _are_languages(rule.languages),
        "`languages` must be a frozenset of codes of languages, or None",
    ),
    (
        lambda rule: all(isinstance(x, str) and _is_option(rule.options[x]) for x in rule.options),
        "`options` must be a dict of Option(default, meaning): a bool, an int, a str or a tuple",
    ),
    (
        lambda rule: not rule.aliases,
        "`aliases` are for the rules of homs-wiki",
    ),
    (
        lambda rule: _are_kinds(rule.touches),
        "`touches` must be a frozenset of some of template, parameter, reference, heading and link",
    ),
)


def _guarded(rule: type[Rule], where: str, file: str) -> type[Rule]:
    wanted = placeholders(rule.message)
    ask = rule.check

    def check(self: Rule, page: Page) -> Iterator[Finding]:
        """Yield what the rule finds, each finding looked over."""
        try:
            for finding in ask(self, page):
                problem = _problem(finding, self.name, wanted, len(page.text))
                if problem:
                    raise OwnRuleError(f"{where}: the rule {self.name} {problem}")
                yield finding
        except OwnRuleError:
            raise
        except (Exception, SystemExit) as error:  # a rule must not end the run, well or badly
            said = f"{where}: the rule {self.name} failed: {described(error, file)}"
            raise OwnRuleError(said) from error

    made: dict[str, Any] = {
        "check": check,
        "family": getattr(rule, "family", OWN_FAMILY),
        "__doc__": completed(rule.__doc__, rule.message, where),
        "__module__": rule.__module__,
        "__qualname__": rule.__qualname__,
    }
    return type(rule.__name__, (rule,), made)


def _problem(finding: object, name: str, wanted: set[str], length: int) -> str | None:
    """Return what is wrong with what a rule gave for a finding; None if nothing is."""
    if not isinstance(finding, Finding) or finding.rule != name:
        return "yields something that self.finding(…) did not make"
    if not _is_place(finding.start, finding.end, length):
        return f"has a finding at {finding.start}–{finding.end}, which is not on the page"
    missing = wanted - _keys(finding.values)
    if missing:
        return f"gives no value for {{{min(missing)}}} in its message"
    return None if finding.fix is None else _problem_of_fix(finding.fix, length)


def _keys(values: Mapping[str, object]) -> set[str]:
    return {*values}


def _problem_of_fix(fix: object, length: int) -> str | None:
    if not isinstance(fix, Fix) or not isinstance(fix.description, str):
        return "has a fix that is none: Fix(edits, safe, description)"
    edits: Iterable[object] = fix.edits
    for edit in edits:
        if not isinstance(edit, Edit) or not isinstance(edit.text, str):
            return "has a fix whose edits are none: a tuple of Edit(start, end, text)"
        if not _is_place(edit.start, edit.end, length):
            return f"has a fix at {edit.start}–{edit.end}, which is not on the page"
    return None


def _is_place(start: object, end: object, length: int) -> bool:
    return isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= length
