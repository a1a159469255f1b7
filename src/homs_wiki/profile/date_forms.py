"""How whole dates are written in a language: ``data/date_forms.toml``.

Apart from the facts by which dates are read (``profile.dates``), which every page needs: these are
read when a date is first to be written.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from homs_wiki.profile.compiled import read_toml
from homs_wiki.profile.dates import Calendar
from homs_wiki.profile.tables import ProfileError, refuse_unknown

ORDERS: Final = frozenset(("dmy", "dm", "mdy", "md", "ymd", "my", "ym"))
_PATH: Final = Path(__file__).parent / "data" / "date_forms.toml"
_KEYS: Final = ORDERS | {
    *("day", "first", "links", "dropped", "joined", "with_day", "article", "holidays"),
    *("citation_comma", "closing_comma", "openers", "clauses"),
    *("eras", "eras_behind", "year_sign", "year_words", "year_words_after"),
}


class DateForms(NamedTuple):
    """How one language writes dates; see the comments in the data."""

    language: str
    templates: Mapping[str, str]
    """What is written by the order of the parts (``ORDERS``); no order that is not in use."""
    day: str
    first: str
    links: frozenset[str]
    dropped: tuple[str, ...]
    article: str
    holidays: frozenset[str]
    citation_comma: str
    with_day: bool
    joined: frozenset[str]
    closing_comma: str
    openers: frozenset[str]
    clauses: frozenset[str]
    eras: tuple[tuple[str, str], ...]
    eras_behind: frozenset[str]
    year_sign: str
    year_words: tuple[str, ...]
    year_words_after: frozenset[str]


@cache
def load_date_forms(language: str) -> DateForms | None:
    """Give how dates are written in a language by its code; None where nothing is known of that.

    Raises:
        ProfileError: the data has a key that nothing reads: a mistake of ours.
    """
    table: dict[str, Any] | None = _read().get(language)
    if table is None:
        return None
    refuse_unknown(table, _KEYS, f"date_forms.toml, [{language}]")
    return DateForms(
        language=language,
        templates={order: table[order] for order in ORDERS & table.keys()},
        day=table.get("day", "{}"),
        first=table.get("first", ""),
        links=frozenset(table.get("links", ())),
        dropped=tuple(table.get("dropped", ())),
        article=table.get("article", ""),
        holidays=frozenset(table.get("holidays", ())),
        citation_comma=table.get("citation_comma", ""),
        with_day=table.get("with_day", False),
        joined=frozenset(table.get("joined", ())),
        closing_comma=table.get("closing_comma", ""),
        openers=frozenset(table.get("openers", ())),
        clauses=frozenset(table.get("clauses", ())),
        eras=tuple((before, since) for before, since in table.get("eras", ())),
        eras_behind=frozenset(table.get("eras_behind", ())),
        year_sign=table.get("year_sign", ""),
        year_words=tuple(table.get("year_words", ())),
        year_words_after=frozenset(table.get("year_words_after", ())),
    )


@cache
def month_names(language: str, calendar: Calendar) -> Mapping[str, tuple[str, ...]]:
    """Give the names of the months in a language by their style, ``long`` and ``short``.

    Of several spellings it is the one that the wiki itself writes. A month without an abbreviation
    has its long name for the short one as well; a style that no month has is not there.

    Raises:
        OSError: there is no data for the language.
    """
    table = read_toml(_PATH.parent / "dates" / f"{language}.toml")
    months = table.get("months", {}).get(calendar, {})
    long = [_first(names) for names in months.get("long", ())]
    short = [_first(names) for names in months.get("short", ())]
    if len(long) != _MONTHS:
        return {}
    names = {"long": tuple(long)}
    if len(short) == _MONTHS:
        names["short"] = tuple(map(_either, short, long))
    return names


_MONTHS: Final = 12


def _first(names: str | list[str]) -> str:
    """Give the first of several spellings; nothing where there is none."""
    return names if isinstance(names, str) else names[0] if names else ""


def _either(name: str, other: str) -> str:
    return name or other


@cache
def _read() -> dict[str, Any]:
    """Read the file.

    Raises:
        ProfileError: it is not TOML: a mistake of ours.
    """
    try:
        return read_toml(_PATH)
    except ValueError as error:
        raise ProfileError(f"date_forms.toml: {error}") from error
