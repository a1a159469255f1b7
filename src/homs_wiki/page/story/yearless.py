"""Dates whose year is not written, and what the page says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.page.dates.relative import find_relative
from homs_wiki.page.dates.standing import is_quoted
from homs_wiki.page.dates.words import any_of
from homs_wiki.page.timeline.statements import statements_of
from homs_wiki.profile.story_words import load_story_words
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate
    from homs_wiki.page.timeline import Statement
    from homs_wiki.source import Span


def is_yearless(date: PageDate) -> bool:
    """Tell whether a date names a day of the Gregorian calendar without its year."""
    value = date.date
    return (
        value.start.year is None
        and (value.end is None or value.end.year is None)
        and value.precision == "day"
        and value.calendar == "gregorian"
        and date.fault is None
    )


def has_yearless(page: Page) -> bool:
    """Tell whether any date of the running text may have no year."""
    for date in page.dates:
        if date.prose >= 0 and not _YEAR.search(date.text) and is_yearless(date):
            return True
    return False


class Told(NamedTuple):
    """The sentences of a page by where their date stands, and those that name a year."""

    statements: Mapping[int, Statement]
    dated: frozenset[tuple[Span, ...]]


def told(page: Page) -> Told:
    """Give what the page tells of dates."""
    statements = statements_of(page)
    return Told(
        {each.found.start: each for each in statements},
        frozenset(
            each.parts
            for each in statements
            if each.date.start.year is not None and not each.is_resolved
        ),
    )


def is_left_alone(page: Page, statement: Statement, told: Told) -> bool:
    """Tell whether a date without a year is no oversight.

    In a sentence that names one, or tells it from another ("the next year"), in somebody else's
    words, of every year, or anywhere but in a paragraph.
    """
    date = statement.found
    block = page.prose.block_at(date.prose)
    if block is None or block.kind != "paragraph" or statement.parts in told.dated:
        return True
    language = page.profile.language
    yearly = any_of(load_story_words(language).narrative.yearly, language)
    if yearly is None or yearly.search(statement.text) or is_quoted(page, date):
        return True
    return any(each.value.unit == "year" for each in find_relative(statement.text, language))


_YEAR = lazily(r"\d{4}")
