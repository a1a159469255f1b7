"""What tells when somebody was born and died, and at what age."""

import re

import pytest

from homs_wiki.profile.lives import life_facts
from homs_wiki.profile.tables import ProfileError, read_entry, read_file_of, refuse_unknown


@pytest.mark.parametrize("language", life_facts().died)
def test_every_phrase_has_a_place_for_the_age(language: str) -> None:
    for phrase in life_facts().died[language]:
        assert phrase.count("{n}") == 1
        re.compile(phrase.replace("{n}", r"(\d+)"))


def test_what_makes_a_number_an_age() -> None:
    assert re.search(life_facts().of_age, "aged ")
    assert not re.search(life_facts().of_age, "in Homs ")


def test_a_language_without_data_has_none() -> None:
    assert read_entry("quantities", "xx") is None
    assert read_file_of("dates/words", "xx") is None
    assert read_file_of("dates/words", "../words/en") is None


def test_keys_that_nothing_reads_are_a_mistake() -> None:
    refuse_unknown(("a",), ("a", "b"), "x.toml")
    with pytest.raises(ProfileError, match=r"x\.toml: unknown keys \['c'\]"):
        refuse_unknown(("a", "c"), ("a", "b"), "x.toml")
