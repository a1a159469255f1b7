"""date-reckoned-wrong: `two days later, on 8 December`, told after the 5th."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.page.story.reckoning import read_reckonings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page


class DateReckonedWrong(Rule):
    """“Two days later” stands beside a date that is not two days later.

    ## What it does
    Finds words such as “the next day”, “two weeks later” or «ایک دن بعد» right before a date or,
    between commas or in brackets, right behind it. They are counted from the dates in the same
    sentence and the one before it; if none of these fits, that is reported. Weeks may be off by a
    day each, months by about half of one; years are not counted. It says nothing where another such
    word or a day of the week stands between, nor where one of the dates is no certain day.

    ## Why it matters
    One of the two dates is wrong, or a sentence that told of the day between is lost.

    ## Example
    ```wikitext
    The town fell on 5 December 2024. Two days later, on 8 December, the bridge was blown up.
    ```

    ## Use instead
    ```wikitext
    The town fell on 5 December 2024. Three days later, on 8 December, the bridge was blown up.
    ```

    ## Fix safety
    There is no fix: only the sources know which of them is wrong.
    """

    name = "date-reckoned-wrong"
    family = "dates"
    severity = Severity.WARNING
    message = "“{date}” is {days} days {side} “{base}”, not “{relative}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date that another one beside it contradicts."""
        for found in read_reckonings(page):
            if not found.agrees and not is_quoted(page, found.date):
                yield self.finding(
                    page.prose.span(found.start, found.end),
                    date=found.date.text,
                    days=abs(found.days),
                    side=Phrase("after") if found.days >= 0 else Phrase("before"),
                    base=found.base.text,
                    relative=found.relative,
                )
