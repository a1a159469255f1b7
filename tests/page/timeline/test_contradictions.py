"""What may not both be true: sources older than the day, one event on two days."""

import pytest

from homs_wiki.page import read_text
from homs_wiki.page.timeline import Contradiction, read_timeline
from homs_wiki.profile import load_profile


def contradictions(text: str) -> list[Contradiction]:
    return read_timeline(read_text(text, load_profile("en.wikipedia"))).contradictions


def cited(*dates: str) -> str:
    return "".join(
        f"<ref>{{{{cite web|title=A|url=http://a.b|date={day}}}}}</ref>" for day in dates
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It fell on 9 May 1712." + cited("9 May 1712"), id="published that day"),
        pytest.param("It fell on 9 May 1712." + cited("1 May 1712", "1713"), id="one is younger"),
        pytest.param("It fell on 9 May 1712." + cited("1712"), id="year of publication"),
        pytest.param("It fell on 9 May 1712." + cited("1 May 1712", ""), id="one has no date"),
        pytest.param("It fell on 9 May 1712." + cited("31 June 1711"), id="no such day"),
        pytest.param("It fell on 9 May 1712.<ref>A letter</ref>", id="no citation"),
        pytest.param("It fell on 9 May 1712.", id="no source"),
        pytest.param("It fell c. 1712." + cited("1 May 1700"), id="approximate"),
        pytest.param("It fell in 1712." + cited("1 May 1700"), id="a whole year"),
        pytest.param("In 1712: on 9 May it fell." + cited("1 May 1712"), id="year from context"),
        pytest.param("It fell from 5–9 May 1712." + cited("6 May 1712"), id="within the time"),
        pytest.param("It fell on 5 Ramadan 1124 AH." + cited("5 October 1712"), id="tolerance"),
    ],
)
def test_sources_that_may_tell_of_it(text: str) -> None:
    assert contradictions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It fell on 9 May 1712." + cited("8 May 1712"), id="the day before"),
        pytest.param("It fell on 9 May 1712." + cited("1 May 1712", "1700"), id="all of them"),
        pytest.param("It fell in May 1712." + cited("1711"), id="month"),
        pytest.param("It fell on 5 Ramadan 1124 AH." + cited("1 May 1712"), id="Hijri"),
    ],
)
def test_sources_older_than_the_day(text: str) -> None:
    (found,) = contradictions(text)
    assert found.kind == "source-older"
    assert len(found.statements) == 1
    assert found.sources


FELL = "On {} the garrison of Alder Bridge surrendered to General Brook near Lowmill."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(FELL.format("7 May 1712"), FELL.format("7 May 1712"), id="same day"),
        pytest.param(FELL.format("7 May 1712"), FELL.format("7 July 1712"), id="long after"),
        pytest.param(FELL.format("7 May 1712"), FELL.format("May 1712"), id="month"),
        pytest.param(
            FELL.format("7 May 1712"), FELL.format("9 May 1712 and 11 May 1712"), id="two dates"
        ),
        pytest.param(
            FELL.format("7 May 1712"),
            "On 8 May 1712 the garrison of Stone Tower surrendered to General Hill near Highmill.",
            id="other names",
        ),
        pytest.param("It fell on 7 May 1712.", "It fell on 8 May 1712.", id="few words"),
    ],
)
def test_told_once(first: str, second: str) -> None:
    assert contradictions(f"{first}\n\n{second}") == []


def test_told_twice() -> None:
    text = f"{FELL.format('8 May 1712')}\n\nIt rained.\n\n{FELL.format('7 May 1712')}"
    (found,) = contradictions(text)
    assert found.kind == "told-twice"
    assert [each.found.text for each in found.statements] == ["7 May 1712", "8 May 1712"]


def test_a_sentence_said_every_day_is_no_question() -> None:
    text = "\n\n".join(FELL.format(f"{day} May 1712") for day in range(1, 29))
    assert contradictions(text) == []
