"""Which of day and month comes first in a date, and in those of a page."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from .glance import glance
from .standing import is_name, is_quoted

if TYPE_CHECKING:
    from homs_wiki.page.page import Page

    from .reader import PageDate

DayOrder = Literal["dmy", "mdy"]

ORDERS: dict[str, DayOrder] = {"dmy": "dmy", "dm": "dmy", "mdy": "mdy", "md": "mdy"}
"""The order of a form's parts → the order of day and month."""
OTHER: dict[DayOrder, DayOrder] = {"dmy": "mdy", "mdy": "dmy"}


def order_of(date: PageDate) -> DayOrder | None:
    """Give the order of a date whose month is a word; None of others."""
    form = date.form
    return ORDERS.get(form.order) if form.month_style in ("long", "short") else None


def text_orders(page: Page) -> Counter[DayOrder]:
    """Count the orders of the dates in the text, headings and infoboxes of a page.

    Dates in numbers, in somebody else's words and in names do not count.
    """
    return Counter(
        order
        for date in ordered(page)
        if (order := order_of(date)) is not None
        and not is_quoted(page, date)
        and not is_name(page, date)
    )


_LEAST = 4
_SHARE = 0.8


def is_outvoted(orders: Counter[DayOrder], declared: DayOrder) -> bool:
    """Tell whether so many dates have the other order that the declaration may be what is wrong.

    That is four of five, and four at least.
    """
    total = orders.total()
    others = total - orders[declared]
    return others >= _LEAST and others >= _SHARE * total


def ordered(page: Page) -> list[PageDate]:
    """Give the dates of text, headings and infoboxes that may have an order, see `order_of`."""
    seen = glance(page)
    return sorted([*seen.dmy, *seen.mdy, *seen.open], key=attrgetter("start"))


def may_have(page: Page, order: DayOrder, least: int) -> bool:
    """Tell whether `text_orders` may count so many dates of an order; costs less than counting."""
    seen = glance(page)
    found = len(seen.mdy if order == "mdy" else seen.dmy)
    return found >= least or found + sum(order_of(date) == order for date in seen.open) >= least
