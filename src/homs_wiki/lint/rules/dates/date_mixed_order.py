"""date-mixed-order: day before month here, month before day there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import house_norm, minority_of
from homs_wiki.lint.rules.dates._order import SHOWN
from homs_wiki.page.dates.declared import declared_order
from homs_wiki.page.dates.order import (
    ORDERS,
    OTHER,
    is_outvoted,
    may_have,
    order_of,
    ordered,
    text_orders,
)
from homs_wiki.page.dates.standing import is_name, is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.page.dates.order import DayOrder


class DateMixedOrder(Rule):
    """Some dates have the day before the month, some the month before the day.

    ## What it does
    Compares the order of day and month, the month written as a word, within the text, headings
    and infobox. The order that counts is the one that the article declares (`{{Use dmy
    dates}}`), else the habit of the wiki, else the one that at least three dates and three of
    four have; the others are found. Where nearly all dates have another order than is declared,
    that is reported once (see `date-order-unlike-declared`). Citations (see
    `citation-date-form-mixed`), quotations, titles in italics, names (“September 11 attacks”),
    text marked as another language and lists of sources are left alone.

    ## Why it matters
    A reader who sees both orders begins to doubt whether 4 May and May 4 mean one day. Style
    guides ask for one order in an article.

    ## Example
    ```wikitext
    It began on 27 November 2024, spread on 29 November 2024, reached the city on 5 December 2024
    and ended on December 8, 2024.
    ```

    ## Use instead
    ```wikitext
    It began on 27 November 2024, spread on 29 November 2024, reached the city on 5 December 2024
    and ended on 8 December 2024.
    ```

    ## Fix safety
    The fix writes the date in the other order, with the comma that English puts in it and behind
    it. It is safe where that comma is certain: “on December 8, 2024.” becomes “on 8 December 2024.”
    Where it may belong to the sentence as well (“on December 8, 2024, in the north”), or has to
    come (“on December 8, 2024, the city”), it is not. What comes out is read again and says the
    same. A date with a link or other markup in it, or an ordinal in words, has no fix.
    """

    name = "date-mixed-order"
    family = "dates"
    severity = Severity.WARNING
    message = "“{date}” has {order}; {reason}"
    languages = frozenset(("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date in another order than it should have."""
        declared = declared_order(page.document)
        found = _others(page) if declared is None else _undeclared(page, declared)
        for date, order, reason in found:
            if not is_name(page, date):
                shown = SHOWN[ORDERS[date.form.order]]
                fix = _fix(page, date, order)
                yield self.finding(date.span, fix, date=date.text, order=shown, reason=reason)


def _undeclared(page: Page, declared: DayOrder) -> Iterator[tuple[PageDate, str, Phrase]]:
    """Yield the dates in another order than declared, that order, and the reason."""
    other = OTHER[declared]
    if not may_have(page, other, 1) or is_outvoted(text_orders(page), declared):
        return
    reason = Phrase("the article declares {norm}", norm=SHOWN[declared])
    for date in ordered(page):
        if order_of(date) == other and not is_quoted(page, date):
            yield date, declared, reason


def _others(page: Page) -> Iterator[tuple[PageDate, str, Phrase]]:
    """Yield the dates in the order of the minority, the other order, and the reason."""
    if not (may_have(page, "dmy", 1) and may_have(page, "mdy", 1)):
        return
    for found in minority_of(page, ordered(page), order_of, house_norm(page, "order")):
        words = "{count} of {total} dates have {norm}"
        norm = SHOWN[found.norm]
        yield found.date, found.norm, Phrase(words, count=found.same, total=found.total, norm=norm)


def _fix(page: Page, date: PageDate, order: str) -> Fix | None:
    """Write the date in the other order."""
    # Most pages have nothing to fix, and need not wait for what is imported here.
    from homs_wiki.lint.rules.dates._rewriting import Wanted, fix_of

    return fix_of(page, date, Wanted(order="mdy" if order == "mdy" else "dmy"))
