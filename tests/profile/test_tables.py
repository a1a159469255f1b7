"""What the modules that read words by language share."""

import pytest

from homs_wiki.profile.tables import ProfileError, by_form, read_words
from homs_wiki.source.table import Table


def test_a_language_that_nobody_has_listed_has_no_words() -> None:
    assert read_words("retelling", "xx", Table.values) is None


def test_words_are_what_is_made_of_the_table() -> None:
    made = read_words("retelling", "ur", Table.values)
    assert made is not None
    assert "verbs" in made


def test_what_nobody_reads_is_a_mistake() -> None:
    with pytest.raises(ProfileError, match="unknown keys"):
        read_words("retelling", "ur", lambda table: table.texts("verbs"))


def test_forms_lead_to_what_they_are_forms_of() -> None:
    assert by_form({"ship": ("ship", "ships"), "gun": ("guns",)}) == {
        "ship": "ship",
        "ships": "ship",
        "guns": "gun",
    }
    assert by_form({}) == {}
