"""The order of day and month that an article declares: ``{{Use dmy dates}}`` and its kin."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from homs_wiki.page.by_name import ByName
from homs_wiki.page.once import once

if TYPE_CHECKING:
    from homs_wiki.profile import Profile
    from homs_wiki.syntax import Document, Template

DeclaredOrder = Literal["dmy", "mdy"]

_ORDERS: Final[dict[str, DeclaredOrder]] = {"use_dmy_dates": "dmy", "use_mdy_dates": "mdy"}


class Declaration(NamedTuple):
    """A template that says how the dates of an article are written.

    Attributes:
        template: the template.
        order: the order of day and month.
    """

    template: Template
    order: DeclaredOrder


@once
def read_declarations(document: Document) -> list[Declaration]:
    """Give the declarations of a page in order; most pages have none, and none needs a second."""
    orders = _declaring(document.profile).of_each(document.templates)
    return [
        Declaration(template, order)
        for template, order in zip(document.templates, orders, strict=True)
        if order is not None
    ]


def declared_order(document: Document) -> DeclaredOrder | None:
    """Give the order that a page declares; None if it declares none or several."""
    orders = {each.order for each in read_declarations(document)}
    return orders.pop() if len(orders) == 1 else None


@cache
def _declaring(profile: Profile) -> ByName[DeclaredOrder | None]:
    return ByName(lambda name: _ORDERS.get(profile.concept(name) or ""), None)
