"""time-impossible: a time of day that no clock shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.quoting import in_quotation_marks
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

# What makes two numbers a time of day. In Japan clocks may go on past 24, so its word is not here.
_TIME: Final = lazily(
    r":([0-9۰-۹٠-٩]{2})(?::[0-9۰-۹٠-٩]{2})?(?![0-9۰-۹٠-٩:.,]\d)[ \u00a0]?"
    r"(UTC|GMT|CES?T|EES?T|BST|E[SD]T|P[SD]T|MSK|PKT|Uhr\b|بجے"
    r"|[AaPp]\.[Mm]\.|[AaPp][Mm]\b|local time\b)"
)
_HOUR: Final = lazily(r"(?<![0-9۰-۹٠-٩:.,])[0-9۰-۹٠-٩]{1,2}\Z")
_LAST_HOUR: Final = 24
_LAST_OF_HALF: Final = 12
_LAST_MINUTE: Final = 59
_LONGEST_LINE: Final = 2_000


class TimeImpossible(Rule):
    """A time of day has an hour or a minute that no clock shows.

    ## What it does
    Finds times in running text with a word behind them that makes them a time of day (a time zone,
    “a.m.”, “Uhr”, „بجے“) whose minute is more than 59 or whose hour more than 24; with “a.m.” and
    “p.m.” more than 12. Numbers without such a word may be scores or lengths and are left alone;
    so are quotations.

    ## Why it matters
    One of the digits is wrong.

    ## Example
    ```wikitext
    The bridge was hit on 6 December 2024 at 10:75 UTC.
    ```

    ## Use instead
    ```wikitext
    The bridge was hit on 6 December 2024 at 10:15 UTC.
    ```

    ## Fix safety
    There is no fix: only the source knows the right time.
    """

    name = "time-impossible"
    family = "dates"
    severity = Severity.WARNING
    message = "“{time}” is no time of day: {reason}"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each time that no clock shows."""
        prose = page.prose
        text = prose.text
        for found in _TIME.finditer(text):
            hour = _HOUR.search(text, max(0, found.start() - 3), found.start())
            reason = _fault(int(hour[0]), found) if hour else None
            if hour is None or reason is None or _is_preposition(page, found[2]):
                continue
            start, end = hour.start(), found.end()
            if prose.is_foreign(start, end) or in_quotation_marks(text, start, _LONGEST_LINE):
                continue
            yield self.finding(prose.span(start, end), time=text[start:end], reason=reason)


def _is_preposition(page: Page, word: str) -> bool:
    """Tell whether it is the German for “on the” (``25:10 am Rhein``)."""
    return word == "am" and page.profile.language == "de"


def _fault(hour: int, found: re.Match[str]) -> Phrase | None:
    """Say what is wrong with a time; None if nothing is."""
    if int(found[1]) > _LAST_MINUTE:
        return Phrase("an hour has 60 minutes")
    if hour > _LAST_HOUR:
        return Phrase("a day has 24 hours")
    if hour > _LAST_OF_HALF and found[2][0] in "AaPp" and found[2][1] in ".mM":
        return Phrase("half a day has 12 hours")
    return None
