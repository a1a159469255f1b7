"""Addresses in citations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from homs_wiki.syntax import Parameter

# A host name and what may follow it, nothing else: www.example.org, example.org/a, example.org:80.
ADDRESS = compiled(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,18}(?::\d{1,5})?(?:[/?#][^\s{}|<>]*)?",
    re.IGNORECASE,
)
"""An address that lacks nothing but a scheme."""


def has_usual_scheme(parameter: Parameter) -> bool:
    """Tell at first sight whether a value begins with http:// or https://, as nearly all do."""
    equals = parameter.equals
    start = parameter.start if equals is None else equals + 1
    source = parameter.source
    return source.startswith(_SCHEMES, start + (source[start] == " "))


_SCHEMES = ("http://", "https://")


def may_begin_with_www(text: str, start: int) -> bool:
    """Tell at first sight whether white space, a bracket or "www." begins there."""
    letter = text[start : start + 1]
    return letter in "wW[" or letter.isspace()
