"""The dates of a page: which places are read, and where they stand in the wikitext."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.page import Page, read_text
from homs_wiki.profile import load_profile

_EN = load_profile("en.wikipedia")
_UR = load_profile("ur.wikipedia")


def _page(text: str, wiki: str = "en.wikipedia") -> Page:
    return read_text(text, load_profile(wiki))


def _listed(page: Page) -> list[tuple[str, str, str]]:
    return [(date.role, date.name, page.text[slice(*date.span)]) for date in page.dates]


@pytest.mark.parametrize(
    "text",
    [
        "<!-- 5 May 2020 -->",
        "<nowiki>{{start date|x}}</nowiki>",
        "{{unknown|5 May 2020}}",
        "<ref name=a>5 May 2020</ref>",
        "[[File:A 5 May 2020.jpg|thumb]]",
        "https://a.example/2020-05-05",
        "<ref>{{cite web|title=A of 5 May 2020|url=http://a.example/2020}}</ref>",
    ],
)
def test_no_dates_are_read_in(text: str) -> None:
    assert _listed(_page(text)) == []


def test_all_places() -> None:
    page = _page(
        "{{Use dmy dates|date=May 2020}}\n"
        "{{Infobox military conflict\n| date = 5–8 [[December]] 2024<ref>5 May 1999</ref>\n}}\n"
        "It was on '''5 December''' [[2024]].<ref>{{cite web |url=http://a.example |title=A "
        "|date=6 December 2024 |access-date= 2024-12-07 |archive-date=8 December 2024 }}</ref>\n"
        "== Since 1990 ==\n"
        "Text. {{start date|2020|5|4}}\n"
        "[[Category:1942 births]]\n"  # a title, no mention of a date
    )
    assert _listed(page) == [
        ("infobox", "date", "5–8 [[December]] 2024"),
        ("prose", "", "5 December''' [[2024"),
        ("citation-date", "date", "6 December 2024"),
        ("citation-access", "access-date", "2024-12-07"),
        ("citation-archive", "archive-date", "8 December 2024"),
        ("heading", "", "1990"),
        ("template", "start_date", "2020|5|4"),
    ]
    assert [date.section for date in page.dates] == [0, 0, 0, 0, 0, 1, 1]
    assert [date.owner for date in page.dates] == [0, -1, 0, 0, 0, -1, -1]


def test_linked_dates_of_urdu() -> None:
    page = _page("وہ [[14 اگست]] [[1947ء]] کو اور [[1972]]ء میں آیا۔", "ur.wikipedia")
    assert [(date.text, date.form.year_suffix) for date in page.dates] == [
        ("14 اگست 1947ء", "ء"),
        ("1972ء", "ء"),
    ]
    assert page.text[slice(*page.dates[1].span)] == "1972]]ء"


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ("{{cite web|date=5 May 2020|date=6 May 2020}}", ["6 May 2020"]),
        ("{{cite web|access-date=5 May 2020|accessdate=6 May 2020}}", ["5 May 2020"]),
        ("{{cite web|access-date=|accessdate=6 May 2020}}", ["6 May 2020"]),
        ("{{cite web|access<!-- a -->-date=5 May 2020}}", ["5 May 2020"]),
        ("{{cite web|date=5 May 2020|date=}}", []),
        ("{{cite web|title=[[A|date=4 May 2020]]|date=5 May 2020}}", ["5 May 2020"]),
        ("{{cite web|title={{a|date=4 May 2020}}|date=5 May 2020}}", ["5 May 2020"]),
        (
            "{{cite web|title=<nowiki>|date=4 May 2020</nowiki>| date\n= 5 May 2020 \n}}",
            ["5 May 2020"],
        ),
        ("{{cite web|date=<!-- a -->5 May 2020<!-- b -->}}", ["5 May 2020"]),
        ("{{cite web|5 May 2020|date}}", []),
    ],
)
def test_dates_of_a_citation(citation: str, expected: list[str]) -> None:
    page = _page(f"<ref>{citation}</ref>")
    assert [page.text[slice(*date.span)] for date in page.dates] == expected


def test_two_dates_of_a_template() -> None:
    page = _page("{{death date and age|2020|5|4|1950|1|2}}")
    assert [tuple(date.date.start) for date in page.dates] == [(2020, 5, 4), (1950, 1, 2)]


def test_time_stamp_of_an_archive() -> None:
    page = _page("<ref>{{Wayback|url=http://a.example|date=20050323012407}}</ref>")
    assert _listed(page) == [("citation-archive", "date", "20050323012407")]
    assert tuple(page.dates[0].date.start) == (2005, 3, 23)


def test_template_date_in_an_infobox_has_the_name_of_its_field() -> None:
    page = _page("{{Infobox person\n| birth_date = {{birth date|1950|1|2}}\n}}")
    assert _listed(page) == [("infobox", "birth_date", "1950|1|2")]


def test_entities_and_markup_in_fields() -> None:
    page = _page(
        "{{Infobox military conflict\n"
        "| date = {{plainlist|\n* 5&nbsp;December 2024<br>evening\n* '''6''' December 2024 }}\n}}"
    )
    assert [(date.text, date.date.start.day) for date in page.dates] == [
        ("5\xa0December 2024", 5),
        ("6 December 2024", 6),
    ]
    assert page.text[slice(*page.dates[0].span)] == "5&nbsp;December 2024"


_PIECES = st.sampled_from(
    [
        "{{", "}}", "[[", "]]", "|", "=", "<ref>", "</ref>", "<!--", "-->", "'''", "\n", "== ",
        " ==", "{{Infobox military conflict", "{{cite web", "|date=", "{{start date|", "2024", " ",
        "5 May 1990", "–", "5", "May", "&nbsp;", "<br>", "* ", "{|", "|}", "ء", "دسمبر", "2020|5|4",
        "[[Category:", "1942 births", "{{plainlist|", "{{Use dmy dates}}",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_any_wikitext(text: str) -> None:
    for profile in (_EN, _UR):
        page = read_text(text, profile)
        behind = 0
        for date in page.dates:
            assert behind <= date.span.start < date.span.end <= len(text)
            assert date.text
            assert date.date.precision
            assert date.form.order
            assert 0 <= date.section < len(page.sections)
            behind = date.span.start
