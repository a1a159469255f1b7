"""What a page says of the state of its event: places, words, hostile text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.page import Page, read_text
from homs_wiki.page.story.state import claims_going_on, claims_over
from homs_wiki.profile import load_profile

LANGUAGES = ("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr", "zh", "ja")


def _page(text: str, wiki: str = "en.wikipedia") -> Page:
    return read_text(text, load_profile(wiki))


def test_all_places_are_read() -> None:
    page = _page(
        "{{Infobox military conflict\n| date = {{start date|2024|12|5}} – present\n"
        "| end_date = 8 December 2024\n| status = Ongoing\n}}\n"
        "The '''battle''' is an ongoing battle. The battle ended.\n"
        "[[Category:Ongoing conflicts]]"
    )
    going = [(each.place, page.text[slice(*each.span)]) for each in claims_going_on(page)]
    over = [(each.place, page.text[slice(*each.span)]) for each in claims_over(page)]
    assert going == [
        ("infobox", "present"),
        ("infobox", "Ongoing"),
        ("lead", "is an ongoing"),
        ("category", "[[Category:Ongoing conflicts]]"),
    ]
    assert over == [("infobox", "8 December 2024"), ("lead", "The battle ended")]


@pytest.mark.parametrize(
    ("wiki", "going", "over"),
    [
        ("fa", "'''نبرد گدار''' هنوز ادامه دارد.", "این نبرد پایان یافت."),
        ("fr", "La '''bataille du gué''' est une bataille en cours.", "La bataille prend fin."),
        ("es", "La '''batalla del vado''' es una batalla en curso.", "La batalla terminó."),
        ("tr", "'''Geçit savaşı''' hâlen sürmektedir.", "Bu savaş sona erdi."),
        ("hi", "'''घाट का युद्ध''' अब भी जारी है।", "यह युद्ध समाप्त हुआ।"),
        ("zh", "'''渡口战役'''是正在进行的战役。", "战役结束。"),
        ("ja", "'''渡しの戦い'''は現在も続いている戦いである。", "戦いは終結した。"),
    ],
)
def test_words_of_other_languages(wiki: str, going: str, over: str) -> None:
    page = _page(f"{going} {over}", f"{wiki}.wikipedia")
    assert [each.place for each in claims_going_on(page)] == ["lead"]
    assert [each.place for each in claims_over(page)] == ["lead"]


def test_lead_of_a_page_without_headings_is_its_first_line() -> None:
    assert claims_over(_page("The '''battle''' was long.\nThe battle ended.")) == []
    assert claims_over(_page("The '''battle''' was long. The battle ended.\n\nText."))


_PIECES = st.sampled_from(
    ["the battle ended", " is an ongoing ", "battle ", "– present", "{{Infobox military conflict|",
     "date=", "status=", "}}", "5 May 2019 ", "ongoing", "[[Category:", "]]", "\n", ", ", ". "]
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.lists(_PIECES, max_size=24).map("".join))
def test_any_text(language: str, text: str) -> None:
    page = _page(text, f"{language}.wikipedia")
    for claim in (*claims_going_on(page), *claims_over(page)):
        assert 0 <= claim.span.start <= claim.span.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["The battle ended ", "is an ongoing ", "5 May 2019 – present ", ", the war "]
)
def test_long_repetition_is_read(piece: str) -> None:
    page = _page("{{Infobox military conflict|date=" + piece * 2_000 + "}}\n" + piece * 20_000)
    claims_going_on(page)
    claims_over(page)
