"""The lists of misspelled words and of spellings: nothing in them is both wrong and right."""

import unicodedata

import pytest

from homs_wiki.profile.tables import read_table

LISTS = [("misspellings", "ur"), ("spellings", "en")]


@pytest.mark.parametrize(("file", "language"), LISTS)
def test_words_are_composed_and_stand_once(file: str, language: str) -> None:
    pairs = read_table(file).table(language).pairs("words")
    words = [word for pair in pairs for word in pair]
    assert len(set(words)) == len(words)
    assert all(unicodedata.is_normalized("NFC", word) for word in words)
    assert all(word == word.strip() and " " not in word for word in words)
