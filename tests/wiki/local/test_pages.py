"""The templates as wikitext, read with our own reader; no wiki is needed."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from homs_wiki.profile import load_profile
from homs_wiki.syntax import parse
from homs_wiki.wiki.local.pages import Page, PageSet, export_xml
from homs_wiki.wiki.local.wikitext import DATA, put_arguments, put_words

LANGUAGES = sorted(path.stem for path in DATA.glob("*.toml") if path.stem != "templates")
ARTICLE = Path(__file__).parents[3] / "article"


def table(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def test_there_are_urdu_and_english() -> None:
    assert {"ur", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_words_and_no_other(language: str) -> None:
    assert table(language)["words"].keys() == table("en")["words"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_title_is_there_twice(language: str) -> None:
    pages = PageSet(language)
    titles = [page.title for page in (*pages.pages(), *pages.redirects())]
    key = pages.profile.template_key
    assert len(titles) == len({key(title) for title in titles})


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_to_be_filled_in(language: str) -> None:
    for page in PageSet(language).pages():
        assert not re.search("[«»⟪⟫§]", page.text), page.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_brace_has_its_fellow(language: str) -> None:
    pages = PageSet(language)
    for page in pages.pages(template_data=False):
        if page.title.endswith(".css"):
            continue
        document = parse(page.text, pages.profile)
        rest = list(page.text)
        for node in document.nodes:
            if node.parent < 0:
                rest[node.start : node.end] = " " * (node.end - node.start)
        assert not {"{", "}"} & set(rest), page.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_redirects_lead_to_a_template(language: str) -> None:
    pages = PageSet(language)
    titles = {page.title for page in pages.pages()}
    for page in pages.redirects():
        redirect = parse(page.text, pages.profile).redirect
        assert redirect is not None, page.title
        assert page.text.partition("[[")[2].removesuffix("]]") in titles


@pytest.mark.parametrize("language", LANGUAGES)
def test_template_data_is_json_with_every_argument_once(language: str) -> None:
    for page in PageSet(language).pages():
        found = re.search("<templatedata>(.*)</templatedata>", page.text)
        if found:
            params = json.loads(found[1])["params"]
            names = [name for key, each in params.items() for name in (key, *each["aliases"])]
            assert len(names) == len(set(names)), page.title


def test_every_template_of_the_article_is_there() -> None:
    pages = PageSet("ur")
    key = pages.profile.template_key
    titles = {key(page.title) for page in (*pages.pages(), *pages.redirects())}
    for path in ARTICLE.glob("*.wiki"):
        document = parse(path.read_text(encoding="utf-8"), pages.profile)
        assert {key(each.name) for each in document.templates} <= titles


def test_every_citation_kind_has_a_look() -> None:
    kinds = [kind for style in table("templates")["citations"] for kind in style["kinds"]]  # type: ignore[index]
    assert len(kinds) == len(set(kinds))
    assert set(kinds) <= load_profile("en.wikipedia").citation_kinds
    assert {"web", "news", "book", "journal"} <= set(kinds)


def test_a_language_without_words_gets_those_of_english() -> None:
    pages = {page.title: page.text for page in PageSet("it").pages()}
    assert "citation needed" in pages["Template:Citation needed"]


def test_names_of_other_templates_are_not_taken_for_citations() -> None:
    """On Urdu Wikipedia ``حوالہ جال`` is older than Citation Style 1 and has other parameters."""
    titles = [page.title for page in PageSet("ur").redirects()]
    assert "Template:حوالہ جال" not in titles
    assert "Template:Cite web" in titles


def test_arguments_have_all_their_names() -> None:
    pages = {page.title: page.text for page in PageSet("ur").pages(template_data=False)}
    assert "{{{access-date|{{{accessdate|}}}}}}" in pages["Template:حوالہ ویب"]
    assert "{{{title|{{{عنوان|}}}}}}" in pages["Template:حوالہ کتاب"]
    assert "{{{combatant2|{{{متحارب2|}}}}}}" in pages["Template:حرب"]


def test_words_may_hold_words_and_are_filled() -> None:
    words = {"a": "<«b|x»>", "b": "§1§2"}
    assert put_words("«a»«b|1|2»", words) == "<x>12"


def test_an_unknown_word_is_an_error() -> None:
    with pytest.raises(KeyError, match="no-such"):
        put_words("«no-such»", {})


def test_words_that_hold_each_other_are_an_error() -> None:
    with pytest.raises(RecursionError):
        put_words("«a»", {"a": "«b»", "b": "«a»"})


def test_arguments_are_listed_in_order() -> None:
    text, used = put_arguments("⟪b⟫ ⟪a⟫ ⟪b⟫⟪⟫", lambda name: (name, name.upper()))
    assert text == "{{{b|{{{B|}}}}}} {{{a|{{{A|}}}}}} {{{b|{{{B|}}}}}}"
    assert used == ("b", "a")


def test_an_export_is_escaped() -> None:
    xml = export_xml([Page("A & B", "<ref>x</ref>")], "<s>").decode()
    assert "<title>A &amp; B</title>" in xml
    assert "&lt;ref&gt;x&lt;/ref&gt;" in xml
