"""Dates told twice over: by a date, and by how far it is from the one before.

"On 5 December the town fell. Two days later, on 8 December, …": what stands beside the date is
counted from the days named before it in the sentence and in the one before that. Only where a
number of days, weeks or months is told, and nothing else that may shift the day stands between.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from sys import maxsize
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.page.dates.around import RELATIVE_MARKS, RELATIVE_OPENINGS
from homs_wiki.page.dates.glance import glance
from homs_wiki.page.dates.tails import Tails, tails_of
from homs_wiki.profile.date_words import load_date_words
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from homs_wiki.page import Page
    from homs_wiki.page.dates import Date, PageDate, Point
    from homs_wiki.page.dates.relative import FoundRelative
    from homs_wiki.profile.date_words import Unit

_REACH: Final = 60
_LONGEST: Final = 36
_JOINED: Final = 24
_SHORTEST: Final = 5
"""A date of a day is longer than this, a bare year is not."""
_CLOSING: Final = lazily(r"[,،)）.;\n]")
_MOST: Final = 8
_FARTHEST: Final = 200
"""How many of the dates before one it is counted from, and how many are looked at for these."""
_PLAIN_YEAR: Final = 2023
"""Stands for a year that nobody says; no leap year."""
_DAYS: Final[Mapping[Unit, float]] = {"day": 1, "week": 7, "month": 30.44}
_DOUBT: Final[Mapping[Unit, tuple[int, int]]] = {"day": (0, 0), "week": (0, 1), "month": (10, 2)}
"""By how many days a number of units is off in common speech: always, and for each more."""
_YEAR: Final = 365


class Reckoning(NamedTuple):
    """A date with a relative one beside it, and the day from which that is counted.

    Attributes:
        date: the date.
        start: where both together begin in the prose (code points).
        end: where they end there.
        relative: the relative date's words.
        base: the date told last before them.
        days: how many days lie between; negative if the date is the earlier one.
        agrees: whether the relative date may mean that.
    """

    date: PageDate
    start: int
    end: int
    relative: str
    base: PageDate
    days: int
    agrees: bool


def read_reckonings(page: Page) -> list[Reckoning]:
    """Give the dates of the running text that are told twice over, in order."""
    language = page.profile.language
    tails = tails_of(language)
    text = page.prose.text
    found = []
    seen = glance(page)
    for index in seen.relative:
        date = seen.near[index]
        start, end = date.prose, date.found.end
        if _is_short(text, date):
            continue
        # Most dates have another word before them and no comma behind them, which is soon seen.
        relative = None
        words = text[start - _JOINED : start - 1].rsplit(" ", 2) if start > _JOINED else ("",)
        word = words[-2] if words[-1] in tails.skipped and len(words) > 1 else words[-1]
        if not word or word in tails.seen or text[start - 1] != " ":
            relative = _before(text, date, tails, language)
        if relative is None and text[end : end + 2] in RELATIVE_OPENINGS:
            word = text[end + 2 : end + _JOINED].partition(" ")[0]
            if word in tails.first or word.isdecimal() or tails.is_unspaced:
                relative = _behind(text, date, tails, language)
        if relative is None or relative.value.anchor != "told" or relative.value.weekday:
            continue
        reckoning = _reckon(page, index, relative, tails)
        if reckoning is not None:
            found.append(reckoning)
    return found


def _is_short(text: str, date: PageDate) -> bool:
    """Tell whether a date can be no day, by its length."""
    end = date.found.end
    return end - date.prose < _SHORTEST and text[end - 1].isdecimal()


def _before(text: str, date: PageDate, tails: Tails, language: str) -> FoundRelative | None:
    """Give the relative date right before a date."""
    end = date.prose
    behind = text[max(0, end - _JOINED) : end].rstrip(RELATIVE_MARKS)
    for joiner in tails.joiners:
        rest = behind.removesuffix(joiner)
        if rest != behind and (tails.is_unspaced or rest[-1:] in RELATIVE_MARKS):
            behind = rest.rstrip(RELATIVE_MARKS)
            break
    if not _is_tail(behind, tails):
        return None
    stop = max(0, end - _JOINED) + len(behind)
    start = max(0, stop - _LONGEST)
    found = _find(text[start:end], language)
    if not found or found[-1].end + start != stop or "\n" in text[stop:end]:
        return None
    return found[-1]._replace(start=found[-1].start + start, end=stop)


def _behind(text: str, date: PageDate, tails: Tails, language: str) -> FoundRelative | None:
    """Give the relative date right behind a date, between commas or in brackets."""
    end = date.found.end
    inside = text[end + 2 : end + 2 + _REACH]
    closed = _CLOSING.search(inside)
    if closed is None or not _is_tail(inside[: closed.start()], tails):
        return None
    found = _find(inside, language)
    if not found or found[0].start:
        return None
    stop = found[0].end + end + 2
    if stop != end + 2 + closed.start():
        return None
    return found[0]._replace(start=end + 2, end=stop)


def _is_tail(text: str, tails: Tails) -> bool:
    """Tell whether a text ends as relative dates do."""
    return (text[-1:] if tails.is_unspaced else text[text.rfind(" ") + 1 :]) in tails.last


def _reckon(page: Page, index: int, relative: FoundRelative, tails: Tails) -> Reckoning | None:
    """Count the days between a date and those before it; None where that cannot be done."""
    text, value, date = page.prose.text, relative.value, glance(page).near[index]
    start = min(relative.start, date.prose)
    end = max(relative.end, date.prose + len(date.text))
    days = _DAYS.get(value.unit)
    if days is None or value.amount is None or not _is_day(date):
        return None
    if _is_part(text[max(0, relative.start - _JOINED) : relative.start], page, tails):
        return None
    bases = list(islice(_told_before(page, index, start), _MOST))
    if not bases or not all(map(_is_day, bases)):
        return None
    if _is_shifted(text[bases[0].prose + len(bases[0].text) : start], page.profile.language):
        return None
    wanted = value.direction * value.amount * days
    always, each = _DOUBT[value.unit]
    doubt = always + each * value.amount
    apart = [
        between for base in bases for between in _between(base.date, date.date, value.direction)
    ]
    if not apart:
        return None
    agrees = any(abs(between - wanted) <= doubt + slack for between, slack in apart)
    return Reckoning(date, start, end, text[slice(*relative[:2])], bases[0], apart[0][0], agrees)


def _is_part(before: str, page: Page, tails: Tails) -> bool:
    """Tell whether what stands before a relative date makes it another or no exact one.

    A part of a longer one ("six months and two days later", "twenty-two days later"), about so
    much, or the second day of something.
    """
    before = before.rstrip(" \u00a0")
    if before.endswith(("-", "‑", *tails.inexact)):
        return True
    units = load_date_words(page.profile.language).units
    return any(word.strip(RELATIVE_MARKS) in units for word in before.split()[-2:])


def _told_before(page: Page, index: int, start: int) -> Iterator[PageDate]:
    """Yield the dates told before ``start``, the last first: in its sentence and the one before.

    ``index`` is that of the date behind them in `Glance.near`.
    """
    text, block = page.prose.text, page.prose.block_at(start)
    if block is None:
        return
    sentences = page.prose.sentences(block)
    here = bisect_right(sentences, (start, maxsize)) - 1
    first = sentences[max(0, here - 1)].start
    for date in reversed(glance(page).near[max(0, index - _FARTHEST) : index]):
        if 0 <= date.prose < first:
            return
        if 0 <= date.prose < start and not _is_short(text, date):
            yield date


def _find(text: str, language: str) -> list[FoundRelative]:
    """Find the relative dates in a text; what that takes is not loaded before it is needed."""
    from homs_wiki.page.dates.relative import find_relative

    return find_relative(text, language)


def _is_day(date: PageDate) -> bool:
    """Tell whether a date names certain days."""
    value = date.date
    return (
        value.precision == "day"
        and value.end is not None
        and not value.approximate
        and date.fault is None
    )


def _is_shifted(between: str, language: str) -> bool:
    """Tell whether something between two dates may have moved the story to another day."""
    if _find(between, language):
        return True
    return any(name in between for name in load_date_words(language).weekdays)


def _between(base: Date, date: Date, direction: int) -> Iterator[tuple[int, int]]:
    """Yield how many days may lie between two dates, and how sure that is (days)."""
    if base.calendar != date.calendar or base.end is None:
        return
    from homs_wiki.page.timeline.days import DAY_OF  # few pages come as far as here

    number = DAY_OF[date.calendar]
    for point in (base.end, base.start) if base.is_range else (base.start,):
        if point.month is None or date.start.month is None:
            continue
        year = date.start.year or point.year
        first = _numbered(point, point.year or year or _PLAIN_YEAR)
        last = _numbered(date.start, year or _PLAIN_YEAR)
        apart = number(*last) - number(*first)
        slack = int(year is None and first[1] <= 2 < last[1])
        is_open = point.year is None or date.start.year is None
        if is_open and apart * direction < 0:
            apart += direction * _YEAR
            slack = 1
        yield apart, slack


def _numbered(point: Point, year: int) -> tuple[int, int, int]:
    return year, point.month or 1, point.day or 1
