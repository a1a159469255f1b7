"""Which of day and month comes first in a date."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from homs_wiki.lint.finding import Phrase
from homs_wiki.lint.rules.dates._forms import NO_WAY, is_quoted
from homs_wiki.profile.memo import Memo
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Callable

    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

DayOrder = Literal["dmy", "mdy"]

ORDERS: dict[str, DayOrder] = {"dmy": "dmy", "dm": "dmy", "mdy": "mdy", "md": "mdy"}
"""The order of a form's parts → the order of day and month."""
SHOWN = {"dmy": Phrase("the day before the month"), "mdy": Phrase("the month before the day")}
_TEXT = frozenset(("prose", "heading", "infobox"))


def order_of(date: PageDate) -> DayOrder | None:
    """Give the order of a date whose month is a word; None of others."""
    form = date.form
    return ORDERS.get(form.order) if form.month_style in ("long", "short") else None


def _glance(text: str) -> str | None:
    match = _GLANCE.fullmatch(text)
    return (match.lastgroup or NO_WAY) if match else None


# Several rules ask it of the same dates.
order_at_a_glance: Callable[[str], str | None] = Memo(_glance).__getitem__
"""Gives the only way that `order_of` may give for the text of a date; None if it cannot tell."""

# A word can only be a month beside a number; without a word or without a day there is no order.
_WORD = r"[^\W\d_]++"
_GLANCE = lazily(
    rf"(?P<dmy>\d{{1,2}} {_WORD}(?: \d{{4}})?)|(?P<mdy>{_WORD} \d{{1,2}}(?:, \d{{4}})?)"
    rf"|[\W\d]+|{_WORD}(?: \d{{4}})?"
)


def is_name(page: Page, date: PageDate) -> bool:
    """Tell whether a date without a year is the beginning of a name (“May 4 Movement”)."""
    if date.date.start.year is not None or date.role != "prose":
        return False
    text = page.prose.text
    end = date.prose + len(date.text)
    following = text[end : end + 2]
    return (
        len(following) == 2
        and following[0] in " -"
        and following[1].isalpha()
        and (following[1].isupper() or _next_word(text, end + 1) in _EVENTS)
    )


_EVENTS = frozenset(
    (
        "attack", "attacks", "movement", "incident", "massacre", "protest", "protests", "riots",
        "uprising", "coup", "revolution", "agreement", "decree", "crisis", "offensive", "bombing",
        "bombings", "shooting", "shootings", "disaster", "terrorist", "hijackers",
    )
)  # fmt: skip


def _next_word(text: str, start: int) -> str:
    """Give the word that begins at ``start``."""
    return text[start : start + 20].split(None, 1)[0].strip(".,;:)")


def text_orders(page: Page) -> Counter[DayOrder]:
    """Count the orders of the dates in the text, headings and infoboxes of a page.

    Dates in numbers, in somebody else's words and in names do not count.
    """
    return Counter(
        order
        for date in page.dates
        if date.role in _TEXT
        and order_at_a_glance(date.text) != NO_WAY
        and (order := order_of(date)) is not None
        and not is_quoted(page, date)
        and not is_name(page, date)
    )


def may_have(page: Page, order: DayOrder, least: int) -> bool:
    """Tell whether `text_orders` may count so many dates of an order; costs less than counting."""
    text, is_month_first = page.text, order == "mdy"
    found = 0
    for date in page.dates:
        # A date that begins with its month begins with a letter: seen sooner than its text.
        if date.role in _TEXT and not (is_month_first and text[date.start].isdigit()):
            glance = order_at_a_glance(date.text)
            found += (order_of(date) if glance is None else glance) == order
            if found == least:
                return True
    return False
