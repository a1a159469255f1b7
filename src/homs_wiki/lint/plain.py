"""Findings as plain data that JSON can hold, and back.

Words of ours among the values stay `Phrase`, so that a finding can be said in any language when
it is shown. A value that is neither text, number nor truth value becomes its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from homs_wiki.lint.finding import Finding, Fix, Phrase, Severity
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Mapping

_PHRASE = "phrase"
_VALUES = "values"


def to_plain(finding: Finding) -> list[Any]:
    """Return a finding as a list that JSON can hold."""
    start, end, rule, severity, template, values, fix = finding
    return [start, end, rule, severity.value, template, _values(values), _fix(fix)]


def _values(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _value(value) for name, value in values.items()}


def _value(value: object) -> object:
    if isinstance(value, Phrase):
        return {_PHRASE: value.template, _VALUES: _values(value.values)}
    return value if value is None or isinstance(value, (str, bool, int, float)) else str(value)


def _fix(fix: Fix | None) -> list[object] | None:
    return None if fix is None else [fix.edits, fix.safe, _value(fix.description)]


def from_plain(data: list[Any]) -> Finding:
    """Return the finding of which `to_plain` made ``data``.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: it made nothing like that.
    """
    start, end, rule, severity, template, values, fix = data
    return Finding(
        start, end, rule, Severity(severity), template, _values_back(values), _fix_back(fix)
    )


def _values_back(values: dict[str, Any]) -> dict[str, object]:
    return {name: _value_back(value) for name, value in values.items()}


def _value_back(value: Any) -> Any:
    if isinstance(value, dict):
        return Phrase(value[_PHRASE], **_values_back(value[_VALUES]))
    return value


def _fix_back(fix: list[Any] | None) -> Fix | None:
    if fix is None:
        return None
    edits, safe, description = fix
    return Fix(tuple(Edit(*edit) for edit in edits), safe, _value_back(description))
