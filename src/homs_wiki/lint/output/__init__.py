"""How findings are shown: one module a format; none of them sees more of a page than its text."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from homs_wiki.lint.output.result import Format
    from homs_wiki.lint.rule import Rule

FORMATS = (
    "text",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "html",
)
"""The names of the formats; ``x`` is the class ``XFormat`` of the module ``x`` here."""


def load_format(
    name: str,
    *,
    colour: bool = False,
    find_rule: Callable[[str], type[Rule] | None] | None = None,
) -> Format:
    """Return the format ``name``, one of `FORMATS`; its module is imported only now.

    Args:
        name: which.
        colour: for a terminal that shows ANSI colours; only ``text`` takes notice.
        find_rule: from the name of a rule that has findings to the rule, whose manual ``sarif``
            and ``html`` show; None for the rules that come with homs-wiki. It is asked once a
            rule, when all files are done.

    Raises:
        ValueError: there is no such format.
    """
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    module = import_module(f"{__name__}.{name}")
    made: Format = getattr(module, f"{name.capitalize()}Format")(colour=colour, find_rule=find_rule)
    return made
