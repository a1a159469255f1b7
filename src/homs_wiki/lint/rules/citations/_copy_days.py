"""The day of an archived copy, and writing it as another day is written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from homs_wiki.lint.rules.citations._mend import is_accepted, new_values
from homs_wiki.page.citations.judging.day_reader import date_reader
from homs_wiki.page.citations.urls import timestamp_day
from homs_wiki.profile.date_forms import month_names
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Mapping

    from homs_wiki.lint.finding import Fix
    from homs_wiki.page import Page
    from homs_wiki.page.citations import Citation
    from homs_wiki.profile.dates import MonthName
    from homs_wiki.syntax import Parameter

_ISO = lazily(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_PIECE = lazily(r"[0-9]+|[^\W0-9_]+|[\W_]")
_DIGITS_OF_YEAR = 4


def copy_day(citation: Citation) -> date | None:
    """Return the day in the address of the archived copy; None if there is none in it."""
    found = timestamp_day(citation.value("archive-url"))
    try:
        return date(*found) if found else None
    except ValueError:
        return None


def written_anew(
    page: Page, citation: Citation, parameter: Parameter, old: date, new: date
) -> Fix | None:
    """Return the fix, not a safe one, that writes another day as one is written.

    Args:
        page: the page.
        citation: the citation.
        parameter: holds the day.
        old: the day that it says.
        new: the day that it is to say.

    Returns:
        None if that day cannot be written so, or the module has something against it.
    """
    written = citation.value(parameter.name) or parameter.value.strip()
    text = _rewritten(page, written, old, new)
    reader = date_reader(page.profile)
    form = reader.read[text] if reader and text else False
    if text is None or isinstance(form, bool) or form.day != (new.year, new.month, new.day):
        return None
    fix = next(new_values(parameter, [text], safe=False), None)
    return fix if fix and is_accepted(page, citation, fix) else None


def _rewritten(page: Page, written: str, old: date, new: date) -> str | None:
    if _ISO.match(written):
        return new.isoformat()
    months = load_date_facts(page.profile.language).months
    pieces = _PIECE.findall(written)
    anew = [_piece(piece, old, new, months) for piece in pieces]
    return "".join(piece for piece in anew if piece) if all(anew) else None


def _piece(piece: str, old: date, new: date, months: Mapping[str, MonthName]) -> str | None:
    """Return a word, number or mark of a date as it stands in another; None for an odd number."""
    if piece.isdecimal():
        if int(piece) == old.year and len(piece) == _DIGITS_OF_YEAR:
            return str(new.year)
        return str(new.day) if piece == str(old.day) else None
    name = months.get(piece)
    if name is None or name.number != old.month or name.calendar != "gregorian":
        return piece
    names = month_names(name.language, "gregorian").get(name.style)
    return names[new.month - 1] if names else None
