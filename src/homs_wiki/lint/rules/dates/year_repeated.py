"""year-repeated: the same year twice within a few words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_MOST = 12
_BETWEEN = lazily(r"[^\S\n](?:[^\W\d_]{1,5}[^\S\n]){1,2}")


class YearRepeated(Rule):
    """A date with a year is followed at once by the same year again.

    ## What it does
    Finds, in the running text, a date with its year behind which the same year stands alone, with
    one or two short words between them. Quotations, titles and lists of sources are left alone.

    ## Why it matters
    The year is said twice, which reads as a slip. Some such sentences are right, as where the
    second year belongs to the name of an event; so this rule has to be asked for.

    ## Example
    ```wikitext
    It began on 5 December 2024 in the 2024 offensive.
    ```

    ## Use instead
    ```wikitext
    It began on 5 December in the 2024 offensive.
    ```

    ## Fix safety
    There is no fix: a person must choose which of the two may go.
    """

    name = "year-repeated"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.ALL
    message = "the year of “{date}” stands behind it once more"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each second year."""
        text = page.prose.text
        dates = (date for date in page.dates if date.role == "prose")
        for first, second in pairwise(dates):
            end = first.prose + len(first.text)
            if not 0 < second.prose - end <= _MOST or not _repeats(first, second):
                continue
            if _BETWEEN.fullmatch(text, end, second.prose) and not is_quoted(page, second):
                yield self.finding(second.span, date=first.text)


def _repeats(first: PageDate, second: PageDate) -> bool:
    """Tell whether a date is only the year of the one before it, which says more."""
    one, other = first.date, second.date
    return (
        other.precision == "year"
        and one.precision in ("day", "month")
        and not (one.is_range or other.is_range)
        and (one.calendar, one.start.year) == (other.calendar, other.start.year)
    )
