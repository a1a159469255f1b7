"""In which form each date of an article is to be written."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from homs_wiki.lint.rules.dates._forms import house_norm
from homs_wiki.page.dates.declared import declared_order
from homs_wiki.page.dates.order import text_orders
from homs_wiki.page.dates.standing import is_in_text
from homs_wiki.page.dates.writing import Wanted
from homs_wiki.profile.date_forms import load_date_forms

if TYPE_CHECKING:
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.page.dates.writing import WrittenOrder

NUMERIC = frozenset(("iso", "numeric"))
_TEXT = frozenset(("prose", "heading", "infobox"))
_WHOLE: dict[str, WrittenOrder] = {"dmy": "dmy", "mdy": "mdy", "iso": "iso"}


class Targets:
    """Gives the form for each date of a page.

    Args:
        page: the page.
        name: ``dmy``, ``mdy``, ``iso`` or ``house``, which is the order that the article declares,
            else that of the wiki, else that of most dates; in running text also months in full, no
            zeros and ordinals, and the wiki's digits and mark of years. Citations keep the order
            that most of their dates of one kind have.
    """

    def __init__(self, page: Page, name: str) -> None:
        self._page = page
        self._name = name
        self._language = page.profile.language

    def of(self, date: PageDate) -> Wanted:
        """Give the form for a date."""
        if self._name == "iso":
            return Wanted(order="iso")
        is_text = date.role in _TEXT
        order = self.order if is_text or self._name != "house" else self._of_role(date.role)
        if order is None and date.form.order in NUMERIC:
            return Wanted()  # whatever it became would decide the order of the next run
        wanted = Wanted(order=order, usual_comma=True, leading_zero=False)
        if not is_text:
            return wanted
        if self._name == "house":
            wanted = wanted._replace(
                month="long" if is_in_text(self._page, date) else None, ordinal=False
            )
        elif date.form.order not in NUMERIC:
            return wanted
        # Tables have little room, and a date that was a number before has neither as yet.
        suffix = house_norm(self._page, "year_suffix") if is_in_text(self._page, date) else None
        return wanted._replace(year_suffix=suffix, digits=house_norm(self._page, "digits"))

    @cached_property
    def order(self) -> WrittenOrder | None:
        """The order of dates in running text; None if nothing says which."""
        if self._name != "house":
            return _WHOLE[self._name]
        known = declared_order(self._page.document) or house_norm(self._page, "order")
        if known is not None:
            return _WHOLE[known]
        forms = load_date_forms(self._language)
        if forms is not None and "dmy" not in forms.templates:
            return "ymd"
        most = text_orders(self._page).most_common(2)
        if not most or (len(most) > 1 and most[0][1] == most[1][1]):
            return None
        return _WHOLE[most[0][0]]

    def _of_role(self, role: str) -> WrittenOrder | None:
        """Give the order that most whole dates of a role have, None if there is none of them."""
        most = self._by_role.get(role)
        return most.most_common(1)[0][0] if most else None

    @cached_property
    def _by_role(self) -> dict[str, Counter[WrittenOrder]]:
        found: dict[str, Counter[WrittenOrder]] = {}
        for date in self._page.dates:
            order = _WHOLE.get(date.form.order)
            if order is not None and date.role not in _TEXT:
                found.setdefault(date.role, Counter())[order] += 1
        return found
