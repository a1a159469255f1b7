"""How an author lays out the parameters of a template: lines, indentation, the column of "="."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from homs_wiki.syntax import Parameter, Template


class Layout(NamedTuple):
    """How a parameter is written.

    Attributes:
        before_pipe: what stands between a value and the next pipe.
        behind_pipe: what stands between a pipe and the name.
        column: where "=" stands, counted from the pipe; None if it is not aligned.
        before_equals: what stands between a name and "=", if that is not aligned.
        behind_equals: what stands between "=" and the value.
        at_end: what stands behind the last value, where there is none to learn it from.
    """

    before_pipe: str
    behind_pipe: str
    column: int | None
    before_equals: str
    behind_equals: str
    at_end: str = ""

    def written(self, name: str, value: str) -> str:
        """Return a parameter from behind its pipe to the end of its value."""
        start = self.behind_pipe + name
        if self.column is None:
            start += self.before_equals
        else:
            start = start.ljust(self.column - 1) + " "
        return start + "=" + (self.behind_equals + value if value else "")


# One parameter a line, as infoboxes are written where nothing else is known.
_USUAL: Final = Layout("\n", " ", None, " ", " ", "\n")


def read_layout(template: Template) -> Layout:
    """Return how most parameters of ``template`` are written."""
    parameters = template.parameters
    named = [each for each in parameters if each.equals is not None]
    if not named:
        return _USUAL if not parameters else _USUAL._replace(at_end="")
    source = template.source
    behind_pipe = _most(_leading(source[each.start : each.end]) for each in named)
    name_start, name_end = template.name_span
    ends = [_trailing(source[name_start:name_end])]
    ends += [_trailing(source[each.start : each.end]) for each in parameters[:-1]]
    names = [source[each.start : each.equals] for each in named]
    return Layout(
        before_pipe=_most(map(_from_line_end, ends[1:] or ends)),
        behind_pipe=behind_pipe,
        column=_column(names),
        before_equals=_most(map(_trailing, names)),
        behind_equals=_most(_behind_equals(each) for each in _with_value(named)),
    )


def core_end(raw: str) -> int:
    """Return where the value of a raw parameter ends: before white space and comments that follow.

    A comment on the line of the value belongs to it, one on a line of its own to what comes next.
    """
    end = len(raw.rstrip())
    while raw.endswith("-->", 0, end):
        start = raw.rfind("<!--", 0, end)
        before = raw[: max(start, 0)].rstrip(" \t")
        if not before.endswith("\n"):
            break
        end = len(before.rstrip())
    line_end = end + len(raw[end:]) - len(raw[end:].lstrip(" \t"))
    return line_end if raw.startswith("\n", line_end) else end


def _column(names: list[str]) -> int | None:
    """Return the column of "=" if most names, as written, are padded to the same one."""
    if len({len(name.rstrip()) for name in names}) < 2:
        return None
    widths = Counter(map(len, names))
    width, count = widths.most_common(1)[0]
    padded = {len(name.rstrip()) for name in names if len(name) == width}
    return width if count * 2 > len(names) and len(padded) > 1 else None


def _with_value(named: list[Parameter]) -> list[Parameter]:
    return [each for each in named if each.value.strip()] or named


def _behind_equals(parameter: Parameter) -> str:
    value = parameter.value
    return value[: len(value) - len(value.lstrip(" \t"))]


def _leading(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _trailing(text: str) -> str:
    return text[len(text.rstrip()) :]


def _from_line_end(blanks: str) -> str:
    """Return white space without what stands before its line break."""
    return blanks[max(blanks.find("\n"), 0) :]


def _most(texts: Iterable[str]) -> str:
    """Return what occurs most often, the first of those that do."""
    return Counter(texts).most_common(1)[0][0]
