"""date-template-order: a template shows its date in another order than the article's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.date_templates import showing, shown_in
from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._order import SHOWN
from homs_wiki.page.dates.declared import declared_order, read_declarations
from homs_wiki.page.dates.order import OTHER, may_have, text_orders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates.order import OTHER, DayOrder

_LEAST = 3
_SHARE = 0.75


class _Norm(NamedTuple):
    """The order that an article has, and how that is known."""

    order: DayOrder
    reason: Phrase


class DateTemplateOrder(Rule):
    """A template for a date shows day and month in another order than the article.

    ## What it does
    Finds `{{Birth date}}`, `{{Death date}}`, `{{Start date}}`, `{{End date}}`, those with “and age”
    and `{{Film date}}` that show the month first where the article has the day first, and with `df`
    the other way round. The order that counts is the one that the article declares (`{{Use dmy
    dates}}`), else the one that at least three and three of four dates in the text have. Templates
    without a day are left alone.

    ## Why it matters
    These templates do not follow what the article declares: infobox and text show two orders.

    ## Example
    ```wikitext
    {{Use dmy dates|date=May 2020}}
    {{Infobox person |name=A |birth_date={{Birth date|1902|5|4}}}}
    ```

    ## Use instead
    ```wikitext
    {{Use dmy dates|date=May 2020}}
    {{Infobox person |name=A |birth_date={{Birth date|1902|5|4|df=y}}}}
    ```

    ## Fix safety
    The fix adds `df=y` or takes it out. It is safe: the same day is shown.
    """

    name = "date-template-order"
    family = "dates"
    severity = Severity.WARNING
    triggers = ("{{",)
    message = "“{template}” shows {order}; {reason}"
    languages = frozenset(("en",))
    touches = frozenset({"parameter"})

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each template that shows the other order."""
        found = list(showing(page))
        norm = _norm(page, {order for _, order in found}) if found else None
        if norm is None:
            return
        for template, order in found:
            if order != norm.order:
                yield self.finding(
                    template.span,
                    shown_in(template, norm.order),
                    template=template.name,
                    order=SHOWN[order],
                    reason=norm.reason,
                )


def _norm(page: Page, shown: set[DayOrder]) -> _Norm | None:
    """Give the order that the article declares, else that of most dates in its text.

    None where nobody can tell, or all templates show it.
    """
    if read_declarations(page.document):
        declared = declared_order(page.document)
        reason = Phrase("the article declares {norm}", norm=SHOWN[declared]) if declared else None
        return _Norm(declared, reason) if declared and reason else None
    if len(shown) == 1 and not may_have(page, OTHER[shown.pop()], _LEAST):
        return None
    orders = text_orders(page)
    total = orders.total()
    for order, count in orders.items():
        if count >= _LEAST and count >= _SHARE * total:
            words = "{count} of {total} dates in the text have {norm}"
            return _Norm(order, Phrase(words, count=count, total=total, norm=SHOWN[order]))
    return None
