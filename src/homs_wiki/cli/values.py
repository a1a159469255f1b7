"""Values of a page as plain data, for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from homs_wiki.page.dates import Date, Point
    from homs_wiki.page.infobox.values import Value

_PLACES = frozenset(("span", "text"))


def as_data(value: Value) -> object:
    """Return a typed value of an infobox as numbers, strings, lists and dictionaries.

    Of what it says all fields but its text and place; None if it says nothing more than its text.
    """
    fields = [name for name in value._fields if name not in _PLACES]
    return {name: _part(getattr(value, name)) for name in fields} or None


def _part(part: Any) -> object:
    if isinstance(part, tuple) and not hasattr(part, "_fields"):
        return [_part(item) for item in part]
    if hasattr(part, "date"):
        return date_as_data(part.date)
    if hasattr(part, "_fields"):
        return {"type": type(part).__name__.lower(), "text": part.text, "value": as_data(part)}
    return part


def date_as_data(date: Date) -> dict[str, object]:
    """Return what a date says; its ends as lists of year, month, day; None where unknown."""
    return {
        "iso": iso(date),
        "calendar": date.calendar,
        "precision": date.precision,
        "from": list(date.start),
        "to": list(date.end) if date.end else None,
        "approximate": date.approximate,
        "season": date.season,
        "night": date.night,
    }


def iso(date: Date) -> str:
    """Return a date in the form of ISO 8601, in its own calendar; ``a/b`` for a range.

    ``XX`` stands for what is not known; an open range ends in ``/..``.
    """
    start = _iso_point(date.start)
    if date.end is None:
        return f"{start}/.."
    end = _iso_point(date.end)
    return start if start == end else f"{start}/{end}"


def _iso_point(point: Point) -> str:
    year, month, day = point
    parts = ["XXXX" if year is None else f"{year:0{5 if year < 0 else 4}}"]
    if month is not None or day is not None:
        parts.append("XX" if month is None else f"{month:02}")
    if day is not None:
        parts.append(f"{day:02}")
    return "-".join(parts)
