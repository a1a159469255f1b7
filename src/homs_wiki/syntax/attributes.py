"""Attributes as they stand in the tags of HTML, in tables and their rows and cells."""

import re

from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled

# A name, then perhaps a value: quoted, or bare up to white space.
_ATTRIBUTE = compiled(
    r"""([^\s=/>"'<|{}]+)
        (?: \s*=\s* (?: "([^"<]*)(?:"|\Z) | '([^'<]*)(?:'|\Z) | ([^\s"'<>]+) ) )?""",
    re.VERBOSE,
)


def read_attributes(source: str, start: int, end: int) -> dict[str, Span]:
    """Return where the values of attributes stand, without quotes, by lower-case name.

    Args:
        source: the page.
        start: where the attributes begin.
        end: where they end.

    Returns:
        The spans in the page; empty for a bare name; of a repeated name the last, as in MediaWiki.
    """
    spans: dict[str, Span] = {}
    for match in _ATTRIBUTE.finditer(source, start, end):
        group = match.lastindex or 1
        value = match.span(group) if group > 1 else (match.end(), match.end())
        spans[match[1].lower()] = Span(*value)
    return spans
