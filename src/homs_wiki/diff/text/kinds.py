"""What kind of line a line is, as far as it can be told by itself."""

import re
from enum import Enum


class LineKind(Enum):
    """What a line is by the way it begins."""

    HEADING = "heading"
    LIST_ITEM = "list item"
    PARAMETER = "parameter"
    TABLE = "table"
    TEMPLATE = "template"
    PARAGRAPH = "paragraph"


_BEGINS = re.compile(
    r"(?P<heading>=+)|(?P<item>[*#:;]+)|[ \t]*\|(?P<name>[^=|{}\[\]<>]*)="
    r"|(?P<table>[ \t]*(?:\{\||\||!))|(?P<template>[ \t]*\{\{[^|{}]*)"
)
_BY_GROUP = {
    "heading": LineKind.HEADING,
    "item": LineKind.LIST_ITEM,
    "name": LineKind.PARAMETER,
    "table": LineKind.TABLE,
    "template": LineKind.TEMPLATE,
}


def kind_of(line: str) -> tuple[LineKind, str]:
    """Return the kind of a line and what marks it: a parameter's name, ``==``, ``**``, ``|``."""
    match = _BEGINS.match(line)
    if not match or match.lastgroup is None:
        return LineKind.PARAGRAPH, ""
    return _BY_GROUP[match.lastgroup], match[match.lastgroup].strip()
