"""event-dates-disagree: lead and infobox tell two dates of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import Date, PageDate


class EventDatesDisagree(Rule):
    """The first sentence and the infobox give two dates of the event.

    ## What it does
    For pages with an infobox of an event (battle, campaign, war) whose date is given to the day,
    compares that date with the one in the first sentence. A range in the sentence must be the
    range of the infobox; a single day must lie within it. It says nothing unless both are
    certain: one date, with day, month and year, in the one field and in the sentence.

    ## Why it matters
    These are the two places where readers and search engines look first. One of the two is
    wrong.

    ## Example
    ```wikitext
    {{Infobox military conflict
    | conflict = Battle of the Ford
    | date = 5–8 December 2024
    }}
    The '''Battle of the Ford''' was fought from 5 to 9 December 2024.
    ```

    ## Use instead
    ```wikitext
    {{Infobox military conflict
    | conflict = Battle of the Ford
    | date = 5–8 December 2024
    }}
    The '''Battle of the Ford''' was fought from 5 to 8 December 2024.
    ```

    ## Fix safety
    There is no fix: only the sources know which date is right.
    """

    name = "event-dates-disagree"
    family = "dates"
    severity = Severity.WARNING
    message = "the first sentence says “{lead}”, the infobox “{infobox}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield the date of the first sentence if it is not that of the infobox."""
        infobox = page.infobox
        if infobox is None or not (fields := infobox.event_fields()):
            return
        names = {field.canonical for field in fields}
        stated = [
            date
            for date in page.dates
            if date.role == "infobox" and date.owner == 0 and date.name in names
        ]
        told = _in_first_sentence(page)
        if len(stated) != 1 or len(fields) != 1 or len(told) != 1:
            return
        lead, box = told[0], stated[0]
        if _are_certain(lead.date, box.date) and not _agree(lead.date, box.date):
            yield self.finding(lead.span, lead=lead.text, infobox=box.text)


def _in_first_sentence(page: Page) -> list[PageDate]:
    """Give the dates to the day in the first sentence of the lead; none if others are there."""
    prose = page.prose
    first = next((block for block in prose.blocks if block.kind == "paragraph"), None)
    if first is None or first.section != 0:
        return []
    sentence = prose.sentences(first)[0]
    dates = [
        date
        for date in page.dates
        if date.role == "prose" and sentence.start <= date.prose < sentence.end
    ]
    return [date for date in dates if date.date.precision == "day"]


def _are_certain(*dates: Date) -> bool:
    """Tell whether all dates are possible Gregorian days with their years."""
    return all(
        date.is_full_day and date.calendar == "gregorian" and not date.approximate for date in dates
    )


def _agree(lead: Date, box: Date) -> bool:
    """Tell whether the date of the lead is that of the infobox, or a day within it."""
    if lead.start == box.start and lead.end == box.end:
        return True
    if box.end is None or lead.is_range:
        return False
    return _key(box.start) <= _key(lead.start) <= _key(box.end)


def _key(point: tuple[int | None, ...]) -> tuple[int, ...]:
    """Give an end of a date as numbers that can be compared."""
    return tuple(part or 0 for part in point)
