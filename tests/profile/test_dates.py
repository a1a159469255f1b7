"""Date facts: every language has them whole, and their data is as clean as other data."""

import re

import pytest

from homs_wiki.profile.dates import CALENDARS, DIGIT_SETS, SEASONS, load_date_facts

LANGUAGES = ("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr", "zh", "ja")
# A zero width joiner is part of the Persian sign of the Hijri era, the non-joiner of its words.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_months_have_a_name(language: str) -> None:
    facts = load_date_facts(language)
    numbers = {(name.calendar, name.number) for name in facts.months.values()}
    assert {("gregorian", number) for number in range(1, 13)} <= numbers
    for calendar in CALENDARS:
        found = {number for at, number in numbers if at == calendar}
        assert found in (set(), set(range(1, 13)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_of_the_known_kinds(language: str) -> None:
    facts = load_date_facts(language)
    assert facts.language == language
    assert set(facts.digit_sets) <= set(DIGIT_SETS)
    assert set(facts.seasons.values()) == set(SEASONS)
    assert facts.house.get("digits", facts.digit_sets[0]) in DIGIT_SETS
    assert facts.house.get("order", "dmy") in ("dmy", "mdy", "ymd")
    assert facts.doubtful_months <= facts.months.keys()
    assert facts.weak_marks <= facts.marks_after.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_have_no_invisible_letters(language: str) -> None:
    facts = load_date_facts(language)
    words = {*facts.months, *facts.marks_after, *facts.year_before, *facts.counted}
    assert not [ascii(word) for word in words if _INVISIBLE.search(word)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_are_compared_in_lower_case_are_written_so(language: str) -> None:
    facts = load_date_facts(language)
    for words in (facts.year_before, facts.year_after, facts.counted, facts.number_before):
        assert [word for word in words if word != word.lower()] == []


def test_names_of_one_spelling_keep_their_language() -> None:
    months = load_date_facts("de").months
    assert months["August"].language == "de"
    assert months["May"].language == "en"


def test_unknown_language_has_english_facts() -> None:
    assert load_date_facts("xx") is load_date_facts("en")
    assert load_date_facts("../en") is load_date_facts("en")
