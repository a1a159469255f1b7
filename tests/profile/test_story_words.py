"""The words of stories: that the files are whole, and what is given where there is none."""

import re

import pytest

from homs_wiki.profile.story_words import StoryWords, load_story_words

LANGUAGES = ("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr", "zh", "ja")


@pytest.mark.parametrize("language", ["xx", "../en", ""])
def test_unknown_language_has_no_words(language: str) -> None:
    assert load_story_words(language) == StoryWords(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_whole(language: str) -> None:
    state, narrative = load_story_words(language)[1:]
    assert state.until_now
    assert state.ongoing
    assert state.nouns
    assert narrative.retrospect
    assert narrative.yearly
    assert all(template.count("{noun}") == 1 for template in state.over)
    words = [*state.over, *state.going_on, *narrative.itself]
    assert not [each for each in words if each.replace("{noun}", "").count("{")]
    assert all(each == each.strip() for each in (*words, *narrative.retrospect))


@pytest.mark.parametrize("language", LANGUAGES)
def test_expressions_are_whole(language: str) -> None:
    words = load_story_words(language).narrative
    assert bool(words.past) == bool(words.not_past)
    assert bool(words.as_of) == bool(words.as_of_ends)
    assert bool(words.as_of_behind) == bool(words.as_of_behind_begins)
    for expression in (words.past, words.not_past, words.as_of, words.as_of_behind):
        assert re.compile(expression)
