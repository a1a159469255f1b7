"""Where the parts of a date stand on the page, and whether a date written anew says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Fix
from homs_wiki.page.dates import FoundDate
from homs_wiki.source import Edit, Span
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_DASH = lazily(r"[ \u00a0]*[-–—−][ \u00a0]*")
"""What may join the ends of a range; the spaces around it say nothing."""


def part_span(page: Page, date: PageDate, start: int, end: int) -> Span | None:
    """Give where a stretch of a date's text stands on the page.

    ``start`` and ``end`` count from the beginning of the date. None if markup stands in the
    stretch, or if it is the target of a link, which would lead elsewhere with another text.
    """
    from html import unescape  # its table of entities would slow down every start-up

    from homs_wiki.page.dates.rewriting import is_link_target

    if date.prose >= 0:
        span = page.prose.span(date.prose + start, date.prose + end)
    elif page.text.startswith(date.text, date.start):
        span = Span(date.start + start, date.start + end)
    else:
        return None
    if unescape(page.text[slice(*span)]) != date.text[start:end]:
        return None
    return None if is_link_target(page, *span) else span


def replacement(
    page: Page,
    date: PageDate,
    place: tuple[int, int],
    new: str,
    description: str,
    *,
    safe: bool = True,
) -> Fix | None:
    """Give the fix that writes ``new`` in the place of a stretch of a date.

    ``place`` counts from the beginning of the date. None if the stretch is not plain text (see
    `part_span`), or if the date with it would not be read as the same. It is safe if ``safe`` and
    the date stands in no heading.
    """
    span = part_span(page, date, *place)
    text = date.text[: place[0]] + new + date.text[place[1] :]
    if span is None or not (
        _DASH.sub("-", text) == _DASH.sub("-", date.text) or _says_the_same(date, text)
    ):
        return None
    return Fix((Edit(*span, new),), safe and may_be_safe(date), description)


def may_be_safe(date: PageDate) -> bool:
    """Tell whether a fix of a date can be safe: not in a heading, to which links may lead."""
    return date.role != "heading"


def _says_the_same(date: PageDate, text: str) -> bool:
    """Tell whether ``text`` in the place of a date is read as the same date."""
    from homs_wiki.page.dates.writing import says_the_same  # few pages come as far as here

    found = date.found
    return isinstance(found, FoundDate) and says_the_same(found, text, field=date.prose < 0)
