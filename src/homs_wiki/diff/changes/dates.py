"""What a text says, where it can be told: dates and numbers."""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from homs_wiki.page.dates import Date, FoundDate
    from homs_wiki.page.dates.value import Point
    from homs_wiki.profile import Profile
    from homs_wiki.profile.language import Numbers

_DIGIT: Final = re.compile(r"\d")
_LONGEST: Final = 5000
"""A text longer than this is no sentence."""


def dates_in(text: str, profile: "Profile", *, field: bool = False) -> "list[FoundDate]":
    """Return the dates in a text, in order; with ``field`` it is the value of a date field."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return []
    from homs_wiki.page.dates import find_dates
    from homs_wiki.profile.dates import load_date_facts

    return find_dates(text, load_date_facts(profile.language), field=field)


def iso(date: "Date") -> str:
    """Return a date as ISO 8601 writes it, a range with "/"; other calendars by their name before.

    What is not known of year, month or day is left out; years before Christ are negative.
    """
    shown = _point(date.start)
    if date.end is None:
        shown += "/.."
    elif date.end != date.start:
        shown += f"/{_point(date.end)}"
    return shown if date.calendar == "gregorian" else f"{date.calendar} {shown}"


def _point(point: "Point") -> str:
    year = (
        "" if point.year is None else f"{point.year:05d}" if point.year < 0 else f"{point.year:04d}"
    )
    parts = [year or "-"]
    parts += [f"{part:02d}" for part in (point.month, point.day) if part is not None]
    return "-".join(parts)


def same_number(old: str, new: str, profile: "Profile") -> bool:
    """Whether two numbers are the same, in other digits or with other separators."""
    first, second = _plain(old, profile.numbers), _plain(new, profile.numbers)
    return first is not None and first == second


def _plain(text: str, numbers: "Numbers") -> str | None:
    """Return a number in ASCII digits without separators; None if it is doubtful what it is."""
    digits = "".join(str(int(each)) if each.isdecimal() else each for each in text)
    match = _forms(numbers).fullmatch(digits)
    if match is None:
        return None
    whole = re.sub("[^0-9]", "", match[1])
    return f"{whole}.{match[2]}" if match[2] else whole


@cache
def _forms(numbers: "Numbers") -> re.Pattern[str]:
    decimal = {numbers.decimal, "٫"}
    group = {"٬", "'", "’", "\u00a0", "\u202f", "\u2009", "،", numbers.group} - decimal
    groups = "".join(map(re.escape, group))
    points = "".join(map(re.escape, decimal))
    # Groups of three, or of two but for the last, as in lakh and crore.
    whole = rf"[0-9]{{1,3}}(?:[{groups}][0-9]{{2,3}})*[{groups}][0-9]{{3}}|[0-9]+"
    return re.compile(rf"({whole})(?:[{points}]([0-9]+))?")
