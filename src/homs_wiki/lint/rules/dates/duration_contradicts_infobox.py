"""duration-contradicts-infobox: the lead tells another length than the infobox's dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Rule, RuleSet
from homs_wiki.lint.rules.dates._lengths import bounds_of
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.glance import glance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import Date, PageDate


class DurationContradictsInfobox(Rule):
    """The lead says that an event or a reign was longer or shorter than the infobox's dates.

    ## What it does
    Compares the one range of dates in the field of the date of a battle or war, or in the field of
    a reign, with what the lead says of its length: “lasted four days”, „چار دن جاری رہی“, „dauerte
    vier Tage“, “reigned for twelve years”. The first and the last day may both be counted, months
    and years may be begun or whole ones. A length in brackets, or in the words of a range itself,
    is the matter of another rule.

    ## Why it matters
    One of the two is wrong, if it is told of the same thing: the lead may tell of a part of it. So
    it is a question.

    ## Example
    ```wikitext
    {{Infobox military conflict
    | conflict = Battle of the Ford
    | date = 5–8 December 2024
    }}
    The '''Battle of the Ford''' lasted ten days.
    ```

    ## Use instead
    ```wikitext
    {{Infobox military conflict
    | conflict = Battle of the Ford
    | date = 5–8 December 2024
    }}
    The '''Battle of the Ford''' lasted four days.
    ```

    ## Fix safety
    There is no fix: only the sources know what is right.
    """

    name = "duration-contradicts-infobox"
    family = "dates"
    severity = Severity.NOTE
    rule_set = RuleSet.STRICT
    triggers = ("{{",)
    message = "by the infobox (“{date}”) it was {length}, not “{words}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each length in the lead that does not fit."""
        for told in _told(page):
            yield from self._against(page, told)

    def _against(self, page: Page, told: _Told) -> Iterator[Finding]:
        from homs_wiki.page.dates.beside import find_lengths

        for block in page.prose.blocks:
            if block.section != 0 or block.kind != "paragraph":
                continue
            for length in find_lengths(page, (block.start, block.end), told.kind):
                bounds = bounds_of(told.date, length.unit)
                if bounds is not None and length.amount not in bounds:
                    said = bounds.said(length.unit)
                    yield self.finding(length.span, words=length.text, length=said, date=told.text)


class _Told(NamedTuple):
    """A range of dates in the infobox, its text, and of what it is."""

    date: Date
    text: str
    kind: Literal["lasted", "reigned"]


def _told(page: Page) -> Iterator[_Told]:
    """Yield the range of the event, and that of the reign, if the infobox has one of it."""
    box = page.infobox
    if box is None:
        return
    names = box.schema.event_dates if box.schema else ()
    events: list[PageDate] = []
    reigns: list[PageDate] = []
    for date in glance(page).outside:
        if date.role == "infobox" and date.owner == 0 and isinstance(date.found, FoundDate):
            if date.name in names:
                events.append(date)
            elif date.name.lower() == "reign":
                reigns.append(date)
    if len(events) == 1 and _is_range(events[0]):
        yield _Told(events[0].date, events[0].text, "lasted")
    if len(reigns) == 1 and _is_range(reigns[0]):
        yield _Told(reigns[0].date, reigns[0].text, "reigned")


def _is_range(date: PageDate) -> bool:
    return date.date.is_range and date.fault is None
