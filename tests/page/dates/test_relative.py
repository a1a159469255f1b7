"""Dates told from other dates: what is none, what they say, where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.page import read_text
from homs_wiki.page.dates.relative import Relative, find_relative, read_relative
from homs_wiki.profile import load_profile
from homs_wiki.profile.date_words import load_date_words

LANGUAGES = ("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr", "zh", "ja")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They waited three days. The day was long, the years were hard."),
        ("en", "He was ten years old and served for two years."),
        ("en", "The Next Day Club sells daylight laterally."),
        ("en", "On Monday it rained. Two men later left."),
        ("ur", "وہ تین دن رہا۔ بعد میں گیا۔ پہلے سال بارش نہ ہوئی۔"),
        ("ur", "دو سال تک جنگ رہی۔ ہر روز بعد از نماز۔"),
        ("ar", "بقي ثلاثة أيام. في يوم واحد. كل سنة."),
        ("fa", "سه روز ماند. هر سال."),
        ("de", "Er blieb drei Tage. Jeden Tag um neun."),
        ("fr", "Il reste trois jours. Chaque jour."),
        ("zh", "住了三年。每天如此。"),
        ("ja", "三年間住んだ。毎日。"),
    ],
)
def test_spans_of_time_are_no_relative_dates(language: str, text: str) -> None:
    assert find_relative(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected", "value"),
    [
        ("en", "It fell the next day.", "the next day", (1, 1, "day", "told")),
        ("en", "It fell two days later.", "two days later", (1, 2, "day", "told")),
        ("en", "It fell 10 days later.", "10 days later", (1, 10, "day", "told")),
        ("en", "Some weeks later it fell.", "Some weeks later", (1, None, "week", "told")),
        ("en", "It fell a year earlier.", "a year earlier", (-1, 1, "year", "told")),
        ("en", "It fell on the same day.", "the same day", (0, 0, "day", "told")),
        ("en", "It fell the day before.", "the day before", (-1, 1, "day", "told")),
        ("en", "The day before the vote it fell.", "The day before", (-1, 1, "day", "named")),
        ("en", "A week after the vote it fell.", "A week after", (1, 1, "week", "named")),
        ("en", "It fell 10 years ago.", "10 years ago", (-1, 10, "year", "today")),
        ("en", "It fell yesterday.", "yesterday", (-1, 1, "day", "today")),
        ("ur", "اگلے روز شہر گرا۔", "اگلے روز", (1, 1, "day", "told")),
        ("ur", "شہر ایک دن بعد گرا۔", "ایک دن بعد", (1, 1, "day", "told")),
        ("ur", "اس کے دو دن بعد شہر گرا۔", "اس کے دو دن بعد", (1, 2, "day", "told")),
        ("ur", "جنگ کے تین ماہ بعد", "کے تین ماہ بعد", (1, 3, "month", "named")),
        ("ur", "چند ہفتے پہلے", "چند ہفتے پہلے", (-1, None, "week", "told")),
        ("ur", "اسی دن شہر گرا۔", "اسی دن", (0, 0, "day", "told")),
        ("ur", "دوسرے دن شہر گرا۔", "دوسرے دن", (1, 1, "day", "told")),
        ("ur", "۳ سال بعد", "۳ سال بعد", (1, 3, "year", "told")),
        ("ar", "وفي اليوم التالي سقطت.", "اليوم التالي", (1, 1, "day", "told")),
        ("ar", "سقطت بعد يومين.", "بعد يومين", (1, 2, "day", "told")),
        ("ar", "بعد ثلاثة أيام من المعركة", "بعد ثلاثة أيام من", (1, 3, "day", "named")),
        ("ar", "في اليوم نفسه سقطت.", "اليوم نفسه", (0, 0, "day", "told")),
        ("fa", "دو روز بعد شهر افتاد.", "دو روز بعد", (1, 2, "day", "told")),
        ("fa", "روز بعد شهر افتاد.", "روز بعد", (1, 1, "day", "told")),
        ("fa", "همان روز", "همان روز", (0, 0, "day", "told")),
        ("de", "Am nächsten Tag fiel sie.", "Am nächsten Tag", (1, 1, "day", "told")),
        ("de", "Tags darauf fiel sie.", "Tags darauf", (1, 1, "day", "told")),
        ("de", "Sie fiel zwei Tage später.", "zwei Tage später", (1, 2, "day", "told")),
        ("fr", "Le lendemain, elle tombe.", "Le lendemain", (1, 1, "day", "told")),
        ("fr", "Elle tombe trois jours après.", "trois jours après", (1, 3, "day", "told")),
        ("es", "Al día siguiente cayó.", "Al día siguiente", (1, 1, "day", "told")),
        ("ru", "Через два дня город пал.", "Через два дня", (1, 2, "day", "told")),
        ("ru", "Накануне город пал.", "Накануне", (-1, 1, "day", "told")),
        ("tr", "İki gün sonra düştü.", "İki gün sonra", (1, 2, "day", "told")),
        ("hi", "अगले दिन शहर गिरा।", "अगले दिन", (1, 1, "day", "told")),
        ("zh", "次日城市陷落。", "次日", (1, 1, "day", "told")),
        ("zh", "城市两天后陷落。", "两天后", (1, 2, "day", "told")),
        ("ja", "2日後に陥落した。", "2日後", (1, 2, "day", "told")),
    ],
)
def test_relative_date(language: str, text: str, expected: str, value: tuple[object, ...]) -> None:
    (found,) = find_relative(text, language)
    assert (text[found.start : found.end], tuple(found.value[:4])) == (expected, value)


@pytest.mark.parametrize(
    ("language", "text", "direction", "weekday"),
    [
        ("en", "It fell the following Friday.", 1, 5),
        ("ur", "اگلے جمعہ کو شہر گرا۔", 1, 5),
        ("de", "am folgenden Montag", 1, 1),
        ("ar", "في الجمعة التالي", 1, 5),
    ],
)
def test_day_of_the_week_told_from_a_date(
    language: str, text: str, direction: int, weekday: int
) -> None:
    (found,) = find_relative(text, language)
    assert (found.value.direction, found.value.weekday) == (direction, weekday)


def test_place_on_the_page() -> None:
    text = "Text.\n\n== A ==\nHe came on [[5 May]] and '''two [[day]]s later''' he left.\n"
    (date,) = read_relative(read_text(text, load_profile("en.wikipedia")))
    assert text[slice(*date.span)] == "two [[day]]s later"
    assert (date.text, date.section) == ("two days later", 1)
    assert date.value == Relative(1, 2, "day", "told")


def test_unknown_language_has_english_words() -> None:
    assert load_date_words("xx") is load_date_words("en")
    assert load_date_words("../en") is load_date_words("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_whole(language: str) -> None:
    words = load_date_words(language)
    assert set(words.weekdays.values()) == set(range(1, 8))
    assert words.doubtful_weekdays <= words.weekdays.keys()
    assert {"day", "week", "month", "year"} <= set(words.units.values())
    assert words.numbers.keys().isdisjoint(words.vague)


_PIECES = st.sampled_from(
    [
        "two ",
        "days ",
        "later",
        "the ",
        "next ",
        "دن ",
        "بعد",
        "ایک ",
        "کے ",
        "يومين",
        "بعد ",
        "次日",
        "天",
        "后",
        "2",
        " ",
        "\n",
        ".",
        "日",
        "後",
        "Tag ",
        "am ",
        "jours ",
        "after ",
        "week",
        "Friday",
        "x",
    ]
)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=24).map("".join)))
def test_any_text(language: str, text: str) -> None:
    behind = 0
    for found in find_relative(text, language):
        assert behind <= found.start < found.end <= len(text)
        assert found.value.direction in (-1, 0, 1)
        behind = found.end


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece", ["day ", "the next ", "two days ", "دن ", "بعد ", "天", "日", "jours "]
)
def test_long_repetition_is_read(language: str, piece: str) -> None:
    find_relative(piece * 20_000, language)
