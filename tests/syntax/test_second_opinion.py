"""On well-formed wikitext mwparserfromhell and the preprocessor must see the same."""

import mwparserfromhell
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.profile import load_profile
from homs_wiki.syntax import Template, parse

PROFILE = load_profile("en.wikipedia")

words = st.text(alphabet="ab حمص۔.1-–,'", min_size=1, max_size=8)
names = st.text(alphabet="abcحمص", min_size=1, max_size=6)


def template(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    values = inner.map(lambda text: text.replace("\n==", "\n"))
    named = st.tuples(names, values).map(lambda pair: f"{pair[0]} = {pair[1]}\n")
    parts = st.lists(named | values, max_size=4)
    return st.tuples(names, parts).map(lambda pair: "{{" + "|".join([pair[0], *pair[1]]) + "}}")


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return (
        template(inner)
        | st.tuples(names, words).map(lambda pair: f"[[{pair[0]}|{pair[1]}]]")
        | inner.map(lambda text: f"a <!-- {text.replace('-->', '')} --> b")
        | st.lists(inner, min_size=1, max_size=3).map(" ".join)
    )


well_formed = st.recursive(words, wrapped, max_leaves=12)


def ours(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (node.source[slice(*node.name_span)], [(part.name, part.value) for part in node.parameters])
        for node in parse(text, PROFILE).nodes
        if isinstance(node, Template)
    ]


def theirs(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (str(node.name), [(str(part.name).strip(), str(part.value)) for part in node.params])
        for node in mwparserfromhell.parse(text).filter_templates()
    ]


@given(well_formed)
def test_templates_and_their_parameters_are_the_same(text: str) -> None:
    assert ours(text) == theirs(text)


@given(st.lists(st.tuples(names, words), max_size=5))
def test_references_are_the_same(pairs: list[tuple[str, str]]) -> None:
    text = " ".join(f'<ref name="{name}">{{{{{name}|{inner}}}}}</ref>' for name, inner in pairs)
    found = [(tag.name, tag.inner) for tag in parse(text, PROFILE).extension_tags]
    tags = mwparserfromhell.parse(text).filter_tags(matches=lambda tag: tag.tag == "ref")
    assert found == [(str(tag.tag), str(tag.contents)) for tag in tags]
