"""When a source was published, looked at and copied."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from homs_wiki.lint.rules.citations._cited import citation_at, read_cited
from homs_wiki.page.citations import read_citations
from homs_wiki.page.citations.judging import today
from homs_wiki.page.citations.judging.day_reader import date_reader
from homs_wiki.page.citations.urls import timestamp_day
from homs_wiki.page.once import once
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.page.dates import Point
    from homs_wiki.syntax import Document

DATED_AHEAD = timedelta(days=366)
"""What is printed on an issue may lie after the day on which it can be bought or read."""

# Kinds whose date is the day on which they were to be read.
_ON_THE_DAY = frozenset({"web", "news", "press-release", "pressrelease", "podcast", "speech"})


class Days(NamedTuple):
    """The days between which something was; both are the same if the day is known."""

    first: date
    last: date


def days_of(page: Page, citation: Citation, name: str) -> Days | None:
    """Return when a parameter says that something was; None if it is not one plain date."""
    written = citation.value(name)
    reader = date_reader(page.profile)
    form = reader.read[written] if reader and written else False
    if not isinstance(form, bool) and form.day:
        day = date(*form.day)
        return Days(day, day)
    found = citation.date(name)
    if found is None or found.start or found.end < len(written):
        return None
    value = found.date
    if value.calendar != "gregorian" or value.is_range or value.approximate or found.fault:
        return None
    first, last = _first(value.start), _last(value.start)
    return Days(first, last) if first and last else None


def _first(point: Point) -> date | None:
    year, month, day = point
    return _day(year, month or 1, day or 1)


def _last(point: Point) -> date | None:
    year, month, day = point
    if day:
        return _day(year, month or 1, day)
    following = _day((year or 0) + (month in (12, None)), (month or 12) % 12 + 1, 1)
    return following - timedelta(days=1) if following else None


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


def published(page: Page, citation: Citation) -> Days | None:
    """Return when a source was published as far as it says; None if it does not or in two ways."""
    if citation.get("publication-date") or citation.get("orig-date"):
        return None
    return days_of(page, citation, "date")


def copied(page: Page, citation: Citation) -> Days | None:
    """Return when the copy in an archive was made: by its address, else by its date."""
    day = timestamp_day(citation.value("archive-url"))
    if day:
        return Days(date(*day), date(*day))
    return days_of(page, citation, "archive-date")


def margin(citation: Citation) -> timedelta:
    """Return by how much a source may be dated later than it could be read."""
    # A day begins at another time in another place.
    return timedelta(days=2) if citation.kind in _ON_THE_DAY else DATED_AHEAD


class Doubtful(NamedTuple):
    """Citations whose dates are worth a look.

    Attributes:
        reversed: may have been looked at or copied before they were published.
        upcoming: may be dated in the future.
    """

    reversed: list[Citation]
    upcoming: list[Citation]


@once
def doubtful_dates(document: Document) -> Doubtful:
    """Return the citations whose dates are worth a look, as far as they are read at a glance."""
    reader = date_reader(document.profile)
    if reader is None:
        return Doubtful([], [])
    if document.profile.language != "en":
        citations = read_citations(document)  # their parameters have other names too
        return Doubtful(citations, citations)
    text, read = read_cited(document).text, reader.read
    upcoming: list[int] = []
    turned: list[int] = []
    issued, issued_at, later, later_at = _NEVER_ISSUED, 0, _NEVER, 0
    for match in _DATE.finditer(text):
        form = read[match[1]]
        if form is True or form is False or not form.years:
            continue
        start = match.start()
        key = form.day or (form.years[0], _LATEST if form.form == _MONTH else 0)
        before = text[start - 1]
        if before == "-":
            before = text[start - 2]
        if before in "es":  # access-date, archive-date
            later, later_at = key, start
        elif before in _BEFORE:
            issued, issued_at = key, start
        if key[0] >= _PAST and key[0] >= today().year and "access" not in text[start - 7 : start]:
            upcoming.append(start)
        if later < issued and _is_one(text, issued_at, later_at):
            turned.append(start)
    return Doubtful(_citations(document, turned), _citations(document, upcoming))


def _is_one(text: str, one: int, other: int) -> bool:
    """Tell whether two places stand in one template, as far as seen at a glance."""
    start, end = sorted((one, other))
    return end - start < _LONGEST and text.find("{{", start, end) < 0


def _citations(document: Document, positions: list[int]) -> list[Citation]:
    cited = read_cited(document)
    found = (citation_at(document, cited.offset(position)) for position in positions)
    return list({citation.index: citation for citation in found if citation}.values())


_DATE = lazily(r"date *= *([^|}\n\0 ]+(?: +[^|}\n\0 ]+)*)")
_PAST = 2026
"""No clock is before this year, so that it need not be asked for dates that are."""
_NEVER: tuple[int, ...] = (9999,)
_NEVER_ISSUED: tuple[int, ...] = ()
_BEFORE = "| \n\t"
# Among the forms of the module, that of a month; any day of which the source may be.
_MONTH = 14
_LATEST = 99
# Citations are shorter.
_LONGEST = 3000
