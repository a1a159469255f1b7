"""Fixtures for the tests of dates."""

from collections.abc import Callable

import pytest

from homs_wiki.page.dates import Date, Point

_CALENDARS = {"gregorian": "", "hijri": "AH ", "solar-hijri": "SH "}

_PERIODS = {
    "decade": lambda year: f"{year - year % 10}s",
    "century": lambda year: f"c{(year - 1) // 100 + 1 if year > 0 else year // 100}",
}


def _point(point: Point) -> str:
    year = "-" if point.year is None else str(point.year)
    return "-".join([year, *(f"{part:02}" for part in point[1:] if part is not None)])


def _value(date: Date) -> str:
    calendar = _CALENDARS[date.calendar]
    if date.precision in ("decade", "century"):
        periods = [
            _PERIODS[date.precision](point.year or 0)
            for point in (date.start, date.end)
            if point is not None
        ]
        return calendar + "/".join(dict.fromkeys(periods))
    shown = _point(date.start)
    if date.end is None:
        shown += "/"
    elif date.end != date.start:
        shown += f"/{_point(date.end)}"
    season = f"{date.season} " if date.season else ""
    return f"{'~' if date.approximate else ''}{calendar}{season}{shown}"


@pytest.fixture(scope="session")
def said() -> Callable[[Date], str]:
    """Return a function: what a date says, in the notation of test_marked.py."""
    return _value
