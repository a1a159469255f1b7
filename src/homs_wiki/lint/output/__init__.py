"""How findings are shown: one module a format; none of them sees more of a page than its text."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homs_wiki.lint.output.result import Format

FORMATS = ("text", "json", "jsonl")
"""The names of the formats; ``x`` is the class ``XFormat`` of the module ``x`` here."""


def load_format(name: str, *, colour: bool = False) -> Format:
    """Return the format ``name``, one of `FORMATS`; ``colour`` for a terminal that shows it.

    Raises:
        ValueError: there is no such format.
    """
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    module = import_module(f"{__name__}.{name}")
    made: Format = getattr(module, f"{name.capitalize()}Format")(colour=colour)
    return made
