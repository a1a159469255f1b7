"""event-dates-disagree where the page's title is known, which the cases cannot say."""

import pytest

from homs_wiki.lint.rules.dates.event_dates_disagree import EventDatesDisagree
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile

_TEXT = "{{{{Infobox military conflict\n| conflict = A\n| date = {date}\n}}}}\nText."


def _messages(title: str, date: str, wiki: str = "en.wikipedia") -> list[str]:
    page = read_text(_TEXT.format(date=date), load_profile(wiki), title)
    return [each.message.format_map(each.values) for each in EventDatesDisagree().check(page)]


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Battle of the Ford", "5–8 December 2024"),
        ("Battle of the Ford (2024)", "5–8 December 2024"),
        ("2024 ford offensive", "5–8 December 2024"),
        ("2019 ford war", "5 May 2018 – 8 December 2020"),
        ("War of the Fords (2018–2020)", "5 May 2020"),
        ("Operation 1405", "5–8 December 2024"),
        ("Battle of the Ford (2024)", "{{start date|2023|12|5}} – present"),
        ("Battle of the Ford (2024)", "5 May 2023 – present"),
        ("Battle of the Ford (2024)", "5 May 2023{{efn|A}} – until today"),
        ("Battle of the Ford (2024)", "around 2023"),
    ],
)
def test_title_is_left_alone(title: str, date: str) -> None:
    assert _messages(title, date) == []


@pytest.mark.parametrize("title", ["Battle of the Ford (2023)", "2023 ford offensive"])
def test_title_of_another_year(title: str) -> None:
    assert _messages(title, "5–8 December 2024") == [
        "the page’s title says “2023”, the infobox “5–8 December 2024”"
    ]


def test_title_of_another_year_in_urdu() -> None:
    assert _messages("معرکہ (2023ء)", "5–8 دسمبر 2024ء", "ur.wikipedia") == [
        "the page’s title says “2023”, the infobox “5–8 دسمبر 2024ء”"
    ]
