"""event-dates-disagree: the infobox and another place tell two dates of one event."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates import find_dates
from homs_wiki.page.story.event import (
    agree,
    day_headings,
    is_certain,
    is_full_day,
    is_slip,
    point_key,
    stated_date,
)
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.profile.story_words import load_story_words
from homs_wiki.source import Span
from homs_wiki.source.lazy import lazily
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import Date, PageDate
    from homs_wiki.page.story.event import Stated
    from homs_wiki.profile.dates import DateFacts

_LEAST_CATEGORIES = 2
_LEAST_HEADINGS = 3
_YEAR_FIRST = lazily(r"[12]\d{3}(?=\s)")
_REACH = 300
_YEAR_AND_MONTH = 2


class EventDatesDisagree(Rule):
    """The infobox and another place of the page give two dates of the event.

    ## What it does
    For pages with an infobox that has one certain Gregorian date of an event (in a field for it, in
    templates for its start and end, or in two fields for the first and the last day), compares that
    date with

    * the date in the first sentence, if it is the only one there, as far as both are given: to the
      day or the month. A range in the sentence must be the range of the infobox; a single day must
      lie within it. A date that begins outside of it may be that of another event (“part of the
      offensive that began on 27 November”): it counts if it is the same day of another year, or if
      no such words stand there, which is known for English and Urdu.
    * the dates in the second sentence, if it begins with “It”, “The battle” or «یہ» and says of a
      date that it began, ended or took place then, in English and Urdu. The first day is held
      against the first, the last against the last.
    * the year in the page's title, where the title is known and names one year.
    * the year in its categories, where at least two name a year and all name the same.
    * the headings of a narrative day by day: at least three sections side by side, each headed by
      one full date, in order, of which one lies within the infobox's range. None may come before
      its beginning; later ones may be the aftermath.

    The last three only for a battle, campaign or war, whose infobox is known. Of other infoboxes
    only slips are found: the same day of another year, and a range that begins or ends with that of
    the infobox.

    It says nothing where any of this is unsure, nor where the first sentence may have the same day
    in the Julian calendar. A date template, or a date with a dash somewhere behind it, may be only
    the first half of a range; years after it are not counted against it.

    ## Why it matters
    These are the places where readers and search engines look first. One of the two is wrong.

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
    message = "the {place} says “{other}”, the infobox “{infobox}”"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield what says another date than the infobox."""
        stated = stated_date(page)
        if stated is None:
            return
        for place, span, other in _others(page, stated):
            yield self.finding(span, place=place, other=other, infobox=stated.text)


def _others(page: Page, stated: Stated) -> Iterator[tuple[Phrase, tuple[int, int], str]]:
    """Yield what disagrees with the infobox: what kind of place it is, its span, what it says."""
    box = stated.date
    if is_certain(box):
        for place, date in _in_lead(page, stated):
            if stated.is_of_known or is_slip(date.date, box):
                yield place, date.span, date.text
    if not (stated.is_of_known and _has_certain_year(box)):
        return
    facts = load_date_facts(page.profile.language)
    if (year := _year_named(page.title or "", facts)) and not _may_be_in(year, stated):
        yield Phrase("page’s title"), stated.span, str(year)
    years = list(_in_categories(page, facts))
    if len(years) >= _LEAST_CATEGORIES and len({year for year, _ in years}) == 1:
        year, span = years[0]
        if not _may_be_in(year, stated):
            yield Phrase("category"), span, str(year)
    if is_full_day(box):
        for date in _early_headings(page, box):
            yield Phrase("heading"), date.span, date.text


def _has_certain_year(date: Date) -> bool:
    """Tell whether the years of both ends are known and those of the calendar of titles."""
    return (
        date.calendar == "gregorian"
        and not date.approximate
        and date.precision in ("day", "month", "year")
        and date.start.year is not None
    )


def _may_be_in(year: int, stated: Stated) -> bool:
    """Tell whether the event may have been in a year, as far as the infobox says."""
    date = stated.date
    first, last = date.start.year, date.end.year if date.end else None
    if first is None or year < first:
        return first is None
    return stated.may_go_on or last is None or year <= last


def _year_named(name: str, facts: DateFacts) -> int | None:
    """Give the one year that a title names; None if it names none, or another kind of date."""
    found = find_dates(name, facts)
    years = {date.date.start.year for date in found}
    if not all(_is_year(date.date) for date in found):
        return None
    if first := _YEAR_FIRST.match(name):
        years.add(int(first[0]))
    return years.pop() if len(years) == 1 else None


def _is_year(date: Date) -> bool:
    """Tell whether a date is one year of the Gregorian calendar."""
    return date.precision == "year" and date.calendar == "gregorian" and not date.is_range


def _in_categories(page: Page, facts: DateFacts) -> Iterator[tuple[int, Span]]:
    """Yield the years that categories name, and where the categories' titles stand."""
    for link in page.categories:
        start, end = link.target_span
        start = page.text.find(":", start, end) + 1 or start
        if year := _year_named(page.text[start:end].strip(), facts):
            yield year, Span(start, end)


def _early_headings(page: Page, box: Date) -> list[PageDate]:
    """Give the headings of a narrative day by day that lie before the date of the infobox."""
    start, end = point_key(box.start), point_key(box.end or box.start)
    for dates in day_headings(page):
        days = [point_key(date.date.start) for date in dates]
        in_order = all(day < following for day, following in pairwise(days))
        if len(days) >= _LEAST_HEADINGS and in_order and any(start <= day <= end for day in days):
            return [date for date, day in zip(dates, days, strict=True) if day < start]
    return []


def _in_lead(page: Page, stated: Stated) -> Iterator[tuple[Phrase, PageDate]]:
    """Yield the dates of the lead's first two sentences that disagree with the infobox."""
    prose = page.prose
    block = prose.first_paragraph
    if block is None or block.section != 0:
        return
    box = stated.date
    sentences = prose.sentences(block)
    dates = _precise_dates(page, *sentences[0])
    if len(dates) == 1 and is_certain(dates[0].date):
        told = dates[0]
        if not (agree(told.date, box) or _may_be_of_another(page, told, box)):
            yield Phrase("first sentence"), told
    if len(sentences) > 1:
        from homs_wiki.page.story.event_verbs import disagreeing

        dates = _precise_dates(page, *sentences[1])
        for told in disagreeing(page, sentences[1], dates, box) if dates else ():
            yield Phrase("second sentence"), told


def _precise_dates(page: Page, start: int, end: int) -> list[PageDate]:
    """Give the dates to the day between two offsets of the prose; to the month if there is none."""
    dates = []
    for date in page.dates:
        if date.prose >= end:
            break
        if date.prose >= start:
            dates.append(date)
    days = [date for date in dates if date.date.precision == "day"]
    return days or [date for date in dates if date.date.precision == "month"]


def _may_be_of_another(page: Page, lead: PageDate, box: Date) -> bool:
    """Tell whether the first sentence may give the date of another event than the page's."""
    start = lead.date.start
    depth = _YEAR_AND_MONTH if "month" in (lead.date.precision, box.precision) else None
    ends = (box.start, start, box.end or box.start)
    first, here, last = (point_key(point[:depth]) for point in ends)
    if first <= here <= last:
        return False
    if here[1:] == first[1:]:
        return False  # the same day of another year is a slip
    words = load_story_words(page.profile.language).narrative
    block = page.prose.block_at(lead.prose)
    if not words.of_another or block is None:
        return True
    sentence = page.prose.sentences(block)[0]
    end = lead.prose if words.of_another_before else sentence.end
    text = page.prose.text[max(sentence.start, lead.prose - _REACH) : min(end, lead.prose + _REACH)]
    return compiled(words.of_another).search(text) is not None
