"""Values of parameters, looked at without a copy where one is not needed.

In templates within templates each value holds all the inner ones. Copying them all would take
quadratic time, so values are looked at in the page's text, and copied only if they are plain.
"""

import re

from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Parameter, without_comments

_BLANK = compiled(r"(?:\s++|<!--.*?(?:-->|\Z))*+", re.DOTALL)


def is_blank_between(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` holds nothing but white space and comments."""
    match = _BLANK.match(text, start, end)
    return match is not None and match.end() == end


def is_blank(parameter: Parameter) -> bool:
    """Tell whether a parameter has no value but white space and comments."""
    return is_blank_between(parameter.source, *parameter.value_span)


def is_made(parameter: Parameter) -> bool:
    """Tell whether a template or template argument stands in the value of a parameter."""
    return parameter.source.find("{{", *parameter.value_span) >= 0


def plain_value(parameter: Parameter) -> str | None:
    """Return a value without comments and white space around it; None if a template makes it."""
    return None if is_made(parameter) else without_comments(parameter.value).strip()
