"""What editions of the module after that of 2022 complain of besides.

Known from its configuration of March 2025, its help page and a public copy of its parts of that
spring, restated; not compared with a running module. What is only different from before stands
with what was before: limits, words and names in the tables, addresses of copies in ``links.py``,
forms of identifiers in ``identifiers.py``. One condition cannot be judged from a page:
``maint_id_limit_load_fail`` says that the module could not read its own data.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from homs_wiki.page.citations.judging.date_forms import DateForm
from homs_wiki.page.citations.judging.dates import read_date
from homs_wiki.page.citations.judging.identifiers import is_accepted
from homs_wiki.page.citations.judging.people import People
from homs_wiki.page.citations.judging.reading import MADE, Reading
from homs_wiki.page.citations.urls import timestamp_day
from homs_wiki.profile.citation_module import CitationModule
from homs_wiki.source.lazy import lazily

# The first year of ISBNs, and the first in which a place without a publisher is noted.
_ISBNS_SINCE: Final = 1965
_PUBLISHERS_SINCE: Final = 1850
_FOUR_DIGITS: Final = 1000

_ENTRIES: Final = frozenset({"book", "encyclopaedia"})
_OF_BOOKS: Final = _ENTRIES | {"citation", "document"}
_WORKS: Final = ("work", "trans-work", "script-work")
_PROXY: Final = lazily(r"//[^/]*\bwikipedialibrary\.idm\.oclc\.org")
_URLS: Final = ("url", "chapter-url", "archive-url", "map-url", "conference-url", "transcript-url")
# Digits of a year that needs no other look.
_PLAIN_YEAR: Final = (3, 4)
# A year, two of them, or about one; each may have the letter that tells sources of a year apart.
_YEARS: Final = lazily(r"(?:c\. *)?\d{3,4}(?:[–-]\d{3,4}|(?<=\d{4})[–-]\d\d)?[^\W\d_]?")
# Place and publisher, as catalogues write them: no address, no time, no name of a namespace.
_PLACE_AND_PUBLISHER: Final = lazily(r"[^\W\d_][^:;/=\[\]{}()]*: +[^\W\d_][^:]*")
_TEMPORARY: Final = lazily(r".{9}\.tmp\.")
_SETTINGS: Final = lazily(r"\{\{ *[Cc][Ss]1 config *\|([^{}]*)\}\}")
_STYLES: Final[tuple[str, ...]] = ("mode", "name-list-style")
_SHOWN: Final = (
    ("display-authors", "authors"),
    ("display-editors", "editors"),
    ("display-contributors", "contributors"),
)
_ETAL_MARKS: Final = str.maketrans("", "", " '.")


class Newer:
    """What newer editions look at besides; keeps what it has seen of the page it is on."""

    __slots__ = ("_has_proxy", "_is_special", "_settings", "_text")

    def __init__(self) -> None:
        self._text = ""
        self._settings: Mapping[str, str] = {}
        self._has_proxy = self._is_special = False

    def judge_as_written(self, reading: Reading, people: People) -> None:
        """Judge what is seen before anything is moved, and drop what the module then ignores."""
        values, kind = reading.values, reading.kind
        if kind in _OF_BOOKS:
            _judge_book(reading)
        if "archive-date" in values and "archive-url" not in values:
            reading.add("err_archive_date_missing_url", "archive-date")
        if "year" in values:
            year = values["year"]
            if not ((year.isdigit() and len(year) in _PLAIN_YEAR) or _is_year(year)):
                reading.add("maint_year", "year")
        if reading.template.source is not self._text:
            self._look_at(reading.template.source, reading.module)
        if self._is_special:
            if self._has_proxy:
                _judge_proxies(reading)
            if self._settings:
                _judge_overridden(reading, self._settings, people)

    def _look_at(self, text: str, module: CitationModule) -> None:
        """See what a page says that concerns all its citations."""
        self._text = text
        self._settings = _settings_of(text, module) if "1 config" in text else {}
        self._has_proxy = "wikipedialibrary" in text
        self._is_special = self._has_proxy or bool(self._settings)

    def judge_by_dates(self, reading: Reading) -> None:
        """Judge what depends on the dates, once these are judged."""
        values = reading.values
        if "isbn" in values and "date" in values and not _is_late(values["date"]):
            year = _year(reading)
            if 0 < year < _ISBNS_SINCE and not is_accepted(values["isbn"]):
                reading.add("err_invalid_isbn_date", "isbn", other=values["date"])
                reading.drop("isbn")  # of which nothing else is said then
        if "publisher" not in values and ("location" in values or "publication-place" in values):
            _judge_place(reading)
        if "archive-url" in values and "archive-date" in values:
            _judge_copy_date(reading)

    def judge_identifiers(self, reading: Reading, valid: AbstractSet[str]) -> None:
        """Note identifiers that are right, but could be better.

        Args:
            reading: the citation.
            valid: those that are valid.
        """
        values = reading.values
        if "doi" in values and "doi-access" not in values and _is_free(reading, valid):
            reading.add("maint_doi_unflagged_free", "doi")
        if "bibcode" in valid and _TEMPORARY.match(values["bibcode"]):
            reading.add("maint_bibcode", "bibcode")


def _settings_of(text: str, module: CitationModule) -> dict[str, str]:
    """Return what ``{{CS1 config}}`` says for all citations of a page, as far as it is valid."""
    settings: dict[str, str] = {}
    match = _SETTINGS.search(text)
    for part in match[1].split("|") if match else ():
        name, _, value = map(str.strip, part.partition("="))
        name = "display-authors" if name == "display-subjects" else name
        is_number = name.startswith("display-") and value.isascii() and value.isdigit()
        if is_number or value in module.keywords.get(name, ()):
            settings[name] = value
    return settings


def _judge_book(reading: Reading) -> None:
    """Judge what only books, entries and documents have, and what may be one."""
    values, kind = reading.values, reading.kind
    if kind in _ENTRIES:
        _drop_works(reading)
    elif kind == "document":
        if "publisher" not in values:
            reading.add("err_missing_publisher", other="publisher")
    elif "work" in values and "encyclopedia" in values:
        reading.add("err_periodical_ignored", "work")
    if kind == "book" and "publisher" in values:
        publisher = values["publisher"]
        if ": " in publisher and _PLACE_AND_PUBLISHER.fullmatch(publisher):
            reading.add("maint_publisher_location", "publisher")


def _drop_works(reading: Reading) -> None:
    """Complain of the work of a book or an entry, which is not shown."""
    found = [name for name in _WORKS if name in reading.values]
    if found:
        reading.add("err_periodical_ignored", found[0])
        reading.drop(*found)


def _judge_proxies(reading: Reading) -> None:
    values = reading.values
    for name in _URLS:
        value = values.get(name)
        if value is not None and _PROXY.search(value):
            reading.add("err_param_has_twl_url", name)


def _is_year(text: str) -> bool:
    """Tell whether a text is a year, two, or about one; also if a template makes it."""
    return text is MADE or _YEARS.fullmatch(text) is not None


def _judge_overridden(reading: Reading, settings: Mapping[str, str], people: People) -> None:
    """Note what a citation asks for, and the page otherwise for all of them."""
    values = reading.values
    found = [name for name in _STYLES if name in values and name in settings]
    for name, role in _SHOWN:
        if name not in values or name not in settings:
            continue
        # "et al." stands where there are no more names than the page wants shown.
        is_etal = values[name].lower().translate(_ETAL_MARKS) == "etal"
        if not is_etal or len(getattr(people, role)) > int(settings[name][:9]):
            found.append(name)
    if found:
        reading.add("maint_overridden_setting", *found, other=settings[found[0]])


def _year(reading: Reading) -> int:
    """Return the first year of the date, if that is one; else 0."""
    date = reading.values.get("date")
    found = read_date(reading, date) if date else False
    if not isinstance(found, DateForm) or not found.years:
        return 0
    year = found.years[0]
    return year if year >= _FOUR_DIGITS else 0


def _is_late(date: str) -> bool:
    """Tell at first sight whether a date is a mere year in which there were ISBNs."""
    return len(date) == len(_FIRST_LATE) and date.isdigit() and date >= _FIRST_LATE


_FIRST_LATE: Final = str(_ISBNS_SINCE)


def _judge_place(reading: Reading) -> None:
    """Note the place of a book that has no publisher."""
    values, kind = reading.values, reading.kind
    if kind == "citation":
        is_book = "encyclopedia" in values or not ("work" in values or "script-work" in values)
    else:
        is_book = kind in _ENTRIES
    if is_book and _year(reading) >= _PUBLISHERS_SINCE:
        reading.add("maint_location_no_publisher", "location", "publication-place")


def _judge_copy_date(reading: Reading) -> None:
    """Compare the date of a copy with the time in its address, if all dates are good."""
    values = reading.values
    copy = values["archive-url"]
    found = read_date(reading, values["archive-date"])
    if not isinstance(found, DateForm) or found.day is None:
        return
    # Most agree, and an address need not be read for that.
    if "/{:04}{:02}{:02}".format(*found.day) in copy:
        return
    day = timestamp_day(copy)
    if day in (None, found.day):
        return
    if all(each.id != "err_bad_date" for each in reading.conditions):
        written = "{:04}-{:02}-{:02}".format(*day or ())
        reading.add("err_archive_date_url_ts_mismatch", "archive-date", other=written)


def _is_free(reading: Reading, valid: AbstractSet[str]) -> bool:
    """Tell whether all works of the registrant of a DOI can be read freely, or all like this."""
    doi = reading.values["doi"]
    if is_accepted(doi):
        doi = doi[2:-2]
    elif "doi" not in valid:
        return False
    module = reading.module
    registrant, slash, _ = doi[3:].partition("/")
    if not slash or registrant in module.free_registrants:
        return bool(slash)
    beginnings = module.free_beginnings.get(registrant)
    return beginnings is not None and doi.startswith(beginnings, len(registrant) + 4)
