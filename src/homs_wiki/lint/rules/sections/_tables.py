"""Where the tables of a page stand."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from homs_wiki.page.once import once

if TYPE_CHECKING:
    from homs_wiki.syntax import Document


@once
def _edges(document: Document) -> list[int]:
    """Return where each table that stands in no other begins and ends, in turn."""
    outermost = (table for table in document.tables if table.parent is None)
    return [edge for table in outermost for edge in (table.start, table.end)]


def in_table(document: Document, offset: int) -> bool:
    """Tell whether an offset of the page lies in a table."""
    return bisect_right(_edges(document), offset) % 2 == 1
