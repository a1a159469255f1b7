"""date-order-unlike-declared: the text has another order of dates than the article declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._order import SHOWN
from homs_wiki.page.dates.declared import declared_order, read_declarations
from homs_wiki.page.dates.order import OTHER, is_outvoted, may_have, text_orders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class DateOrderUnlikeDeclared(Rule):
    """An article declares one order of day and month, and is written in the other.

    ## What it does
    Finds `{{Use dmy dates}}` and `{{Use mdy dates}}` where at least four, and four of five, of the
    dates in text, headings and infobox have the other order. Dates in numbers, quotations, names
    and citations do not count. The dates themselves are not reported then.

    ## Why it matters
    The templates of citations follow the declaration, so that they show another order than the
    text. Tools that set dates right do it the wrong way round.

    ## Example
    ```wikitext
    {{Use dmy dates|date=May 2020}}
    The mill was begun on May 4, 1902, opened on June 5, 1903, sold on July 6, 1904 and burnt on
    August 7, 1905.
    ```

    ## Use instead
    ```wikitext
    {{Use mdy dates|date=May 2020}}
    The mill was begun on May 4, 1902, opened on June 5, 1903, sold on July 6, 1904 and burnt on
    August 7, 1905.
    ```

    ## Fix safety
    There is no fix: whether the template is wrong or the text, the subject and the article's
    history tell.
    """

    name = "date-order-unlike-declared"
    family = "dates"
    severity = Severity.WARNING
    triggers = ("{{",)
    message = "“{template}” declares {declared}, but {count} of {total} dates have {order}"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the declaration if the text does not follow it."""
        declared = declared_order(page.document)
        if declared is None:
            return
        other = OTHER[declared]
        if not may_have(page, other, 1):
            return
        orders = text_orders(page)
        if is_outvoted(orders, declared):
            template = read_declarations(page.document)[0].template
            yield self.finding(
                template.span,
                template=template.name,
                declared=SHOWN[declared],
                count=orders[other],
                total=orders.total(),
                order=SHOWN[other],
            )
