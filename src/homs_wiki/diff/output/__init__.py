"""How a comparison is shown: one module a format, which is given files that were compared."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from homs_wiki.diff.output.compared import ComparedFile, Format, Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMATS: Mapping[str, str] = {
    "text": "TextFormat",
    "unified": "UnifiedFormat",
    "json": "JsonFormat",
    "html": "HtmlFormat",
}
"""The names of the formats, and the class in the module of that name here."""

__all__ = ["FORMATS", "ComparedFile", "Format", "Trouble", "make_format"]


def make_format(name: str, *, colour: bool = False, context: int | None = None) -> Format:
    """Return the format ``name``, one of `FORMATS`; its module is imported only now.

    Args:
        name: which.
        colour: for a terminal that shows ANSI colours; other formats take no notice.
        context: how many unchanged lines stand around a change; None for the format's own
            number. JSON takes no notice: it has everything.

    Raises:
        ValueError: there is no such format, or ``context`` is negative.
    """
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    if context is not None and context < 0:
        raise ValueError(f"the lines of context cannot be {context}")
    made: Format = getattr(import_module(f"{__name__}.{name}"), FORMATS[name])(
        colour=colour, context=context
    )
    return made
