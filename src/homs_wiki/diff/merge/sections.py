"""What belongs to a moved block: lines added at its edge, by headings and lists."""

import re
from enum import Enum

from homs_wiki.diff.merge.words import has_word

_HEADING = re.compile(r"^(={1,6})[^=\n].*?\1[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"[*#:;|!]")
_ALONE = re.compile(r"\[\[[^\[\]\n]*\]\]|\{\{[^\n]*\}\}|__\w+__")

_MOST = 50
"""Lines that are looked through for one with a word."""


class Edge(Enum):
    """Which end of a block."""

    BEFORE = "before"
    AFTER = "after"


def belongs(block: str, added: str, edge: Edge) -> bool | None:
    """Return whether lines added at a block's edge belong to the block.

    Args:
        block: the block's lines, as they were.
        added: the lines.
        edge: the end of the block at which they were added.

    Returns:
        True: they go where it goes. False: they stay. None: this cannot be known.
    """
    level = _level(block)
    if level:
        if edge is Edge.BEFORE:
            return False
        return _belongs_to_section(level, added)
    if _is_item(block) and _is_item(added):
        return False
    return False if edge is Edge.AFTER and _level(added) else None


def _belongs_to_section(level: int, added: str) -> bool | None:
    if 0 < _level(added) <= level:
        return False
    if any(len(match[1]) <= level for match in _HEADING.finditer(added)):
        return None
    # Categories, boxes and the like stand behind the last section without belonging to it.
    return None if _is_apart(added) else True


def starts_section(text: str, other: str) -> bool:
    """Return whether ``text`` begins a section and ``other`` has nothing but a section's text."""
    return _level(text) > 0 and not _HEADING.search(other) and not _is_apart(other)


def _is_apart(text: str) -> bool:
    """Return whether there are only lines that need not belong to the section before them."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return all(_ALONE.fullmatch(line) for line in lines)


def _level(text: str) -> int:
    """Return the level of the heading with which a text begins; 0 if it does with none."""
    match = _HEADING.match(text.lstrip("\n"))
    return len(match[1]) if match else 0


def _is_item(text: str) -> bool:
    return _ITEM.match(text.lstrip("\n")) is not None


def wordless_before(text: str, offset: int) -> int:
    """Return where the lines without a letter or digit begin that end at ``offset``."""
    for _ in range(_MOST):
        if not offset:
            break
        start = text.rfind("\n", 0, offset - 1) + 1
        if has_word(text, start, offset):
            break
        offset = start
    return offset


def wordless_after(text: str, offset: int) -> int:
    """Return where the lines without a letter or digit end that begin at ``offset``."""
    for _ in range(_MOST):
        if offset == len(text):
            break
        end = text.find("\n", offset) + 1 or len(text)
        if has_word(text, offset, end):
            break
        offset = end
    return offset
