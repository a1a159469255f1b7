"""Expressions for words, with the edges that words have in a language."""

from homs_wiki.page.dates.words import any_of, edges


def test_words_have_edges_where_there_are_spaces() -> None:
    pattern = any_of(("year", "next year"), "en")
    assert pattern is not None
    assert [found[0] for found in pattern.finditer("Next year, yearly, a year.")] == [
        "Next year",
        "year",
    ]


def test_words_have_no_edges_without_spaces() -> None:
    assert edges("zh") == ("", "")
    pattern = any_of(("每年",), "zh")
    assert pattern is not None
    assert pattern.search("他每年来") is not None


def test_no_words() -> None:
    assert any_of((), "en") is None
