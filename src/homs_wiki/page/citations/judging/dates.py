"""The dates of a citation: each by itself, and what they say of each other."""

from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

from homs_wiki.page.citations.judging.date_forms import DateForm, DateReader
from homs_wiki.page.citations.judging.reading import MADE, RARE_DATES, Reading
from homs_wiki.profile.citation_module import CitationModule
from homs_wiki.profile.memo import Memo
from homs_wiki.source.lazy import lazily

# In this order; a date that is "about a year" has the verdict of the one before it.
_ORDER: Final = (
    "publication-date", "doi-broken-date", "year", "access-date", "date", "lay-date",
    "archive-date", "pmc-embargo-date",
)  # fmt: skip
_WHOLE: Final = (1, 2, 4)
_FIRST_ACCESS: Final = (2001, 1, 15)
_YEAR: Final = lazily(r"[1-9][0-9]{2,3}[A-Za-z]?")
_FIRST_YEAR: Final = lazily(r"[0-9]{3,4}")
_YEAR_IN_ISO: Final = lazily(r"[0-9]{4}[A-Za-z]")
_ISO: Final = lazily(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TWO_YEARS: Final = lazily(r"([0-9]{3,4}).*?([0-9]{3,4})")
_SHORT_RANGE: Final = lazily(r"([0-9]{2})([0-9]{2})[\s–-]+([0-9]{2})")
# Forms that |df= writes anew, so that no hyphen is left.
_REWRITTEN: Final = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 12, 13, 14})


@cache
def reader_of(module: CitationModule) -> DateReader:
    """Return what reads dates as a wiki's module does, and keeps what it has read."""
    return DateReader(module)


def read_date(reading: Reading, text: str) -> DateForm | bool:
    """Return what a date says; False if it is none, True if that cannot be known."""
    return reader_of(reading.module).read[text]


def judge_dates(reading: Reading) -> DateForm | None:
    """Judge the dates; return what that of the embargo says if it is a date."""
    if reading.subjects & RARE_DATES:
        _take_place_of_date(reading)
        if not _TOGETHER.isdisjoint(reading.values):
            return _judge_each(reading)
    return None if _are_plain(reading) else _judge_each(reading)


# Dates that need no look at any other: their verdict by themselves is all that there is to say.
_ALONE: Final = ("date", "access-date", "archive-date")
_TOGETHER: Final = frozenset(_ORDER).difference(_ALONE)


def _are_plain(reading: Reading) -> bool:
    """Tell whether there is nothing to say of `_ALONE`: they are usual dates, and good."""
    values = reading.values
    plain = _plain_dates(reading.module, reading.today)
    for name in _ALONE:
        text = values.get(name)
        if text is not None and not plain[name][text]:
            return False
    return True


@lru_cache(maxsize=64)
def _plain_dates(module: CitationModule, today: date) -> dict[str, Memo[str, bool]]:
    """Return by name of the parameter: text → whether it is good there on some day, as written.

    The same few dates stand in many citations.
    """
    read = reader_of(module).read

    def ask(name: str) -> Memo[str, bool]:
        return Memo(lambda text: _is_plain(name, read[text], text, today, is_newer=module.is_newer))

    return {name: ask(name) for name in _ALONE}


def _is_plain(name: str, found: DateForm | bool, text: str, today: date, *, is_newer: bool) -> bool:
    if not isinstance(found, DateForm):
        return found
    has_hyphen = found.form != 1 and "-" in text
    return found.form >= 0 and not has_hyphen and _fits(name, found, today, is_newer=is_newer)


def _judge_each(reading: Reading) -> DateForm | None:
    """Judge the dates in the module's order; return what that of the embargo says."""
    values = reading.values
    read = reader_of(reading.module).read
    good, embargo, forms, bad = False, None, {}, []
    for name in _ORDER:
        text = values.get(name)
        if text is None:
            continue
        found = read[text]
        if found is True:
            good = True
            continue
        good = _is_good(reading, name, text, found, good)
        if good and name == "pmc-embargo-date" and found:
            embargo = found
            good = found.form in _WHOLE or found.form < 0
        if not good:
            bad.append(name)
        elif found:
            forms[name] = found
    reason = "" if bad else "mismatch"
    if "year" in values and "date" in values and _disagree(reading):
        bad.append("year")
    if bad:
        names = ", ".join(reading.parameters[name].name for name in dict.fromkeys(bad))
        reading.add("err_bad_date", *dict.fromkeys(bad), other=names, reason=reason)
    else:
        _judge_hyphens(reading, forms)
    return embargo


def _take_place_of_date(reading: Reading) -> None:
    """Let the year, or the date of publication, be the date if there is none."""
    values = reading.values
    if "date" not in values:
        for name in ("year", "publication-date"):
            if name in values:
                reading.move(name, "date")
                break
    if "date" in values and values.get("publication-date") == values["date"]:
        reading.drop("publication-date")


def _is_good(reading: Reading, name: str, text: str, found: DateForm | bool, before: bool) -> bool:
    """Tell whether a date is good in its parameter.

    Args:
        reading: the citation.
        name: canonical name of the parameter.
        text: the date.
        found: what it says, or False.
        before: whether the one examined before is good.
    """
    this_year = reading.today.year
    is_about = isinstance(found, DateForm) and found.form == -1
    if name == "year" and not is_about:
        is_unknown = not (text.isascii() or reading.module.stock_dates)
        return is_unknown or bool(_YEAR.fullmatch(text)) or before
    if not isinstance(found, DateForm):
        return False
    if is_about:
        return found.years[0] <= this_year + 1 if name in ("date", "year") else before
    return _fits(name, found, reading.today, is_newer=reading.module.is_newer)


def _fits(name: str, found: DateForm, today: date, *, is_newer: bool) -> bool:
    """Tell whether a date, no "about a year", is good in its parameter."""
    if name == "access-date":
        return found.form in _WHOLE and found.day is not None and _may_be_access(found.day, today)
    if is_newer and name == "archive-date" and found.form not in _WHOLE:
        return False
    if found.date_only and name != "date":
        return False
    later = 2 if name == "pmc-embargo-date" and found.form in _WHOLE else 1
    return not found.years or max(found.years) <= today.year + later


def _may_be_access(day: tuple[int, int, int], today: date) -> bool:
    tomorrow = today + timedelta(days=1)
    return _FIRST_ACCESS <= day <= (tomorrow.year, tomorrow.month, tomorrow.day)


def _disagree(reading: Reading) -> bool:
    """Compare year and date; note a year that says nothing new, tell whether they disagree."""
    year, date = reading.values["year"], reading.values["date"]
    if MADE in (year, date) or not (year.isascii() or reading.module.is_english):
        return False
    match = _FIRST_YEAR.search(year)
    first = match[0] if match else ""
    if _ISO.fullmatch(date) and _YEAR_IN_ISO.fullmatch(year):
        return first != date[:4]
    if first in _years_of(date) and first:
        reading.add("maint_date_year", "year")
        return False
    return reading.module.is_english or date.isascii()


def _years_of(date: str) -> tuple[str, ...]:
    """Return the years that a date names, as digits, as the module finds them."""
    if match := _TWO_YEARS.search(date):
        return match.groups()
    if match := _SHORT_RANGE.search(date):
        century = match[1]
        return (century + match[2], century + match[3])
    match = _FIRST_YEAR.search(date)
    return (match[0],) if match else ()


def _judge_hyphens(reading: Reading, forms: dict[str, DateForm]) -> None:
    """Note a range that is written with a hyphen, unless the module writes it anew."""
    for name, found in forms.items():
        if found.form != 1 and "-" in reading.values[name]:
            style = _style(reading)
            is_rewritten = style[:3] in ("dmy", "mdy") and found.form in _REWRITTEN
            if is_rewritten and (
                name not in ("access-date", "archive-date") or style.endswith("-all")
            ):
                continue
            reading.add("maint_date_format", name)
            return


def _style(reading: Reading) -> str:
    """Return the form that the citation asks for its dates."""
    return reading.values.get("df", "")
