"""Which dates are ranges, what joins their ends, and whether spaces belong there."""

import pytest

from homs_wiki.page import read_text
from homs_wiki.page.dates.ranges import own_ranges
from homs_wiki.profile import load_profile


def ranges(text: str, wiki: str = "en.wikipedia") -> list[tuple[str, str, bool]]:
    page = read_text(text, load_profile(wiki))
    return [(each.date.text, each.separator, each.is_closed) for each in own_ranges(page)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It fell on 2024-12-05.", id="ISO date"),
        pytest.param("It lasted from 5 to 8 December 2024.", id="word"),
        pytest.param("It fell on 5 December 2024 – and burned.", id="dash of the sentence"),
        pytest.param("In the mid-1990s it burned.", id="hyphen before a date"),
        pytest.param("In 5/6 May 1796 it burned.", id="night"),
        pytest.param("He came in 2001 – 91 others left.", id="number behind"),
        pytest.param("<ref>{{cite web |date=5–8 May 2020}}</ref>", id="citation"),
    ],
)
def test_left_alone(text: str) -> None:
    assert ranges(text) == []


@pytest.mark.parametrize(
    ("text", "separator", "is_closed"),
    [
        ("5–8 December 2024", "–", True),
        ("December 5 – 8, 2024", " – ", True),
        ("1998-99", "-", True),
        ("June—August 1940", "—", True),
        ("5 December – 3 January", " – ", False),
        ("May 2023–June 2024", "–", False),
        ("300 BC – 200 BC", " – ", False),
        ("2011–present", "–", True),
        ("3 May 2020 – present", " – ", False),
        ("1990s–2000s", "–", True),
    ],
)
def test_ranges(text: str, separator: str, is_closed: bool) -> None:
    assert ranges(f"It ran in {text}.") == [(text, separator, is_closed)]


def test_a_space_that_does_not_break_is_a_space() -> None:
    assert ranges("In 5\u00a0–\u00a08 May 2020.") == [
        ("5\u00a0–\u00a08 May 2020", "\u00a0–\u00a0", True)
    ]
