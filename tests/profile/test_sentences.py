"""Where a full stop ends no sentence, as data."""

from homs_wiki.profile.sentences import sentence_facts


def test_abbreviations_are_as_they_are_looked_up() -> None:
    for word in sentence_facts().abbreviations:
        assert word == word.lower().strip(". ")
        assert len(word.rpartition(".")[2]) > 1 or "." in word, "initials need no entry"


def test_languages_are_codes() -> None:
    assert all(code.isalpha() and code.islower() for code in sentence_facts().ordinal_stop)
