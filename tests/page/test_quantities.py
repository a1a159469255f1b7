"""How many of what a text tells."""

from math import inf

import pytest

from homs_wiki.page import read_text
from homs_wiki.page.quantities import find_quantities, read_quantities
from homs_wiki.profile import load_profile
from homs_wiki.profile.quantities import load_quantity_words

READ = [
    ("en", "20 civilians", (20, 20, "civilians", "")),
    ("en", "Seven civilians were killed.", (7, 7, "civilians", "killed")),
    ("en", "killing at least seven civilians", (7, inf, "civilians", "killed")),
    ("en", "up to 30 tanks", (0, 30, "tanks", "")),
    ("en", "about 200 troops", (180, 220, "soldiers", "")),
    ("en", "twenty-five soldiers", (25, 25, "soldiers", "")),
    ("en", "two thousand five hundred men", (2500, 2500, "men", "")),
    ("en", "2.5 million people", (2_500_000, 2_500_000, "people", "")),
    ("en", "2.000 people", (2000, 2000, "people", "")),
    ("en", "20–30 ships", (20, 30, "ships", "")),
    ("en", "twenty to thirty guns", (20, 30, "guns", "")),
    ("en", "1 tank", (1, 1, "tanks", "")),
    ("ur", "کم از کم سات شہری مارے گئے", (7, inf, "civilians", "killed")),
    ("ur", "200 سے زیادہ گاڑیاں", (200, inf, "vehicles", "")),
    ("ur", "2،000 جنگجو بھیجے", (2000, 2000, "fighters", "")),
    ("ur", "تین ہزار پانچ سو قیدی", (3500, 3500, "prisoners", "")),
    ("ur", "20 سے 30 باغی ہلاک ہوئے", (20, 30, "rebels", "killed")),
    ("ur", "دو لاکھ ننانوے ہزار سپاہی", (299_000, 299_000, "soldiers", "")),
]


@pytest.mark.parametrize(("language", "text", "wanted"), READ, ids=[text for _, text, _ in READ])
def test_quantities_that_are_read(
    language: str, text: str, wanted: tuple[float, float, str, str]
) -> None:
    (found,) = find_quantities(text, language)
    low, high, noun, state = wanted
    assert (found.low, found.high) == pytest.approx((low, high))
    assert (found.noun, found.state) == (noun, state)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", ""),
        ("en", "civilians"),
        ("en", "one soldier"),
        ("en", "thousand soldiers"),
        ("en", "5 civilian houses"),
        ("en", "in 1902 the soldiers"),
        ("en", "the 5 red and white tanks"),
        ("en", "5. Soldiers"),
        ("en", "0 tanks"),
        ("ur", "ایک شہری"),
        ("ur", "5 شہری علاقے"),
        ("ur", "ڈھائی ہزار سپاہی"),
        ("ur", "ہزار سپاہی"),
        ("de", "20 Soldaten"),
    ],
)
def test_what_is_no_quantity(language: str, text: str) -> None:
    assert find_quantities(text, language) == []


def test_a_state_belongs_to_the_number_beside_it() -> None:
    found = find_quantities("7 civilians and 12 soldiers killed; 3 tanks lost, 5 guns", "en")
    assert [(each.noun, each.state) for each in found] == [
        ("civilians", ""),
        ("soldiers", "killed"),
        ("tanks", "destroyed"),
        ("guns", ""),
    ]


def test_words_between_number_and_noun_say_what_kind() -> None:
    plain, turkish, red = (
        find_quantities(text, "en")[0]
        for text in ("5 soldiers", "5 Turkish soldiers", "5 red soldiers")
    )
    assert turkish.kind == {"turkish"}
    assert plain.is_of(turkish)
    assert not turkish.is_of(red)


def test_numbers_that_agree() -> None:
    def agree(one: str, other: str) -> bool:
        return find_quantities(one, "en")[0].agrees(find_quantities(other, "en")[0])

    assert agree("2,000 men", "1,987 men")
    assert agree("at least 7 men", "20 men")
    assert agree("20–30 men", "25 men")
    assert not agree("7 men", "20 men")
    assert not agree("at least 20 men", "7 men")


@pytest.mark.parametrize("text", ["9" * 5000 + " men", "5" + ",000" * 5000 + " men", "1 " * 9000])
def test_nothing_is_too_large(text: str) -> None:
    assert find_quantities(text, "en") == []


@pytest.mark.parametrize("language", ["en", "ur"])
def test_words_are_in_lower_case_and_mean_one_thing(language: str) -> None:
    words = load_quantity_words(language)
    assert words is not None
    assert set(words.numbers.values()) >= set(range(1, 20))
    assert words.numbers.keys().isdisjoint(words.nouns.keys() | words.states.keys())
    assert all(word == word.casefold() for word in (*words.nouns, *words.states, *words.numbers))


def test_quantities_of_a_page_stand_where_they_are_written() -> None:
    text = "== A ==\nThen '''seven''' [[civilian]]s were killed.\n\n* 5 tanks\n{|\n| 9 tanks\n|}"
    told = list(read_quantities(read_text(text, load_profile("en.wikipedia"))))
    assert [(each.text, each.section) for each in told] == [("seven civilians", 1), ("5 tanks", 1)]
    assert text[slice(*told[0].span)] == "seven''' [[civilian]]s"
