"""The way of writing that the others should follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter

_LEAST = 3
_SHARE = 0.75


def habit(ways: Counter[str], total: int, house: str | None) -> str | None:
    """Return the way that all should follow; None if it is not clear.

    That of the house if at least half follow it; where it has none, that of at least three and
    three of four.

    Args:
        ways: how many follow each way.
        total: how many there are, with those that follow none.
        house: the habit of the wiki or language; None if it has none.
    """
    if house is not None:
        # A habit that most of the page does not follow is the editors' choice, not a slip.
        return house if ways[house] * 2 >= total > 0 else None
    if not ways:
        return None
    way, count = ways.most_common(1)[0]
    return way if count >= _LEAST and count >= _SHARE * total else None
