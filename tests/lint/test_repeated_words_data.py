"""The words that cannot stand twice: the data of the rule repeated-word."""

import pytest

from homs_wiki.lint.rules.language.repeated_word import RepeatedWord, _words


@pytest.mark.parametrize("language", sorted(RepeatedWord.languages))
def test_words_are_single_lower_case_words(language: str) -> None:
    words = _words(language)
    assert words is not None
    assert words.words
    assert all(word == word.lower() and len(word.split()) == 1 for word in words.words)
    assert words.only_before.keys() | words.unless_before.keys() <= words.words


def test_a_language_without_data() -> None:
    assert _words("zh") is None
