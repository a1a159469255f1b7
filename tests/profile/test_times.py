"""What makes two numbers a time of day."""

import re

import pytest

from homs_wiki.profile.times import time_words


@pytest.mark.parametrize("word", [*time_words().words, *time_words().halves])
def test_every_expression_begins_with_a_letter(word: str) -> None:
    assert not re.match(word, " ")
    assert not re.match(word, "5")
    assert re.compile(word).groups == 0


def test_prepositions_are_taken_for_words_of_times() -> None:
    known = "|".join((*time_words().words, *time_words().halves))
    for words in time_words().prepositions.values():
        assert all(re.fullmatch(known, word) for word in words)
