"""decade-apostrophe: the 1990's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.lint.rules.dates._parts import replacement
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.standing import OWN_ROLES, is_quoted
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate

_DECADE = lazily(r"['‘’]?(?:\d\d)?\d0(?P<mark>['’])s")
# The genitive of a year has none of these before it, or a noun that began before it.
_BEFORE = lazily(r"\b(?:the|(?:the )?(?:early|mid|late|middle|later))[ \u00a0-]\Z", re.IGNORECASE)
_REACH = 12


class DecadeApostrophe(Rule):
    """The plural of a decade is written with an apostrophe.

    ## What it does
    Finds decades such as `the 1990's` and `the late 1990's` in the text, headings and infoboxes.
    A year without *the*, *early*, *mid* or *late* before it is left alone (`1990's best film` is
    the genitive of a year), and so are citations, quotations, titles in italics, text marked as
    another language and lists of sources.

    ## Why it matters
    The apostrophe makes a genitive of it: what belongs to the year 1990.

    ## Example
    ```wikitext
    The mill stood still in the 1990's.
    ```

    ## Use instead
    ```wikitext
    The mill stood still in the 1990s.
    ```

    ## Fix safety
    The fix takes the apostrophe out. It is safe, but for headings, to which links may lead.
    """

    name = "decade-apostrophe"
    family = "dates"
    severity = Severity.NOTE
    triggers = ("0's", "0’s")
    message = "the decade “{date}” needs no apostrophe"
    languages = frozenset(("en",))

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each such decade."""
        for date in glance(page).genitive:
            found = _DECADE.fullmatch(date.text)
            if found is None or date.role not in OWN_ROLES:
                continue
            if not _is_named(page, date) or is_quoted(page, date):
                continue
            fix = replacement(page, date, found.span("mark"), "", "Take the apostrophe out")
            yield self.finding(date.span, fix, date=date.text)


def _is_named(page: Page, date: PageDate) -> bool:
    """Tell whether a word stands before a date that makes a decade of it."""
    if date.prose >= 0:
        text, start = page.prose.text, date.prose
    else:
        text, start = page.text, date.start
    return _BEFORE.search(text[max(0, start - _REACH) : start]) is not None
