"""date-template-order: a template shows its date in another order than the article's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.finding import Fix, Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.citations._parameters import name_span, remove
from homs_wiki.lint.rules.dates._order import SHOWN, may_have, text_orders
from homs_wiki.lint.rules.metadata._templates import DAYS, templates_of_the_page
from homs_wiki.page.dates.declared import declared_order, read_declarations
from homs_wiki.page.dates.templates import stated_dates
from homs_wiki.page.values import is_blank, plain_value
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.lint.rules.dates._order import DayOrder
    from homs_wiki.page import Page
    from homs_wiki.syntax import Template

_YES = frozenset(("y", "yes", "true", "1"))
_OTHER: dict[DayOrder, DayOrder] = {"dmy": "mdy", "mdy": "dmy"}
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
        found = list(_showing(page))
        norm = _norm(page, {order for _, order in found}) if found else None
        if norm is None:
            return
        for template, order in found:
            if order != norm.order:
                yield self.finding(
                    template.span,
                    _fix(template, norm.order),
                    template=template.name,
                    order=SHOWN[order],
                    reason=norm.reason,
                )


def _showing(page: Page) -> Iterator[tuple[Template, DayOrder]]:
    """Yield the templates that show a day and a month, and in which order."""
    for template, concept in templates_of_the_page(page.document):
        order = _order(template) if concept in DAYS else None
        if order and any(each.date.precision == "day" for each in stated_dates(template, concept)):
            yield template, order


def _order(template: Template) -> DayOrder | None:
    """Give the order that a template shows; None if that cannot be known.

    They show the month first unless ``df`` is set. Source: their documentation on the English
    Wikipedia.
    """
    parameter = template.get("df")
    if parameter is None or is_blank(parameter):
        return "mdy"
    return "dmy" if plain_value(parameter) in _YES else None


def _norm(page: Page, shown: set[DayOrder]) -> _Norm | None:
    """Give the order that the article declares, else that of most dates in its text.

    None where nobody can tell, or all templates show it.
    """
    if read_declarations(page.document):
        declared = declared_order(page.document)
        reason = Phrase("the article declares {norm}", norm=SHOWN[declared]) if declared else None
        return _Norm(declared, reason) if declared and reason else None
    if len(shown) == 1 and not may_have(page, _OTHER[shown.pop()], _LEAST):
        return None
    orders = text_orders(page)
    total = orders.total()
    for order, count in orders.items():
        if count >= _LEAST and count >= _SHARE * total:
            words = "{count} of {total} dates in the text have {norm}"
            return _Norm(order, Phrase(words, count=count, total=total, norm=SHOWN[order]))
    return None


def _fix(template: Template, order: DayOrder) -> Fix:
    """Let a template show its date in that order."""
    written = template.get("df")
    if order == "mdy" and written is not None:
        return remove(written)._replace(safe=True)
    month_first = template.get("mf")
    if written is not None:
        edits = (Edit(*written.stripped_span, "y"),)
    elif month_first is not None and not is_blank(month_first):
        edits = (Edit(*name_span(month_first), "df"),)
    else:
        end = template.end - 2
        edits = (Edit(end, end, "|df=y"),)
    return Fix(edits, safe=True, description=Phrase("Add “{text}”", text="df=y"))
