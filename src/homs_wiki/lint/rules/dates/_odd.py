"""The dates of a text that are not written as most are: the few that rules need to look at."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.page.dates import FoundDate
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_ROLES = frozenset(("prose", "heading", "infobox"))
_WORD = r"([^\W\d_]{3,})"
_DAY = r"[1-9]\d?"
_YEAR = r"\d{4}\w{0,2}"
# A day and month; a month and day; each with or without a year. A month and a year.
_USUAL = lazily(
    rf"(?:{_DAY}(?:[-–]{_DAY})?\.? )?{_WORD}(?: {_YEAR})?"
    rf"|{_WORD} {_DAY}(?:[-–]{_DAY})?(?:, {_YEAR})?"
)


def odd_dates(page: Page) -> list[PageDate]:
    """Give the dates of text, headings and infoboxes that may be written in an unusual way.

    Not those without a month, nor those that are seen to be days and months without zeros,
    ordinals and stray commas, the month with its long name. It is worked out once for a page, in
    its dates' order.
    """
    parts = page.document.parts
    found: list[PageDate] | None = parts.get(odd_dates)
    if found is None:
        found = parts[odd_dates] = list(_odd(page))
    return found


def _odd(page: Page) -> Iterator[PageDate]:
    short = _short_names(page.profile.language)
    usual = _USUAL.fullmatch
    for date in page.dates:
        # Most are bare years.
        if date.role not in _ROLES or type(date.found) is not FoundDate or not date.found.has_month:
            continue
        match = usual(date.text)
        if match is None or match[match.lastindex or 0] in short:
            yield date


@cache
def _short_names(language: str) -> frozenset[str]:
    """Give the abbreviated names of months."""
    months = load_date_facts(language).months
    return frozenset(name for name, month in months.items() if month.style == "short")


def is_in_table(page: Page, date: PageDate) -> bool:
    """Tell whether a date stands in a table, where room is short and columns are in line."""
    if date.role != "prose":
        return False
    block = page.prose.block_at(date.prose)
    return block is not None and block.kind in _CELLS


def is_in_text(page: Page, date: PageDate) -> bool:
    """Tell whether a date stands in a sentence, list item or heading."""
    return date.role == "heading" or (date.role == "prose" and not is_in_table(page, date))


_CELLS = frozenset(("cell", "caption"))
