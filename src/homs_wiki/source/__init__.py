"""Text and places in it: the floor that every other room stands on.

Offsets are code points from 0, spans are half-open, lines and columns are counted from 1.
"""

from homs_wiki.source.edit import Edit, OverlapError, apply_edits
from homs_wiki.source.errors import HomsWikiError
from homs_wiki.source.files import (
    ChangedMeanwhileError,
    SourceFile,
    UnreadableError,
    read_bytes,
    read_file,
    read_stream,
    write_atomic,
)
from homs_wiki.source.lines import LineIndex, Position
from homs_wiki.source.span import Span

__all__ = [
    "ChangedMeanwhileError",
    "Edit",
    "HomsWikiError",
    "LineIndex",
    "OverlapError",
    "Position",
    "SourceFile",
    "Span",
    "UnreadableError",
    "apply_edits",
    "read_bytes",
    "read_file",
    "read_stream",
    "write_atomic",
]
