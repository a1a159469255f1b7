"""Precision and recall over a set of marked sentences, in the order in which people write them.

The notation is that of test_marked.py; what looks like a date and is none is marked without a
value: ``⟦text⟧``. Whatever is not marked as a date is none. A date counts as read if its place and
its value are both right.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from homs_wiki.page.dates import Date, find_dates
from homs_wiki.profile.dates import load_date_facts

_FOLDER = Path(__file__).parent / "measured"
_LANGUAGES = tuple(sorted(path.stem for path in _FOLDER.glob("*.txt")))
_MARK = re.compile(r"⟦([^|⟧]*)(?:\|([^⟧]*))?⟧")
_DATES_OF = {"ur": 100, "en": 100, "ar": 50, "fa": 50, "de": 50, "fr": 50}

_Told = tuple[int, int, str]


class _Marked(NamedTuple):
    """A sentence without its marks, its dates as (start, end, value), and what looks like one."""

    language: str
    text: str
    dates: frozenset[_Told]
    lookalikes: int


def _read(language: str, line: str) -> _Marked:
    text = ""
    dates: list[_Told] = []
    behind = lookalikes = 0
    for mark in _MARK.finditer(line):
        text += line[behind : mark.start()]
        if mark[2] is None:
            lookalikes += 1
        else:
            dates.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        behind = mark.end()
    return _Marked(language, text + line[behind:], frozenset(dates), lookalikes)


def _sentences(language: str) -> list[_Marked]:
    lines = (_FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [_read(language, line) for line in lines if line and not line.startswith("#")]


_SET = {language: _sentences(language) for language in _LANGUAGES}


def _found(sentence: _Marked, said: Callable[[Date], str]) -> set[_Told]:
    found = set()
    for date in find_dates(sentence.text, load_date_facts(sentence.language)):
        night = " night" if date.date.night else ""
        fault = " impossible" if date.fault else ""
        found.add((date.start, date.end, f"{said(date.date)}{night}{fault}"))
    return found


def _listed(name: str, sentence: _Marked, dates: set[_Told] | frozenset[_Told]) -> list[str]:
    return [
        f"{sentence.language} {name}: {sentence.text[start:end]!r} = {value} in {sentence.text!r}"
        for start, end, value in sorted(dates)
    ]


def test_the_set_is_large_enough() -> None:
    dates = {name: sum(len(each.dates) for each in lines) for name, lines in _SET.items()}
    assert sum(dates.values()) >= 400
    assert all(dates[language] >= least for language, least in _DATES_OF.items())
    assert sum(each.lookalikes for lines in _SET.values() for each in lines) >= 300


@pytest.mark.parametrize(
    ("languages", "precision", "recall"),
    [(_LANGUAGES, 0.995, 0.99), *(((name,), 0.985, 0.975) for name in _DATES_OF)],
    ids=("all", *_DATES_OF),
)
def test_precision_and_recall(
    languages: tuple[str, ...], precision: float, recall: float, said: Callable[[Date], str]
) -> None:
    right = told = marked = 0
    differences: list[str] = []
    for sentence in (each for language in languages for each in _SET[language]):
        found = _found(sentence, said)
        right += len(found & sentence.dates)
        told += len(found)
        marked += len(sentence.dates)
        differences += _listed("missed", sentence, sentence.dates - found)
        differences += _listed("wrong", sentence, found - sentence.dates)
    shown = "\n".join([f"{right} right of {told} told and {marked} marked", *differences])
    sys.stdout.write(f"{shown}\n")
    assert right >= precision * told, shown
    assert right >= recall * marked, shown
