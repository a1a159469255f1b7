"""Every data file against what the model expects, and every string in it."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import homs_wiki.profile
from homs_wiki.profile import ProfileError, available_profiles, load_profile
from homs_wiki.profile.citations import citation_style_1
from homs_wiki.profile.language import language, mediawiki
from homs_wiki.profile.tables import read_optional, read_table
from homs_wiki.profile.templates import common, wiki

DATA = Path(homs_wiki.profile.__file__).parent / "data"
FOLDERS = ("languages", "wikis", "citations")
OWN = [
    *(DATA / f"{name}.toml" for name in ("mediawiki", "scripts", "templates")),
    *(path for folder in FOLDERS for path in sorted((DATA / folder).glob("*.toml"))),
]
# Zero-width space, joiner, marks of direction, embeddings, isolates, byte order mark.
INVISIBLE = re.compile("[\u200b\u200d\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
NON_JOINER = "\u200c"


def strings(value: Any) -> Iterator[str]:
    stack = [value]
    while stack:
        each = stack.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            stack += [*each.keys(), *each.values()]
        elif isinstance(each, list):
            stack += each


def without_hazards(content: dict[str, Any]) -> dict[str, Any]:
    """What is wrong on purpose stands under one key."""
    return {key: value for key, value in content.items() if key != "letter_hazards"}


def file_id(path: Path) -> str:
    return str(path.relative_to(DATA))


@pytest.mark.parametrize("path", OWN, ids=file_id)
def test_no_invisible_character_is_in_a_string(path: Path) -> None:
    content = without_hazards(tomllib.loads(path.read_text("utf-8")))
    assert [ascii(each) for each in strings(content) if INVISIBLE.search(each)] == []


@pytest.mark.parametrize("path", OWN, ids=file_id)
def test_invisible_characters_are_written_as_escapes(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not INVISIBLE.search(text)
    assert not re.search("[\u200c\u00a0\u202f]", text)


@pytest.mark.parametrize("path", OWN, ids=file_id)
def test_strings_are_composed_and_stripped(path: Path) -> None:
    content = without_hazards(tomllib.loads(path.read_text("utf-8")))
    # Separators may be spaces, or have some.
    spaced = {
        content.get(table, {}).get(key)
        for table, key in [
            ("punctuation", "list_separator"),
            ("punctuation", "list_last"),
            ("numbers", "group"),
        ]
    }
    for each in strings(content):
        # The trail is a pattern: marks stand beside each other as ends of ranges.
        assert unicodedata.is_normalized("NFC", each) or each == content["linktrail"], ascii(each)
        assert each == each.strip() or each in spaced, ascii(each)


@pytest.mark.parametrize("path", OWN, ids=file_id)
def test_every_file_says_where_its_facts_are_from(path: Path) -> None:
    head = path.read_text("utf-8").split("\n\n")[0]
    assert re.search(r"^# .*Sources?:", head, re.MULTILINE)


def test_only_persian_and_copies_from_it_have_the_non_joiner() -> None:
    found = {
        file_id(path).split(".")[0]
        for path in OWN
        for each in strings(without_hazards(tomllib.loads(path.read_text("utf-8"))))
        if NON_JOINER in each
    }
    # ترتیب‌پیش‌فرض on ur and چپ‌چین on ar are redirects copied from fa.
    assert found == {"languages/fa", "wikis/fa", "wikis/ar", "wikis/ur", "citations/fa"}


@pytest.mark.parametrize("name", available_profiles())
def test_every_topic_of_every_wiki_is_read(name: str) -> None:
    profile = load_profile(name)
    assert profile.concept("Reflist") is not None
    assert profile.citation_kind("Cite web") == "web"
    assert profile.redirect_words[-1] == "#REDIRECT"
    assert profile.namespace("Category") == 14
    assert profile.punctuation.full_stop in profile.punctuation.sentence_final
    assert profile.linktrail.match("") is not None
    assert language(profile.language).name == profile.language_name
    assert "wikipedia" in {each.lower() for each in profile.namespace_names(4)}


@pytest.mark.parametrize("name", available_profiles())
def test_no_name_of_a_template_is_in_two_concepts(name: str) -> None:
    profile = load_profile(name)
    seen: dict[str, str] = {}
    for tables in (wiki(name).concepts, common().concepts):
        here: dict[str, str] = {}
        for concept, names in tables.items():
            for each in names:
                key = profile.template_key(each)
                assert here.setdefault(key, concept) == concept, each
        seen = {**here, **seen}
    assert all(profile.concept(key) == concept for key, concept in seen.items())


@pytest.mark.parametrize("name", available_profiles())
def test_no_name_is_a_citation_and_something_else(name: str) -> None:
    profile = load_profile(name)
    both = [
        (each, kind, profile.concept(each))
        for kind in profile.citation_kinds
        for each in profile.citation_names(kind)
        if profile.citation_kind(each) is not None and profile.concept(each) is not None
    ]
    assert both == []


@pytest.mark.parametrize("name", available_profiles())
def test_every_citation_template_has_one_kind(name: str) -> None:
    table = read_optional(f"citations/{name}")
    own = table.lists("templates") if table else {}
    kinds: dict[str, str] = {}
    for kind, names in own.items():
        for each in names:
            assert kinds.setdefault(load_profile(name).template_key(each), kind) == kind, each


@pytest.mark.parametrize("name", available_profiles())
def test_no_parameter_has_two_meanings(name: str) -> None:
    table = read_optional(f"citations/{name}")
    own = table.lists("parameters") if table else {}
    meanings: dict[str, str] = {}
    for canonical, aliases in own.items():
        for alias in aliases:
            assert meanings.setdefault(alias, canonical) == canonical, alias


def test_no_parameter_of_citation_style_1_has_two_meanings() -> None:
    meanings: dict[str, str] = {}
    for canonical, aliases in citation_style_1().parameters.items():
        for alias in (canonical, *aliases):
            assert meanings.setdefault(alias, canonical) == canonical, alias


def test_every_identifier_has_a_parameter() -> None:
    parameters = citation_style_1().parameters
    assert all(names[0] in parameters for names in citation_style_1().identifiers.values())


def test_no_namespace_of_a_wiki_is_named_twice() -> None:
    for name in available_profiles():
        seen: dict[str, int] = {}
        profile = load_profile(name)
        for number in {*mediawiki().namespaces, *language(profile.language).namespaces}:
            for each in profile.namespace_names(number):
                assert seen.setdefault(each.lower(), number) == number, each


def test_extension_tags_are_lower_case() -> None:
    assert all(tag == tag.lower() for tag in mediawiki().extension_tags)
    assert {"ref", "references", "poem", "gallery", "nowiki"} <= mediawiki().extension_tags


# -- malformed data ------------------------------------------------------------------------------


def test_a_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ProfileError, match=r"languages/xx\.toml: no such data file"):
        read_table("languages/xx")
    assert read_optional("languages/xx") is None
