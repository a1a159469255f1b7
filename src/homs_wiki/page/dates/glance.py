"""What one look at the dates of a page shows, for all who look for something seldom in them.

Nearly all dates are a bare year, ``5 May 2024``, ``May 5, 2024`` or ``2024-05-05``, and nothing
stands beside them: to see that takes their text and a few characters around it, none of their
values. So each is looked at once, and put on the lists of those to whom it may be of interest.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from homs_wiki.profile.date_words import load_date_words
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.profile.memo import Memo
from homs_wiki.source.lazy import lazily

from . import around
from .finder import FoundDate
from .reader import PageDate

if TYPE_CHECKING:
    from homs_wiki.page.page import Page

_DASHES: Final = frozenset("-–—−")
_BARE_YEAR: Final = 4
_CLOSE: Final = 24
"""No more code points lie between two dates that are one in two calendars."""

# What the text of a date shows.
_DOUBTFUL: Final = 1
_YEARLESS: Final = 2
_DASHED: Final = 4
_GENITIVE: Final = 8
_ODD: Final = 16
_DMY: Final = 32
_MDY: Final = 64
_OPEN: Final = 128
_LATE: Final = 256
_JOINED: Final = 512
_UNDASHED: Final = 1024
_LONGER: Final = 2048
_UNRISING: Final = 4096

_ANYWHERE: Final = _DOUBTFUL | _DASHED | _UNRISING | _GENITIVE
_IN_TEXT: Final = _ANYWHERE | _YEARLESS | _ODD | _DMY | _MDY | _OPEN
_EVERYTHING: Final = _IN_TEXT | _LATE | _JOINED | _UNDASHED | _LONGER
_SELDOM: Final = _EVERYTHING & ~(_DMY | _MDY | _LONGER)
_NEAR: Final = frozenset(("prose", "infobox"))
_NOW: Final = "2026"
"""The first year that a clock had not left behind when this was written; see `_FAR`."""
_OF_ROLE: Final = {
    "heading": _IN_TEXT,
    "template": _ANYWHERE | _LATE,
}
"""What of this is of interest by the role of a date that is not near; else what is `_ANYWHERE`."""


_BY_SIGN: Final = (
    (_DOUBTFUL, "doubtful"),
    (_DASHED, "dashed"),
    (_UNRISING, "unrising"),
    (_GENITIVE, "genitive"),
    (_YEARLESS, "yearless"),
    (_ODD, "odd"),
    (_DMY, "dmy"),
    (_MDY, "mdy"),
    (_OPEN, "open"),
    (_LATE, "late"),
    (_JOINED, "worded"),
)
_LISTS: Final = Memo[int, tuple[str, ...]](
    lambda signs: tuple(name for sign, name in _BY_SIGN if signs & sign)
)
"""On which lists of `Glance` a date goes."""


class Glance:
    """Dates of a page by what a look at them and around them shows, each list in order.

    Attributes:
        doubtful: those that are not seen to be possible; in Chinese and Japanese all.
        dashed: those with a dash or hyphen that are no dates as 2024-12-05.
        unrising: those of them that are not seen to have two numbers in order.
        genitive: those that end in an apostrophe and s.
        yearless: days and months without a year, where they are seen to be possible; like those of
            the next four lists, in text, headings and infoboxes.
        odd: those with a month that are not seen to be written as most are, without zeros, ordinals
            and stray commas, the month with its long name.
        dmy: those that have the day before the month, a word, if they have an order at all.
        mdy: the same with the month before the day.
        open: those whose order is not seen.
        outside: those of infoboxes and date templates.
        late: those with a year that no clock had left behind when this was written, in running
            text, infoboxes and date templates.
        near: those of running text and infoboxes.
        worded: those of ``near`` that are ranges joined by a word, or may be.
        weekdays: the indexes in ``near`` of those that may have a day of the week beside them.
        relative: the same of those of running text that may have a relative date beside them.
        brackets: those of ``near`` with a bracket behind them, but for bare years.
        cited: the dates of citations, and their texts.
        followers: two dates of ``near`` close to each other, and what is between them.
    """

    # No named tuple: making such a class takes longer than looking at a page.
    __slots__ = (
        *(
            "doubtful",
            "dashed",
            "unrising",
            "genitive",
            "yearless",
            "odd",
            "dmy",
            "mdy",
            "open",
            "outside",
        ),
        *("late", "near", "worded", "weekdays", "relative", "brackets", "cited", "followers"),
    )

    def __init__(self) -> None:
        self.doubtful: list[PageDate] = []
        self.dashed: list[PageDate] = []
        self.unrising: list[PageDate] = []
        self.genitive: list[PageDate] = []
        self.yearless: list[PageDate] = []
        self.odd: list[PageDate] = []
        self.dmy: list[PageDate] = []
        self.mdy: list[PageDate] = []
        self.open: list[PageDate] = []
        self.outside: list[PageDate] = []
        self.late: list[PageDate] = []
        self.near: list[PageDate] = []
        self.worded: list[PageDate] = []
        self.weekdays: list[int] = []
        self.relative: list[int] = []
        self.brackets: list[PageDate] = []
        self.cited: list[tuple[PageDate, str]] = []
        self.followers: list[tuple[PageDate, PageDate, str]] = []

    def note(self, date: PageDate, signs: int) -> None:
        """Put a date on the lists of what its text shows."""
        found = date.found
        if type(found) is FoundDate:
            # Years, decades and centuries are always possible, and have no order.
            if not found.has_month:
                signs &= ~(_DOUBTFUL | _ODD | _OPEN)
            if signs & _UNDASHED and found.has_two_ends:
                signs |= _JOINED
        else:
            signs &= ~(_ODD | _OPEN)
        for name in _LISTS[signs]:
            getattr(self, name).append(date)


def glance(page: Page) -> Glance:
    """Look at the dates of a page, once for all who ask."""
    kept = page.document.parts
    if glance not in kept:
        kept[glance] = _look(page)
    seen: Glance = kept[glance]
    return seen


def _look(page: Page) -> Glance:
    """Look at each date."""
    seen = Glance()
    others: list[PageDate] = []
    for date in page.dates:
        (seen.near if date.role in _NEAR else others).append(date)
    signs_of, note, cited = _signs(page.profile.language), seen.note, seen.cited
    for date in others:
        role, text = date.role, date.found.text
        signs = signs_of[text] & _OF_ROLE.get(role, _ANYWHERE)
        if role == "template":
            seen.outside.append(date)
        elif role != "heading":
            cited.append((date, text))
        if signs:
            note(date, signs)
    if seen.near:
        _look_near(page, seen)
    if seen.outside:
        seen.outside.sort(key=attrgetter("start"))
    return seen


def _look_near(page: Page, seen: Glance) -> None:
    """Look at the dates of running text and infoboxes, and at what stands around them."""
    signs_of, note = _signs(page.profile.language), seen.note
    look_around = _Around(page, seen).look
    shown, text = page.prose.text, page.text
    last, last_where, last_end = seen.near[0], shown, -_CLOSE
    # Plain code, with few calls: this is done for all dates of all pages.
    for index, date in enumerate(seen.near):
        found = date.found
        if date.prose >= 0:
            where, start, end = shown, found.start, found.end
            written = shown[start:end]
        else:
            where, (start, end), written = text, date.span, found.text
            seen.outside.append(date)
        if 0 < start - last_end <= _CLOSE and last_where is where:
            seen.followers.append((last, date, where[last_end:start]))
        last, last_where, last_end = date, where, end
        if len(written) == _BARE_YEAR and written < _NOW and written.isdecimal():
            continue  # half of all
        signs = signs_of[written]
        if signs & _SELDOM:
            note(date, signs)
        elif signs & _DMY:
            seen.dmy.append(date)
        elif signs & _MDY:
            seen.mdy.append(date)
        if signs & _LONGER:
            look_around(index, where, start, end)


class _Around:
    """Looks at what stands around dates, and notes it."""

    def __init__(self, page: Page, seen: Glance) -> None:
        self._language = page.profile.language
        self._before, self._behind = around.signs(self._language)
        self._seen = seen

    def look(self, index: int, where: str, start: int, end: int) -> None:
        """Look around a date, by its index in `Glance.near` and its place in a text."""
        signs = (
            self._before[where[start - around.BEFORE if start > around.BEFORE else 0 : start]]
            | self._behind[where[end : end + around.BEHIND]]
        )
        if not signs:
            return  # nearly all
        if signs & around.LINK:
            signs |= around.signs_before_link(where, start, self._language)
        seen = self._seen
        if signs & around.WEEKDAY:
            seen.weekdays.append(index)
        if signs & around.RELATIVE and seen.near[index].prose >= 0:
            seen.relative.append(index)
        if signs & around.BRACKET:
            seen.brackets.append(seen.near[index])


# Years; a month with one; a day beside a month that is a word; the same in numbers. All months of
# all calendars have 28 days, all Gregorian ones but one 30.
_NAME: Final = r"[^\W\d_]++"
_EVERY_DAY: Final = "(?:[1-9]|1[0-9]|2[0-8])"
_POSSIBLE: Final = lazily(
    rf"(?:[0-9]{{4}}[-–])?[0-9]{{4}}s?|(?:{_EVERY_DAY} )?{_NAME}(?: [0-9]{{4}})?"
    rf"|{_NAME} {_EVERY_DAY}(?:, [0-9]{{4}})?|(?:29|30) (?P<month>{_NAME})(?: [0-9]{{4}})?"
    rf"|(?P<last_month>{_NAME}) (?:29|30)(?:, [0-9]{{4}})?"
    r"|[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30))"
)
_FEBRUARY: Final = 2
_HAN: Final = frozenset(("ja", "zh"))
"""Languages in which words are numbers too."""
# A word can only be a month beside a number; without a word or without a day there is no order.
_ORDER: Final = lazily(
    rf"(?P<dmy>\d{{1,2}} {_NAME}(?: \d{{4}})?)|(?P<mdy>{_NAME} \d{{1,2}}(?:, \d{{4}})?)"
    rf"|(?P<none>[\W\d]+|{_NAME}(?: \d{{4}})?)"
)
_SIGN_OF_ORDER: Final = {"dmy": _DMY, "mdy": _MDY, "none": 0}
# A day and month; a month and day; each with or without a year. A month and a year.
_MONTH: Final = r"([^\W\d_]{3,})"
_DAY: Final = r"[1-9]\d?"
_YEAR: Final = r"\d{4}\w{0,2}"
_USUAL: Final = lazily(
    rf"(?:{_DAY}(?:[-–]{_DAY})?\.? )?{_MONTH}(?: {_YEAR})?"
    rf"|{_MONTH} {_DAY}(?:[-–]{_DAY})?(?:, {_YEAR})?"
)
_FAR: Final = lazily(
    r"(?<!\d)(?:[2۲٢२２](?:[0۰٠०０](?:[2۲٢२２][6-9۶-۹٦-٩६-९６-９]|[3-9۳-۹٣-٩३-९３-９]\d)"
    r"|[1-9۱-۹١-٩१-９१-９]\d\d)|[3-9۳-۹٣-٩३-९３-９]\d{3})"
)
_MARKED: Final = ("'s", "’s")
_TWO_NUMBERS: Final = lazily(r"\D*(\d{1,4})[-–](\d{1,4})(?![\d-])")
_NO_YEAR: Final = 3


@cache
def _signs(language: str) -> Memo[str, int]:
    """Tell of the text of a date in a language what it shows."""
    return Memo(_seen_in(language))


def _seen_in(language: str) -> Callable[[str], int]:
    """Give what tells it."""
    months = load_date_facts(language).months
    short = frozenset(name for name, month in months.items() if month.style == "short")
    long = frozenset(
        name
        for name, month in months.items()
        if month.calendar == "gregorian" and month.number != _FEBRUARY
    )
    joints = load_date_words(language).range_joints
    is_plain = language not in _HAN

    def seen_in(text: str) -> int:
        signs = _possibility(text, long) if is_plain else _DOUBTFUL
        if _FAR.search(text):
            signs |= _LATE
        if len(text) == _BARE_YEAR and text.isdecimal():
            return signs
        order = _ORDER.fullmatch(text)
        signs |= _LONGER | (_SIGN_OF_ORDER[order.lastgroup or ""] if order else _OPEN)
        usual = _USUAL.fullmatch(text)
        if usual is None or usual[usual.lastindex or 0] in short:
            signs |= _ODD
        if _DASHES.isdisjoint(text):
            signs |= _UNDASHED * (usual is None)
            signs |= _JOINED * any(joint in text for joint in joints)
            signs |= _GENITIVE * (len(text) > _BARE_YEAR and text.endswith(_MARKED))
        elif len(text) > _BARE_YEAR and (text[4:5] != "-" or text[7:8] != "-"):
            signs |= _DASHED | _UNRISING * (not _rises(text))
        return signs

    return seen_in


def _rises(text: str) -> bool:
    """Tell whether two numbers are seen to be in order, as most are; they need not be read."""
    found = _TWO_NUMBERS.match(text)
    if found is None:
        return False
    first, second = found.groups()
    return first[-len(second) :] < second if len(first) >= len(second) else len(first) < _NO_YEAR


def _possibility(text: str, long: frozenset[str]) -> int:
    """Tell whether a date is not seen to be possible, or to be so and have no year.

    ``long`` are the names of months that have 30 days.
    """
    possible = _POSSIBLE.fullmatch(text)
    if possible is None:
        return _DOUBTFUL
    month = possible["month"] or possible["last_month"]
    if month and month not in long:
        return _DOUBTFUL
    return 0 if any(map(str.isdecimal, text[-4:-2])) or text[:4].isdecimal() else _YEARLESS
