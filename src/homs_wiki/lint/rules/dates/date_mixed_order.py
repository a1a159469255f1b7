"""date-mixed-order: day before month here, month before day there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._forms import house_norm, minorities
from homs_wiki.lint.rules.dates._order import (
    ORDERS,
    SHOWN,
    is_name,
    order_at_a_glance,
    order_of,
)
from homs_wiki.page.dates.declared import declared_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate


class DateMixedOrder(Rule):
    """Some dates have the day before the month, some the month before the day.

    ## What it does
    Compares the order of day and month, the month written as a word, within the text, headings
    and infobox. The order that counts is the one that the article declares (`{{Use dmy
    dates}}`), else the habit of the wiki, else the one that at least three dates and three of
    four have; the others are found. Citations (see `citation-date-form-mixed`), quotations, titles
    in italics, names (“September 11 attacks”), text marked as another language and lists of
    sources are left alone.

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
    message = "“{date}” has {order}; {count} of {total} {group} have {norm}"
    languages = frozenset(("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr"))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date in the order of the minority."""
        norm = declared_order(page.document) or house_norm(page, "order")
        for found in minorities(page, order_of, norm, ("text",), order_at_a_glance):
            date = found.date
            if is_name(page, date):
                continue
            yield self.finding(
                date.span,
                _fix(page, date, found.norm),
                date=date.text,
                order=SHOWN[ORDERS[date.form.order]],
                count=found.same,
                total=found.total,
                group=Phrase("dates"),
                norm=SHOWN[found.norm],
            )


def _fix(page: Page, date: PageDate, order: str) -> Fix | None:
    """Write the date in the other order."""
    # Most pages have nothing to fix, and need not wait for what is imported here.
    from homs_wiki.lint.rules.dates._rewriting import Wanted, fix_of

    return fix_of(page, date, Wanted(order="mdy" if order == "mdy" else "dmy"))
