"""Sections told in order of time, and the dates in them that jump back."""

from operator import attrgetter

import pytest

from homs_wiki.page import read_text
from homs_wiki.page.story.order import find_jumps
from homs_wiki.page.timeline import read_timeline
from homs_wiki.profile import load_profile


def _jumps(text: str, language: str = "en") -> list[tuple[str, str, int]]:
    page = read_text(text, load_profile(f"{language}.wikipedia"))
    statements = sorted(read_timeline(page).statements, key=attrgetter("found.start"))
    return [
        (jump.statement.found.text, jump.before.found.text, jump.others)
        for jump in find_jumps(page, statements)
    ]


def _story(*years: int) -> str:
    return " ".join(f"In {year} it was sold." for year in years)


@pytest.mark.parametrize(
    "text",
    [
        _story(1990, 1991, 1991, 1995, 1996),
        _story(1990, 1991, 1880, 1995),  # too few
        _story(1990, 1880, 1995, 1870, 1996, 1860),  # no story
        _story(1990, 1991, 1995, 1996, 1880),  # the last may begin something else
        _story(1990, 1991, 1995) + " In 1880 the first had been built. " + _story(1996, 1997),
        _story(1990, 1991, 1995) + " In about 1880 it was built. " + _story(1996, 1997),
    ],
)
def test_left_alone(text: str) -> None:
    assert _jumps(text) == []


def test_jump_back() -> None:
    assert _jumps(_story(1990, 1991, 1880, 1995, 1996)) == [("1880", "1991", 4)]


def test_jump_ahead_is_seen_behind_it() -> None:
    assert _jumps(_story(1990, 1991, 2091, 1995, 1996)) == [("1995", "2091", 4)]


def test_many_dates() -> None:
    assert _jumps(_story(*range(1100, 2000)) * 3) == []
