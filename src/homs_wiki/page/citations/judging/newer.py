"""What editions of the module after that of 2022 complain of besides.

Known from its configuration and help page of 2025, not compared with a running module.
"""

from typing import Final

from homs_wiki.page.citations.judging.reading import MADE, Reading
from homs_wiki.page.citations.urls import timestamp_day
from homs_wiki.source.lazy import lazily

_ISBNS_SINCE: Final = 1965
_FIRST_COPY: Final = 1996
_YEAR: Final = lazily(r"(?<![0-9])[0-9]{3,4}(?![0-9])")
_NUMBER: Final = lazily("[0-9]+")
_PROXY: Final = lazily(r"//[^/]*\bwikipedialibrary\.idm\.oclc\.org")
_URLS: Final = ("url", "chapter-url", "archive-url", "map-url", "conference-url", "transcript-url")
_NAMES: Final = ("last", "editor-last", "translator-last", "interviewer-last", "contributor-last")


def judge_newer(reading: Reading) -> None:
    """Judge what only newer editions look at, before anything is moved."""
    values = reading.values
    if "archive-date" in values and "archive-url" not in values:
        reading.add("err_archive_date_missing_url", "archive-date")
    for name in _URLS:
        if name in values and _PROXY.search(values[name]):
            reading.add("err_param_has_twl_url", name)
    if reading.kind == "book" and "work" in values:
        reading.add("err_periodical_ignored", "work")
    if "location" in values and "publisher" not in values:
        reading.add("maint_location_no_publisher", "location")
    if reading.kind in ("book", "encyclopaedia") and "isbn" in values:
        _judge_isbn_date(reading)
    if "archive-url" in values and "archive-date" in values:
        _judge_copy_date(reading)
    for name, value in values.items():
        if name.rstrip("0123456789") in _NAMES and _NUMBER.fullmatch(value):
            reading.add("err_numeric_names", name)


def _judge_isbn_date(reading: Reading) -> None:
    values = reading.values
    date = values.get("date") or values.get("year") or values.get("publication-date") or ""
    years = [int(year) for year in _YEAR.findall(date)]
    if years and max(years) < _ISBNS_SINCE:
        reading.add("err_invalid_isbn_date", "isbn", other=date)


def _judge_copy_date(reading: Reading) -> None:
    """Compare the date of a copy with the time in its address."""
    from homs_wiki.page.citations.judging.dates import read_date

    values = reading.values
    if MADE in (values["archive-url"], values["archive-date"]):
        return
    day = timestamp_day(values["archive-url"])
    if day is None:
        return
    if not _FIRST_COPY <= day[0] <= reading.today.year + 1:
        reading.add("err_archive_url", "archive-url", reason="timestamp")
        return
    found = read_date(reading, values["archive-date"])
    if isinstance(found, bool):
        return
    if found.day is None:
        reading.add("err_bad_date", "archive-date", other=reading.parameters["archive-date"].name)
    elif found.day != day:
        written = "{:04}-{:02}-{:02}".format(*day)
        reading.add("err_archive_date_url_ts_mismatch", "archive-date", other=written)
