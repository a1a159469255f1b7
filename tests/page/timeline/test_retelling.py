"""One event told of two days; which day a sentence tells of."""

import pytest

from homs_wiki.page import read_text
from homs_wiki.page.timeline import read_timeline
from homs_wiki.page.timeline.retelling import find_retellings, tellings
from homs_wiki.profile import load_profile


def days(text: str) -> list[tuple[str, bool]]:
    page = read_text(text, load_profile("en.wikipedia"))
    return [
        (each.statement.found.text, each.is_carried)
        for each in tellings(page, read_timeline(page).statements)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("It rained.", [], id="no date"),
        pytest.param(
            "On 5 May 1712 it rained. It stopped.\n\nIt thundered.",
            [("5 May 1712", False), ("5 May 1712", True), ("5 May 1712", True)],
            id="carried on",
        ),
        pytest.param(
            "On 5 May 1712 it rained.\n\n== A ==\nIt stopped.",
            [("5 May 1712", False)],
            id="not into the next section",
        ),
        pytest.param(
            "On 5 May 1712 it rained. In 1713 it stopped. It thundered.",
            [("5 May 1712", False)],
            id="another date ends it",
        ),
        pytest.param(
            "On 5 May 1712 it rained. The next day it stopped. It thundered.",
            [("5 May 1712", False)],
            id="so does a relative one",
        ),
        pytest.param(
            "On 5 May 1712 it rained. Two hours later it stopped.",
            [("5 May 1712", False), ("5 May 1712", True)],
            id="hours do not",
        ),
        pytest.param(
            "The rain that had fallen on all the land since 5 May 1712 fell. It stopped.",
            [("5 May 1712", False)],
            id="a date that does not open its sentence",
        ),
        pytest.param("From 5 May to 7 May 1712 it rained. It stopped.", [], id="a range"),
        pytest.param("On 5 May 1712 and 9 May 1712 it rained.", [], id="two dates"),
    ],
)
def test_the_day_of_a_sentence(text: str, wanted: list[tuple[str, bool]]) -> None:
    assert days(text) == wanted


def test_a_carried_day_is_compared_with_days_of_that_week() -> None:
    text = "On 5 May 1712 it rained. Hill took Lowmill.\n\nOn {} May 1712 Hill took Lowmill."
    for day, found in ((5, 0), (6, 1), (12, 1), (13, 0)):
        page = read_text(text.format(day), load_profile("en.wikipedia"))
        assert len(find_retellings(page, read_timeline(page).statements)) == found
