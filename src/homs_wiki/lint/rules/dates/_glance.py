"""What a glance at the texts of a page's dates shows, for all rules that look for seldom things."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_MARKED = ("'s", "’s")
_YEAR = len("2024")


class Glance(NamedTuple):
    """Dates of a page by what their texts have, in order.

    Attributes:
        dashed: those with a dash or hyphen that are no dates as 2024-12-05.
        genitive: those that end in an apostrophe and s.
    """

    dashed: list[PageDate]
    genitive: list[PageDate]


def glance(page: Page) -> Glance:
    """Look at the dates of a page, once for all rules."""
    parts = page.document.parts
    if glance not in parts:
        parts[glance] = _look(page.dates)
    found: Glance = parts[glance]
    return found


def _look(dates: list[PageDate]) -> Glance:
    seen = Glance([], [])
    for date in dates:
        found = date.found
        if found.end - found.start <= _YEAR:
            continue  # a bare year, as most are
        text = found.text
        # The texts are short, and most are like “5 May 2024”: plain questions are fastest.
        if "–" in text or "-" in text or "—" in text or "−" in text:
            if text[4:5] != "-" or text[7:8] != "-":
                seen.dashed.append(date)
        elif text[-1] == "s" and text.endswith(_MARKED):
            seen.genitive.append(date)
    return seen
