"""time-impossible: a time of day that no clock shows."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.quoting import in_quotation_marks
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_TIME: Final = lazily(
    r":([0-9۰-۹٠-٩]{2})(?::[0-9۰-۹٠-٩]{2})?(?![0-9۰-۹٠-٩:.,]\d)[ \u00a0]?(?=[^\W\d])"
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
            if hour is None or (int(hour[0]) <= _LAST_OF_HALF and int(found[1]) <= _LAST_MINUTE):
                continue
            word = _words().match(text, found.end())
            reason = _fault(int(hour[0]), int(found[1]), word) if word else None
            if word is None or reason is None or _is_preposition(page, word[0]):
                continue
            start, end = hour.start(), word.end()
            if prose.is_foreign(start, end) or in_quotation_marks(text, start, _LONGEST_LINE):
                continue
            yield self.finding(prose.span(start, end), time=text[start:end], reason=reason)


@cache
def _words() -> re.Pattern[str]:
    """Give what fits a word that makes a time of day, with a group for those of half a day."""
    from homs_wiki.profile.times import time_words

    known = time_words()
    return compiled(f"(?P<half>{'|'.join(known.halves)})|{'|'.join(known.words)}")


def _is_preposition(page: Page, word: str) -> bool:
    """Tell whether it is another word, as the German for “on the” (``25:10 am Rhein``)."""
    from homs_wiki.profile.times import time_words

    return word in time_words().prepositions.get(page.profile.language, ())


def _fault(hour: int, minute: int, word: re.Match[str]) -> Phrase | None:
    """Say what is wrong with a time; None if nothing is."""
    if minute > _LAST_MINUTE:
        return Phrase("an hour has 60 minutes")
    if hour > _LAST_HOUR:
        return Phrase("a day has 24 hours")
    if hour > _LAST_OF_HALF and word["half"]:
        return Phrase("half a day has 12 hours")
    return None
