"""The words of the picture, and its dates, in the language of the page."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from homs_wiki.profile.dates import DIGIT_SETS, load_date_facts

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_DAYS: Final = 10**8
_UNITS: Final = ((600, "year"), (50, "month"), (0, "day"))
"""From so many days on a duration is told in that unit."""


class Words:
    """What the picture says in one language.

    Args:
        language: the language's code; English stands in for what we do not have.
    """

    def __init__(self, language: str) -> None:
        tables = _tables()
        self.language = language
        self._words: Mapping[str, str] = {**tables["en"], **tables.get(language, {})}
        facts = load_date_facts(language)
        named = {
            (month.number, month.style): name
            for name, month in facts.months.items()
            if month.calendar == "gregorian" and month.language == facts.language
        }
        digits = DIGIT_SETS[facts.house.get("digits") or facts.digit_sets[0]]
        self._digits = str.maketrans("0123456789", digits)
        self._long = [named.get((number, "long"), str(number)) for number in range(1, 13)]

    def __getitem__(self, name: str) -> str:
        return self._words[name]

    def number(self, value: int) -> str:
        """Return a number in the digits of the language."""
        return str(value).translate(self._digits)

    def summary(self, statements: int, sources: int) -> str:
        """Return how much there is in the picture."""
        return self._words["summary"].format(n=self.number(statements), m=self.number(sources))

    def year(self, year: int) -> str:
        """Return a year as it is written; negative before Christ."""
        name = "before_christ" if year < 0 else "year"
        return self._words[name].format(year=self.number(abs(year)))

    def month(self, month: int) -> str:
        """Return the name of a month, counted from 1."""
        return self._long[month - 1]

    def month_year(self, year: int, month: int) -> str:
        """Return a month with its year."""
        if year < 0:
            return f"{self.month(month)} {self.year(year)}"
        return self._words["month_year"].format(month=self.month(month), year=self.number(year))

    def duration(self, days: int) -> str:
        """Return how long so many days are, in days, months or years."""
        from babel.core import UnknownLocaleError
        from babel.dates import format_timedelta

        unit = next(name for least, name in _UNITS if days >= least)
        length = timedelta(days=min(days, _MOST_DAYS))
        for language in (self.language, "en"):
            try:
                said = format_timedelta(
                    length,
                    granularity=unit,  # type: ignore[arg-type]
                    threshold={"day": 60, "month": 24}.get(unit, 1),
                    locale=language,
                )
                return said.translate(self._digits)
            except (UnknownLocaleError, ValueError):
                continue
        return str(days)


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))
