"""Templates that show a date, and in which order of day and month they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.lint.finding import Fix, Phrase
from homs_wiki.lint.rules.citations._parameters import name_span, remove
from homs_wiki.lint.rules.metadata._templates import DAYS, templates_of_the_page
from homs_wiki.page.dates.templates import stated_dates
from homs_wiki.page.values import is_blank, plain_value
from homs_wiki.source import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.page import Page
    from homs_wiki.page.dates.order import DayOrder
    from homs_wiki.syntax import Template

_YES: Final = frozenset(("y", "yes", "true", "1"))


def showing(page: Page) -> Iterator[tuple[Template, DayOrder]]:
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


def shown_in(template: Template, order: DayOrder) -> Fix:
    """Give the fix that lets a template show its date in an order."""
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
