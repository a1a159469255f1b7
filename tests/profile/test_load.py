import pytest

from homs_wiki.profile import Profile, available_profiles, load_profile

KNOWN = (
    "ar.wikipedia", "de.wikipedia", "en.wikipedia", "es.wikipedia", "fa.wikipedia", "fr.wikipedia",
    "hi.wikipedia", "ja.wikipedia", "ru.wikipedia", "tr.wikipedia", "ur.wikipedia", "zh.wikipedia",
)  # fmt: skip


def test_twelve_wikis_have_data() -> None:
    assert available_profiles() == KNOWN


@pytest.mark.parametrize("name", KNOWN)
def test_a_known_wiki_loads_without_a_note(name: str) -> None:
    profile = load_profile(name)
    assert (profile.name, profile.language, profile.notes) == (name, name[:2], ())


@pytest.mark.parametrize(
    "name",
    [
        "ur",
        "UR",
        " ur.wikipedia ",
        "ur.wikipedia.org",
        "ur.m.wikipedia.org",
        "https://ur.wikipedia.org/wiki/x",
        "urwiki",
    ],
)
def test_the_usual_names_of_a_wiki_give_the_same_profile(name: str) -> None:
    assert load_profile(name) is load_profile("ur.wikipedia")


@pytest.mark.parametrize(
    ("name", "wiki", "words"),
    [
        ("ur.wiktionary", "ur.wikipedia", ["ur.wiktionary", "ur.wikipedia"]),
        ("ur.example", "ur.wikipedia", ["ur.example", "ur.wikipedia"]),
        ("sv.wikipedia", "en.wikipedia", ["sv.wikipedia", "English"]),
        ("xx", "en.wikipedia", ["xx", "English"]),
        ("", "en.wikipedia", ["English"]),
        ("...", "en.wikipedia", ["English"]),
        ("commonswiki", "en.wikipedia", ["commonswiki", "English"]),
        ("../../etc/passwd", "en.wikipedia", ["English"]),
    ],
)
def test_what_is_not_known_falls_back_and_says_so(name: str, wiki: str, words: list[str]) -> None:
    profile = load_profile(name)
    assert profile.name == wiki
    (note,) = profile.notes
    assert note.endswith(".")
    assert all(word in note for word in words)


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("ur.wiktionary", "with the tables of ur.wikipedia."),
        ("en.wikipeda", "Did you mean en.wikipedia?"),
        ("fr.wictionary", "Did you mean fr.wiktionary?"),
    ],
)
def test_a_family_that_may_be_misspelt_is_asked_about(name: str, end: str) -> None:
    (note,) = load_profile(name).notes
    assert note.endswith(end)


def test_directions() -> None:
    right_to_left = {n for n in KNOWN if load_profile(n).direction == "rtl"}
    assert right_to_left == {"ur.wikipedia", "ar.wikipedia", "fa.wikipedia"}


def test_a_profile_does_not_change() -> None:
    profile = load_profile("ur")
    with pytest.raises(AttributeError, match="does not change"):
        profile.name = "other"
    with pytest.raises(AttributeError):
        profile.anything = 1


def test_a_profile_says_which_it_is() -> None:
    assert repr(Profile("en.wikipedia")) == "<Profile en.wikipedia>"
