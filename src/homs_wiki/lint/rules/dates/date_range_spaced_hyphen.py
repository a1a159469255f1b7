"""date-range-spaced-hyphen: a range of dates with a hyphen between spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._parts import replacement
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.ranges import EN_DASH, HYPHEN, range_of
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.dates.ranges import Range

_MAYBE = lazily(r"-(?:(?=[ \u00a0])|(?<=[ \u00a0]-))")


class DateRangeSpacedHyphen(Rule):
    """A hyphen between spaces stands between the two ends of a range of dates.

    ## What it does
    Finds ranges of days, months or years whose ends are joined by a hyphen with a space on one
    side or both, in the text, infoboxes and citations. Quotations, titles in italics and text
    marked as another language are left alone.

    ## Why it matters
    A range takes an en dash; a hyphen between spaces looks like a break in the sentence or a
    minus sign, and citation templates reject it.

    ## Example
    ```wikitext
    The city fell in the night of 7 - 8 December.
    ```

    ## Use instead
    ```wikitext
    The city fell in the night of 7–8 December.
    ```

    ## Fix safety
    The fix puts an en dash, with spaces around it only where an end of the range has a space in
    itself (`5 December – 3 January`). It is safe, but for headings, to which links may lead.
    """

    name = "date-range-spaced-hyphen"
    family = "dates"
    severity = Severity.WARNING
    # Elsewhere ranges have hyphens, other dashes, or, in Japanese, just this.
    languages = frozenset(("ur", "en", "ar", "fa", "de"))
    aliases = {"cs1": "maint_date_format"}  # noqa: RUF012 - as in all rules
    message = "the range “{date}” has a spaced hyphen instead of an en dash"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each range with such a hyphen."""
        for date in glance(page).dashed:
            if not _MAYBE.search(date.text):
                continue
            found = range_of(date)
            if found is None or found.mark != HYPHEN or not found.is_spaced:
                continue
            if not is_quoted(page, date):
                yield self.finding(date.span, _fix(page, found), date=date.text)


def _fix(page: Page, found: Range) -> Fix | None:
    """Put an en dash in the place of the hyphen."""
    dash = EN_DASH if found.is_closed else f" {EN_DASH} "
    return replacement(page, found.date, found.place, dash, "Put an en dash")
