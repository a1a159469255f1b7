"""Dates with relative ones beside them: what is counted from what, hostile text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.page import read_text
from homs_wiki.page.story.reckoning import Reckoning, read_reckonings
from homs_wiki.profile import load_profile

LANGUAGES = ("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr", "zh", "ja")


def _read(text: str, language: str = "en") -> list[Reckoning]:
    return read_reckonings(read_text(text, load_profile(f"{language}.wikipedia")))


@pytest.mark.parametrize(
    "text",
    [
        "It fell on 5 May 2020. On 8 May it rained. Many days passed.",
        "Two days later, on 8 May 2020, rain.",
        "It fell on 5 May 2020. Ten years later, on 8 May 2030, rain.",
        "It fell on 5 May 2020. Some days later, on 8 May, rain.",
        "It fell on 5 May 2020. Two days after the flood, on 8 May, rain.",
        "It fell on 5 May 2020.\n\nTwo days later, on 7 May, rain.",
        "It fell in May 2020. Two days later, on 7 May, rain.",
    ],
)
def test_nothing_is_counted(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("language", "text", "relative", "days", "agrees"),
    [
        ("en", "It fell on 5 May 2020. Two days later, on 7 May, rain.", "Two days later", 2, 1),
        ("en", "It fell on 5 May 2020. Two days later, on 8 May, rain.", "Two days later", 3, 0),
        ("en", "It fell on 5–6 May 2020. The next day, 7 May, rain.", "The next day", 1, 1),
        ("en", "On 5 May 2020 it fell, and on 14 May, a week later, rain.", "a week later", 9, 0),
        ("en", "It fell on 5 May. A month later, on 20 June, rain.", "A month later", 46, 0),
        ("en", "It fell on 31 December. The next day, 1 January, rain.", "The next day", 1, 1),
        ("en", "It fell on 5 May 2020. The previous day (4 May) rain.", "The previous day", -1, 1),
        ("ur", "شہر 5 مئی 2020ء کو گرا۔ اگلے روز 7 مئی کو بارش ہوئی۔", "اگلے روز", 2, 0),
        ("es", "Cayó el 5 de mayo de 2020. Dos días después, el 8 de mayo, llovió.",
         "Dos días después", 3, 0),
        ("ru", "Пал 5 мая 2020 года. Через два дня, 8 мая, дождь.", "Через два дня", 3, 0),
        ("ja", "2020年5月5日に陥落した。2日後の5月8日に雨が降った。", "2日後", 3, 0),
        ("zh", "2020年5月5日城市陷落。两天后，5月8日下雨。", "两天后", 3, 0),
    ],
)  # fmt: skip
def test_counted(language: str, text: str, relative: str, days: int, agrees: int) -> None:
    (found,) = _read(text, language)
    assert (found.relative, found.days, found.agrees) == (relative, days, bool(agrees))


_PIECES = st.sampled_from(
    ["5 May 2020", "8 May", ", ", "two days later", " (", ")", " on ", ". It ", "\n", "Friday ",
     "the next day ", "29 February", "30 February", "1 محرم 1446ھ", "ایک دن بعد ", "5 دسمبر"]
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.lists(_PIECES, max_size=24).map("".join))
def test_any_text(language: str, text: str) -> None:
    for found in _read(text, language):
        assert 0 <= found.start < found.end


@pytest.mark.parametrize("piece", ["5 May 2020, two days later, ", "a day later, on 5 May 2020 "])
def test_long_repetition_is_read(piece: str) -> None:
    _read(piece * 5_000)
    _read((piece + ". ") * 5_000)
