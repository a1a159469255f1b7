"""The words that show that an event is told again."""

import pytest

from homs_wiki.profile.retelling import load_retelling_words


@pytest.mark.parametrize("language", ["ur", "en", "fr", "es", "ru"])
def test_words_are_in_the_form_that_they_are_compared_in(language: str) -> None:
    words = load_retelling_words(language)
    assert words is not None
    every = {*words.verbs, *words.again, *words.auxiliaries, *words.common}
    assert all(word == word.casefold() and " " not in word for word in every)
    assert every.isdisjoint(words.forms)
    assert not words.verbs & words.common


def test_other_languages_have_none() -> None:
    assert load_retelling_words("de") is None
