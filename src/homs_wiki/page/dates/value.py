"""What a date says, and how it is written."""

from __future__ import annotations

from typing import Literal, NamedTuple

from homs_wiki.profile.dates import Calendar

Precision = Literal["day", "month", "season", "year", "decade", "century"]
Order = Literal["dmy", "mdy", "ymd", "dm", "md", "my", "ym", "y", "m", "iso", "numeric", "other"]
MonthStyle = Literal["long", "short", "number", "none"]


class Point(NamedTuple):
    """One end of a date: what is known of year, month and day.

    Years before Christ are negative, without a year 0: 44 BC is -44. Months and days count from 1
    and may lie outside the calendar where a text says so (see ``FoundDate.fault``).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None


class Date(NamedTuple):
    """A date or a range of dates; a single date has its start for its end as well.

    A decade or century starts in its first and ends in its last year. ``end`` is ``None`` for a
    range without an end ("2011–present"). ``season`` is the English word where the text names one.
    ``night`` is true for the night between two days.
    """

    calendar: Calendar
    precision: Precision
    start: Point
    end: Point | None
    approximate: bool = False
    season: str | None = None
    night: bool = False

    @property
    def is_range(self) -> bool:
        """Whether the text names two ends, or an open one."""
        return self.start != self.end and self.precision not in ("decade", "century")

    @property
    def is_full_day(self) -> bool:
        """Whether day, month and year of every end are known."""
        return (
            self.precision == "day"
            and None not in self.start
            and self.end is not None
            and None not in self.end
        )


class DateForm(NamedTuple):
    """How a date is written; of a range, how its fuller end is written.

    ``order`` names the parts present in their order; ``digits`` is a name of ``DIGIT_SETS``,
    ``mixed`` or ``none``. ``year_suffix``, ``year_word``, ``comma``, ``ordinal`` and ``separator``
    (what stands between the ends of a range) are as written, the separator with its spaces, the
    others without; empty where absent. ``suffix_gap`` is the space before the suffix.

    ``period`` is how a decade or century is written around its number, which is shown as ``#``, as
    ``I`` if it is Roman and as ``one`` if it is a word: ``#s``, ``#'s``, ``#th century``,
    ``I века``, ``one century``, ``# ویں صدی``.
    """

    order: Order
    month_style: MonthStyle = "none"
    month_language: str = ""
    digits: str = "latin"
    year_suffix: str = ""
    suffix_gap: str = ""
    year_word: str = ""
    comma: str = ""
    ordinal: str = ""
    leading_zero: bool = False
    separator: str = ""
    period: str = ""
