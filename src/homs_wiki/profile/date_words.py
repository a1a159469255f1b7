"""Words that stand beside dates, and dates told from other dates: ``data/dates/words/*.toml``.

Apart from the facts of dates themselves (``profile.dates``), which every page needs: these are read
when something first asks for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final, Literal, NamedTuple

from homs_wiki.profile.tables import read_file_of, refuse_unknown

Unit = Literal["hour", "day", "week", "month", "year", "decade"]
UNITS: Final[tuple[Unit, ...]] = ("hour", "day", "week", "month", "year", "decade")
KINDS: Final = frozenset(
    (
        *("later", "earlier", "told_later", "told_earlier", "after", "before", "after_if"),
        *("before_if", "ago", "next", "previous", "same", "next_weekday", "previous_weekday"),
    )
)
"""What a template of ``DateWords.relative`` says; see the comments in the data."""


class DateWords(NamedTuple):
    """The words beside dates of one language; see the comments in the data."""

    language: str
    weekdays: Mapping[str, int]
    """Names of days with their numbers: Monday is 1, Sunday 7, as in ISO 8601."""
    doubtful_weekdays: frozenset[str]
    weekday_links: tuple[str, ...]
    """Words between a day of the week and the date behind it (``Montag, dem 5. Mai``)."""
    weekday_marks: tuple[str, ...]
    """Words between a date and a day of the week behind it (``5 مئی بروز پیر``)."""
    weekday_follows: bool
    """A day of the week may stand behind a date with a space alone (``5 Aralık Pazartesi``)."""
    same_day: tuple[str, ...]
    """Words between two dates that are one day in two calendars (``بمطابق``)."""
    range_joints: tuple[str, ...]
    """Words that join the ends of a range and nothing else (``تا``, ``bis``)."""
    range_closers: Mapping[str, str]
    """Words that do so if another stands behind the second end, and that (``سے … تک``)."""
    range_openers: Mapping[str, tuple[str, str]]
    """Words before a range: the one they want in it, and an expression for what shows behind it
    that they belong to one end only."""
    numbers: Mapping[str, int]
    vague: frozenset[str]
    units: Mapping[str, Unit]
    single_units: tuple[str, ...]
    """The first word of each unit."""
    duals: Mapping[str, tuple[int, Unit]]
    """A number and its unit in one word (``يومين``)."""
    relative: Mapping[str, tuple[str, ...]]
    """Templates of relative dates by what they say (``KINDS``)."""
    told: Mapping[str, tuple[int, Unit]]
    """Words for a day, month or year counted from the one that was told last."""
    today: Mapping[str, tuple[int, Unit]]
    """The same, counted from the day of writing."""
    durations_before: tuple[str, ...]
    """Templates of how long a range is, before it (``for two years from``)."""
    durations_behind: tuple[str, ...]
    """The same behind it (``تک دو سال``)."""
    durations_when: frozenset[str]
    """Words behind a unit with which it says when something was, not how long (``بعد``)."""
    lasted: tuple[str, ...]
    """Templates of how long an event was (``lasted two days``)."""
    reigned: tuple[str, ...]
    """Templates of how long a reign was."""

    def amount(self, written: str) -> int:
        """Give the value of digits, or of a word of `numbers`, however it is spaced."""
        return int(written) if written.isdecimal() else self.numbers[" ".join(written.split())]

    def unit(self, written: str) -> Unit:
        """Give what a word of `units` says, however it is spaced."""
        return self.units[" ".join(written.split())]


_FOLDER: Final = "dates/words"
_KEYS: Final = frozenset(
    (
        *(
            "weekdays",
            "doubtful_weekdays",
            "weekday_links",
            "weekday_marks",
            "weekday_follows",
            "same_day",
            "range_joints",
            "range_closers",
            "range_openers",
        ),
        *("numbers", "vague", "units", "duals", "relative", "told", "today", "durations"),
    )
)


@cache
def load_date_words(language: str) -> DateWords:
    """Give the words of a language by its code; English ones where we have no file for it.

    Raises:
        ProfileError: a file is not TOML, or has a key that nothing reads: a mistake of ours.
    """
    table = read_file_of(_FOLDER, language)
    if table is None:
        return load_date_words("en")
    name = f"{_FOLDER}/{language}.toml"
    refuse_unknown(table, _KEYS, name)
    refuse_unknown(table["relative"], KINDS, name)
    return _words(language, table)


def _words(language: str, table: Mapping[str, Any]) -> DateWords:
    """Make the typed value of a read file."""
    units = table["units"]
    return DateWords(
        language=language,
        weekdays={
            name: number
            for number, names in enumerate(table["weekdays"], 1)
            for name in _listed(names)
        },
        doubtful_weekdays=frozenset(table.get("doubtful_weekdays", ())),
        weekday_links=tuple(table.get("weekday_links", ())),
        weekday_marks=tuple(table.get("weekday_marks", ())),
        weekday_follows=table.get("weekday_follows", False),
        same_day=tuple(table.get("same_day", ())),
        range_joints=tuple(table.get("range_joints", ())),
        range_closers=table.get("range_closers", {}),
        range_openers={
            word: (other, behind)
            for word, (other, behind) in table.get("range_openers", {}).items()
        },
        numbers=table["numbers"],
        vague=frozenset(table.get("vague", {}).get("words", ())),
        units={word: unit for unit in UNITS for word in units.get(unit, ())},
        single_units=tuple(several[0] for several in units.values() if several),
        duals={word: (count, unit) for word, (count, unit) in table.get("duals", {}).items()},
        relative={kind: tuple(templates) for kind, templates in table["relative"].items()},
        told={word: (count, unit) for word, (count, unit) in table.get("told", {}).items()},
        today={word: (count, unit) for word, (count, unit) in table.get("today", {}).items()},
        durations_before=tuple(table.get("durations", {}).get("before", ())),
        durations_behind=tuple(table.get("durations", {}).get("behind", ())),
        durations_when=frozenset(table.get("durations", {}).get("when", ())),
        lasted=tuple(table.get("durations", {}).get("lasted", ())),
        reigned=tuple(table.get("durations", {}).get("reigned", ())),
    )


def _listed(names: str | Iterable[str]) -> Iterable[str]:
    """Give one name or several as several."""
    return (names,) if isinstance(names, str) else names
