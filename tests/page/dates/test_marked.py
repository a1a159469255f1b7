"""Hand-marked sentences: every date is found at its place with its value, and nothing else is.

A date is marked ``⟦text|value⟧``. Values: ``2024-12-05``, ``2024-12``, ``2024``, ``--12-05`` (no
year), ``--12``; ``start/end`` for a range, ``2011/`` for an open one; ``1990s``, ``c19`` and
``c-5`` for decades and centuries; ``summer 1976``; ``AH`` and ``SH`` before Hijri and solar Hijri
dates; ``~`` before an approximate one; ``night`` behind the night between two days, ``impossible``
behind what no calendar has.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from homs_wiki.page.dates import Date, FoundDate, find_dates
from homs_wiki.profile.dates import load_date_facts

_FOLDER = Path(__file__).parent / "marked"
_MARK = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")


def _lines(pattern: str) -> list[tuple[str, str]]:
    return [
        (path.name.partition(".")[0], line)
        for path in sorted(_FOLDER.glob(pattern))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def _shown(found: FoundDate, said: Callable[[Date], str]) -> str:
    night = " night" if found.date.night else ""
    fault = " impossible" if found.fault else ""
    return f"{said(found.date)}{night}{fault}"


@pytest.mark.parametrize(("language", "line"), _lines("??.txt"), ids=str)
def test_dates_of_a_sentence(language: str, line: str, said: Callable[[Date], str]) -> None:
    text = _MARK.sub(r"\1", line)
    found = find_dates(text, load_date_facts(language))
    for date in reversed(found):
        text = f"{text[: date.start]}⟦{date.text}|{_shown(date, said)}⟧{text[date.end :]}"
    assert text == line


@pytest.mark.parametrize(("language", "line"), _lines("*.lookalikes.txt"))
def test_what_looks_like_a_date_is_none(language: str, line: str) -> None:
    assert find_dates(line, load_date_facts(language)) == []
