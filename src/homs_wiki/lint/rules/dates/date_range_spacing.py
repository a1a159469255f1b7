"""date-range-spacing: spaces around the dash of a range that do not belong there, or lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._parts import replacement
from homs_wiki.page.dates.ranges import EN_DASH, own_ranges
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding, Fix
    from homs_wiki.page import Page
    from homs_wiki.page.dates.ranges import Range

# What most ranges look like: 1998–99; 5–8 December 2024; December 5–8, 2024; June–August 1940.
_RIGHT = lazily(
    r"[^ \u00a0]+|\d\d?–\d\d? [^\W\d]+(?: \d{4})?|[^\W\d]+ \d\d?–\d\d?(?:, \d{4})?"
    r"|[^\W\d]+–[^\W\d]+ \d{4}"
)
_NEEDLESS = Phrase("needs no spaces around its dash")
_MISSING = Phrase("needs spaces around its dash")


class DateRangeSpacing(Rule):
    """The dash of a range of dates has spaces it does not need, or lacks those it needs.

    ## What it does
    Finds ranges of dates with an en dash in the text, headings and infoboxes. Between two single
    numbers or words (`5–8 December`, `1998–2004`, `June–August 1940`) the dash stands without
    spaces; where an end has a space in itself (`5 December – 3 January`) it stands between two.
    Quotations, titles in italics, text marked as another language and lists of sources are left
    alone.

    ## Why it matters
    Spaces show what the dash joins: in `5 December–3 January` it seems to join “December” and
    “3”. Style guides ask for it, and citation templates reject other ranges.

    ## Example
    ```wikitext
    It lasted from 5 – 8 December 2024, the siege 3 May 2023–5 June 2024.
    ```

    ## Use instead
    ```wikitext
    It lasted from 5–8 December 2024, the siege 3 May 2023 – 5 June 2024.
    ```

    ## Fix safety
    The fix takes the spaces away or puts them in. It is safe, but for headings, to which links may
    lead.
    """

    name = "date-range-spacing"
    family = "dates"
    severity = Severity.NOTE
    triggers = (EN_DASH, "&ndash", "&#8211")
    message = "the range “{date}” {fault}"
    languages = frozenset(("en",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each range with other spaces."""
        for found in own_ranges(page, _RIGHT.fullmatch):
            fault = _fault(found) if found.mark == EN_DASH else None
            date = found.date
            if fault is not None and not is_quoted(page, date):
                yield self.finding(date.span, _fix(page, found), date=date.text, fault=fault)


def _fault(found: Range) -> Phrase | None:
    """Say what is wrong with the spaces around the dash of a range; None if nothing is."""
    if found.is_closed:
        return _NEEDLESS if found.is_spaced else None
    return _MISSING if len(found.separator) < len(" – ") else None


def _fix(page: Page, found: Range) -> Fix | None:
    dash = EN_DASH if found.is_closed else f" {EN_DASH} "
    return replacement(page, found.date, found.place, dash, "Write the dash as it belongs there")
