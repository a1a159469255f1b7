"""What the parameters of a template are after edits that leave its braces and pipes alone."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._parameters import name_span
from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Parameter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homs_wiki.source import Edit
    from homs_wiki.syntax import Template

_NAME = compiled(r"[\w-]+")
_MARKUP = compiled(r"[{}\[\]|<>]")
_start = attrgetter("start")


def parameters_after(template: Template, edits: Iterable[Edit]) -> list[Parameter] | None:
    """Return the parameters that a template has after edits, found without parsing it again.

    None if that would take parsing: there are tags or comments in the template, or an edit does
    something else than writing a name, writing a value or taking out a parameter, all without
    markup.
    """
    source, parameters = template.source, template.parameters
    if source.find("<", template.start, template.end) >= 0:
        return None
    changed: dict[int, Parameter | None] = {}
    for edit in edits:
        index = bisect_right(parameters, edit.start, key=_start) - 1
        if not edit.text:
            index += 1  # from the pipe, or white space before it
            if index == len(parameters) or not _is_removal(parameters[index], edit):
                return None
            changed[index] = None
            continue
        old = changed.get(index, parameters[index]) if index >= 0 else None
        new = _rewritten(old, edit) if old is not None else None
        if new is None:
            return None
        changed[index] = new
    after = [changed.get(index, parameter) for index, parameter in enumerate(parameters)]
    return [parameter for parameter in after if parameter is not None]


def _is_removal(parameter: Parameter, edit: Edit) -> bool:
    """Tell whether an edit takes out a parameter with its pipe and nothing but white space."""
    source = parameter.source
    before = source[edit.start : parameter.start - 1]
    behind = source[edit.end : max(edit.end, parameter.end)]
    return (
        parameter.equals is not None
        and edit.start < parameter.start
        and parameter.equals < edit.end <= parameter.end
        and not before.strip()
        and not behind.strip()
        and not _MARKUP.search(source, parameter.start, parameter.end)
    )


def _rewritten(parameter: Parameter, edit: Edit) -> Parameter | None:
    """Return a parameter with a name or a value from an edit; None if it writes something else."""
    place, equals = (edit.start, edit.end), parameter.equals
    if equals is None or _MARKUP.search(parameter.source, parameter.start, parameter.end):
        return None
    if place == name_span(parameter) and _NAME.fullmatch(edit.text):
        return Parameter(parameter.source, parameter.start, equals, parameter.end, edit.text)
    if place == parameter.stripped_span and not _MARKUP.search(edit.text):
        return _made(parameter.name, edit.text)
    return None


def _made(name: str, value: str) -> Parameter:
    """Return a parameter that stands in no page."""
    source = f"{name}={value}"
    return Parameter(source, 0, len(name), len(source), name)
