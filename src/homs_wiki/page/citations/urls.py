"""The web addresses of a citation."""

import re
from typing import NamedTuple

from homs_wiki.source.patterns import compiled
from homs_wiki.syntax import Parameter, without_comments

URL_PARAMETERS = (
    "url",
    "chapter-url",
    "archive-url",
    "map-url",
    "conference-url",
    "transcript-url",
    "lay-url",
)
"""Canonical names of the parameters that hold one address and nothing else."""

_PARTS = compiled(r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?(?://(?P<host>[^/?#\s]*))?")
_WAYBACK = compiled(
    r"(?:https?:)?//(?:www\.|web\.)?archive\.org/(?:web/)?(?P<time>\d{4,14})(?:[a-z]{2}_)?/(?P<url>.+)",
    re.IGNORECASE,
)
_ARCHIVE_TODAY = compiled(
    r"(?:https?:)?//(?:www\.)?archive\.(?:today|is|ph|li|md|vn|fo)/"
    r"(?P<time>\d{14}|\d{4}\.\d{2}\.\d{2}-\d{6})/(?P<url>.+)",
    re.IGNORECASE,
)
_SERVICES = (("Wayback Machine", _WAYBACK), ("archive.today", _ARCHIVE_TODAY))


class Archive(NamedTuple):
    """What the address of an archived copy says.

    Attributes:
        service: "Wayback Machine" or "archive.today".
        timestamp: digits of year, month, day, hour, minute, second, as many as are given.
        url: the address of the original.
    """

    service: str
    timestamp: str
    url: str

    @property
    def date(self) -> tuple[int, int, int] | None:
        """Year, month and day of the copy; None if the timestamp is shorter or no such day."""
        if len(self.timestamp) < 8:
            return None
        from datetime import date

        digits = self.timestamp
        try:
            day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
        except ValueError:
            return None
        return (day.year, day.month, day.day)


class CitedUrl(NamedTuple):
    """An address in a parameter.

    Attributes:
        name: canonical name of the parameter.
        parameter: where it stands.
    """

    name: str
    parameter: Parameter

    @property
    def url(self) -> str:
        """The address as written, without comments and white space around it."""
        return without_comments(self.parameter.value).strip()

    @property
    def scheme(self) -> str | None:
        """In lower case; None if there is none (``//example.org`` has none)."""
        match = _PARTS.match(self.url)
        return match["scheme"].lower() if match and match["scheme"] else None

    @property
    def host(self) -> str | None:
        """In lower case, without user and port; None if there is none."""
        match = _PARTS.match(self.url)
        if not match or not match["host"]:
            return None
        host: str = match["host"].rpartition("@")[2].lower()
        return re.sub(r":\d*\Z", "", host) or None

    @property
    def archive(self) -> Archive | None:
        """What the address says if it is one of an archive that is known; else None."""
        return read_archive(self.url)


def read_archive(url: str) -> Archive | None:
    """Return what an address says if it is one of an archive that is known; else None."""
    for service, pattern in _SERVICES:
        if match := pattern.match(url):
            return Archive(service, re.sub(r"\D", "", match["time"]), match["url"])
    return None


def timestamp_day(url: str) -> tuple[int, int, int] | None:
    """Return the day that stands in the address of a copy; None if none does."""
    archive = read_archive(url)
    return archive.date if archive else None
