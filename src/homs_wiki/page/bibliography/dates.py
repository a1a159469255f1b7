"""The dates of a citation: what CSL and biblatex can say of them, and the rest as a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.page.bibliography.text import shown
from homs_wiki.page.dates import find_dates
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Callable

    from homs_wiki.page.citations import Citation
    from homs_wiki.page.dates import Date, Point
    from homs_wiki.syntax import Document, Parameter

SEASONS: Final = {"spring": 1, "summer": 2, "autumn": 3, "winter": 4}
"""Numbers of CSL; biblatex has the same from 21."""

# Not the "s" of a decade.
_YEAR_LETTER: Final = compiled(r"[0-9]{4}([a-rt-z])\Z|[0-9]{3}[1-9](s)\Z")
_SHORT_YEAR: Final = 3  # digits; the reader of dates wants evidence for these, a parameter is some
_YEARS: Final = range(1, 10_000)


class CitedDate(NamedTuple):
    """A date, or a range of dates of the Gregorian calendar.

    Attributes:
        name: the parameter that says it, of several the last.
        text: as a reader sees it.
        start: year, month and day as far as they are known; empty if the date is none that can be
            told by numbers: before Christ, in another calendar, a decade, without a year, with an
            open end, impossible, or several of them.
        end: the same of the end of a range; empty for a single date.
        season: one of `SEASONS`, or None.
        approximate: the text says "circa".
        letter: what tells works of one author and year apart: "a" in 2009a; empty if nothing.
    """

    name: str
    text: str
    start: tuple[int, ...] = ()
    end: tuple[int, ...] = ()
    season: str | None = None
    approximate: bool = False
    letter: str = ""


# Where a date stands: the parameter, or parameters that are parts of one.
_PARTS: Final = (("date",), ("day", "month", "year"), ("publication-date",))


def issued(document: Document, citation: Citation) -> CitedDate | None:
    """Return when the work came out, as Citation Style 1 takes it; None if nothing is said.

    ``date`` counts, else ``year`` with ``month`` and ``day`` where a wiki has them, else
    ``publication-date``.
    """
    for names in _PARTS:
        parameters = [found for name in names if (found := citation.get(name))]
        if parameters and (date := _read(document, names[-1], parameters)):
            return date
    return None


def dated(document: Document, citation: Citation, name: str) -> CitedDate | None:
    """Return the date in a parameter; None if it has no value."""
    parameter = citation.get(name)
    return _read(document, name, [parameter]) if parameter else None


def _read(document: Document, name: str, parameters: list[Parameter]) -> CitedDate | None:
    text = " ".join(shown(document, parameter.stripped_span) for parameter in parameters).strip()
    if not text:
        return None
    facts = load_date_facts(document.profile.language)
    found = find_dates(text, facts, field=True)
    about = CitedDate(name, text)
    if not found and len(text) == _SHORT_YEAR and text.isdecimal() and int(text) in _YEARS:
        return CitedDate(name, text, (int(text),))
    if len(found) != 1 or not found[0].valid:
        return about
    date = found[0].date
    said = _numbers(date)
    match = _YEAR_LETTER.search(text)
    letter = match[1] or match[2] if match else ""
    rest = text[: found[0].start] + text[found[0].end :].removesuffix(letter)
    circa = date.approximate or _is_circa(document, parameters)
    if said is None or not _is_idle(rest, date, circa):
        return about
    return CitedDate(name, text, *said, date.season, circa, letter)


def _is_idle(rest: str, date: Date, circa: bool) -> bool:
    """Whether what stands around a date may be left out.

    Of a day any words may; of a year they could be "Easter", "early" or a season that is not read.
    """
    if any(char.isdecimal() for char in rest):
        return False
    return circa or date.is_full_day or not any(map(str.isalpha, rest))


def _numbers(date: Date) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return start and end in numbers; None if they don't tell the date."""
    if date.calendar != "gregorian" or date.precision in ("decade", "century") or date.end is None:
        return None
    start, end = _known(date.start), _known(date.end)
    if start is None or end is None or len(start) != len(end):
        return None
    if start == end:
        return start, ()
    # A season that runs into the next year is one season, which has one year.
    if date.season is not None or end < start:
        return None
    return start, end


def _known(point: Point) -> tuple[int, ...] | None:
    year, month, day = point
    if year is None or year not in _YEARS or (month is None and day is not None):
        return None
    return tuple(part for part in (year, month, day) if part is not None)


def _is_circa(document: Document, parameters: list[Parameter]) -> bool:
    """Whether a template says "circa": what it shows is the date alone."""
    from homs_wiki.syntax.stretch import within

    concept: Callable[[str], str | None] = document.profile.concept
    return any(
        concept(template.name) == "circa"
        for parameter in parameters
        for template in within(document.templates, *parameter.stripped_span)
    )
