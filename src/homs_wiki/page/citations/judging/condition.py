"""One complaint of Module:Citation/CS1."""

from collections.abc import Mapping
from typing import NamedTuple

from homs_wiki.source import Span
from homs_wiki.syntax import Parameter


class Condition(NamedTuple):
    """A condition that the module has a message or a category for.

    Attributes:
        id: as the module's configuration has it: ``err_bad_date``, ``maint_url_status``.
        parameters: those concerned, the first is the one to mark; none if the whole citation is.
        values: what a message may want to say: ``name`` and ``value`` of the first parameter,
            ``other`` for what stands in relation to it, ``reason``.
    """

    id: str
    parameters: tuple[Parameter, ...]
    values: Mapping[str, str]

    @property
    def is_error(self) -> bool:
        """Whether the module calls it an error; otherwise it is a note for maintenance."""
        return self.id.startswith("err_")

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the values of the parameters stand (code points), of an empty one its name."""
        return tuple(map(_span, self.parameters))


def _span(parameter: Parameter) -> Span:
    value = parameter.stripped_span
    return value if value.end > value.start else parameter.span
