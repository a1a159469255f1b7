"""Dates that a template states in its parameters: ``{{start date|2024|12|5}}`` and its kin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from homs_wiki.source import Span
from homs_wiki.syntax import without_comments

from .calendars import fault_of
from .reading import digit_set
from .value import Date, DateForm, MonthStyle, Order, Point, Precision

if TYPE_CHECKING:
    from homs_wiki.syntax import Parameter, Template

_FIRST: Final = (("1", "2", "3"),)
_BOTH: Final = (("1", "2", "3"), ("4", "5", "6"))
PLACES: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "birth_date": _FIRST,
    "birth_date_age": _FIRST,
    "birth_year_age": (("1",),),
    "death_date": _FIRST,
    "death_date_age": _BOTH,
    "death_year_age": (("1",), ("2",)),
    "end_date": _FIRST,
    "end_date_age": _FIRST,
    "start_date": _FIRST,
    "start_date_age": _FIRST,
    "film_date": _FIRST,
    "dts": _FIRST,
    "as_of": _FIRST,
}
"""Which parameters hold year, month and day, by what the template is for.

Source: the documentation of the English templates; those of other wikis that the profile maps to
them have the same parameters.
"""


_STAMP: Final = len("20050323012407")


class StatedDate:
    """A date given by a template's parameters; like ``FoundDate``, with offsets of the page."""

    __slots__ = ("date", "end", "form", "start", "text")

    def __init__(self, start: int, end: int, text: str, date: Date, form: DateForm) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.date = date
        self.form = form

    def __repr__(self) -> str:
        return f"StatedDate({self.text!r}, {self.date!r})"

    @property
    def span(self) -> Span:
        """Where the parameters stand."""
        return Span(self.start, self.end)

    @property
    def forms(self) -> tuple[DateForm, ...]:
        """The form, as for a single date."""
        return (self.form,)

    @property
    def fault(self) -> str | None:
        """Why no such date exists; ``None`` if it does."""
        return fault_of(self.date)

    @property
    def valid(self) -> bool:
        """Whether the calendar has the date."""
        return self.fault is None

    @property
    def separator_span(self) -> Span | None:
        """A template states no ranges."""
        return None


def stated_dates(template: Template, concept: str) -> list[StatedDate]:
    """Give the dates that a template for ``concept`` states; none where they are not plain."""
    found = []
    for names in PLACES[concept]:
        date = _stated(template, names)
        if date is not None:
            found.append(date)
    return found


def archive_date(template: Template) -> StatedDate | None:
    """Give the date of ``{{webarchive|date=20050323012407}}``, a time stamp of 14 digits."""
    parameter = template.get("date")
    value = parameter.value.strip() if parameter else ""
    if parameter is None or len(value) != _STAMP or not value.isdecimal():
        return None
    point = Point(int(value[:4]), int(value[4:6]), int(value[6:8]))
    start, end = parameter.stripped_span
    form = DateForm("other", "number", digits=digit_set(value))
    return StatedDate(start, end, value, Date("gregorian", "day", point, point), form)


def _stated(template: Template, names: tuple[str, ...]) -> StatedDate | None:
    """Read year, month and day from parameters; a missing one ends the date."""
    numbers: list[int] = []
    read: list[Parameter] = []
    for name in names:
        parameter = template.get(name)
        value = without_comments(parameter.value).strip() if parameter else ""
        if parameter is None or not value.isdecimal() or len(value) > (4 if not numbers else 2):
            break
        numbers.append(int(value))
        read.append(parameter)
    if not numbers or not numbers[0]:
        return None
    point = Point(*numbers)
    precision: Precision = ("year", "month", "day")[len(numbers) - 1]
    order: Order = ("y", "ym", "ymd")[len(numbers) - 1]
    start, end = read[0].stripped_span.start, read[-1].stripped_span.end
    text = template.source[start:end]
    month_style: MonthStyle = "number" if len(numbers) > 1 else "none"
    form = DateForm(order, month_style, digits=digit_set(text))
    return StatedDate(start, end, text, Date("gregorian", precision, point, point), form)
