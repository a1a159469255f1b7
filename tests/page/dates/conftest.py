"""Fixtures for the tests of dates."""

from collections.abc import Callable

import pytest

from homs_wiki.page.dates import Date, Point

_CALENDARS = {"gregorian": "", "hijri": "AH ", "solar-hijri": "SH "}


def _point(point: Point) -> str:
    year = "-" if point.year is None else str(point.year)
    return "-".join([year, *(f"{part:02}" for part in point[1:] if part is not None)])


def _value(date: Date) -> str:
    if date.precision == "decade":
        return f"{date.start.year}s"
    if date.precision == "century":
        year = date.start.year or 0
        return f"c{year // 100 + 1 if year > 0 else year // 100}"
    shown = _point(date.start)
    if date.end is None:
        shown += "/"
    elif date.end != date.start:
        shown += f"/{_point(date.end)}"
    season = f"{date.season} " if date.season else ""
    return f"{'~' if date.approximate else ''}{_CALENDARS[date.calendar]}{season}{shown}"


@pytest.fixture(scope="session")
def said() -> Callable[[Date], str]:
    """Return a function: what a date says, in the notation of test_marked.py."""
    return _value
