"""References: which calls are one footnote, what number it has, where it stands."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki import page
from homs_wiki.page.references import References, read_references
from homs_wiki.profile import load_profile

# Small texts with what a MediaWiki 1.39 with Cite answered: message keys, and the number that each
# use shows. Kinds of errors that only the list or the group decides are left out of it.
ANSWERS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "cite_answers.json").read_text(encoding="utf-8")
)


def references(text: str, wiki: str = "en.wikipedia") -> References:
    return read_references(page.read_text(text, load_profile(wiki)))


def errors(found: References) -> list[str]:
    """The errors that Cite shows for these references."""
    keys = [invalid.error for invalid in found.invalid]
    for reference in found.all:
        if not reference.uses:
            keys.append("references_missing")
            continue
        if reference.number is not None and not reference.definitions:
            keys.append("references_no_text")
        keys += [
            "references_duplicate_key"
            for definition in reference.definitions
            if definition.text != reference.text
        ]
    return sorted(keys)


def numbers(found: References) -> list[str]:
    """What each use shows, in the order of the page."""
    shown = [
        (use.node.start, f"{reference.group} {reference.number}".strip())
        for reference in found.all
        for use in reference.uses
        if reference.number is not None
    ]
    return [label for _, label in sorted(shown)]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: ascii(answer["text"])[:60])
def test_cite_answers_the_same(answer: dict[str, Any]) -> None:
    found = references(answer["text"])
    assert (errors(found), numbers(found)) == (answer["errors"], answer["numbers"])


@pytest.mark.parametrize(
    "text",
    [
        "no reference",
        "<!-- <ref>x</ref> -->",
        "<nowiki><ref>x</ref></nowiki>",
        "<includeonly><ref>x</ref></includeonly>",
        "<refx>y</refx>",
        "<reference>y</reference>",
        "{{reflist}}",
        "{{unknown|x}}",
        "<nowiki>{{sfn|a|1}}</nowiki>",
    ],
)
def test_it_is_no_reference(text: str) -> None:
    found = references(text)
    assert (found.all, found.invalid, found.unclosed) == ([], [], [])


TEMPLATES: dict[str, tuple[str, list[tuple[str | None, str, int | None, str, int]]]] = {
    # text, and of each reference: name, group, number, text, uses
    "r uses names": (
        '<ref name="a">x</ref>{{r|a|b}}',
        [("a", "", 1, "x", 2), ("b", "", 2, "", 1)],
    ),
    "r in a group": ("{{r|a|group=n}}", [("a", "n", 1, "", 1)]),
    "sfn that are alike are one": (
        "{{sfn|Smith|2001|p=4}}{{sfn|Smith|2001|p=5}}{{sfn|Smith|2001|p=4}}",
        [
            ("FOOTNOTESmith|2001|4", "", 1, "{{sfn|Smith|2001|p=4}}", 2),
            ("FOOTNOTESmith|2001|5", "", 2, "{{sfn|Smith|2001|p=5}}", 1),
        ],
    ),
    "efn is a group of its own": (
        "{{efn|A note}}<ref>x</ref>{{efn|name=b|B}}{{efn|name=b}}{{efn-ur|C}}{{notelist}}",
        [
            (None, "lower-alpha", 1, "A note", 1),
            (None, "", 1, "x", 1),
            ("b", "lower-alpha", 2, "B", 2),
            (None, "upper-roman", 1, "C", 1),
        ],
    ),
    "refn": (
        '{{refn|Text|name="a"|group=n}}<ref name="a" group="n" />',
        [("a", "n", 1, "Text", 2)],
    ),
    "tag": ("{{#tag:ref|Text|name=a}}", [("a", "", 1, "Text", 1)]),
    "a reference in a note counts first": (
        "{{efn|A<ref>x</ref>}}<ref>y</ref>",
        [
            (None, "", 1, "x", 1),
            (None, "lower-alpha", 1, "A<ref>x</ref>", 1),
            (None, "", 2, "y", 1),
        ],
    ),
    "list-defined in reflist": (
        '<ref name="a" />{{reflist|refs=\n<ref name="a">x</ref>\n<ref name="b">y</ref>\n}}',
        [("a", "", 1, "x", 1), ("b", "", None, "y", 0)],
    ),
    "list-defined notes": (
        "{{efn|name=a}}{{notelist|refs={{efn|name=a|x}}}}",
        [("a", "lower-alpha", 1, "x", 1)],
    ),
    "a Harvard citation has no number": (
        "({{harvnb|Smith|2001}})<ref>{{harvnb|Khan|2002}}</ref>",
        [
            (None, "", None, "{{harvnb|Smith|2001}}", 1),
            (None, "", 1, "{{harvnb|Khan|2002}}", 1),
        ],
    ),
    "a name that a template makes is not known": (
        "{{refn|x|name={{y}}}}",
        [(None, "", 1, "x", 1)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TEMPLATES.values(), ids=TEMPLATES.keys())
def test_templates(text: str, expected: list[tuple[str | None, str, int | None, str, int]]) -> None:
    found = [
        (each.name, each.group, each.number, each.text, len(each.uses))
        for each in references(text).all
    ]
    assert found == expected


def test_local_names_of_templates() -> None:
    found = references('<ref name="a" />{{حوالہ جات|refs=<ref name="a">متن</ref>}}', "ur.wikipedia")
    (reference,) = found.all
    assert (reference.text, reference.list_defined, len(found.lists)) == ("متن", True, 1)


def test_places() -> None:
    text = (
        "{{Infobox person\n| name = A<ref name=a>x</ref>\n"
        "| born = {{br|1900<ref name=b>x</ref>}}\n}}\n"
        "Text<ref name=c>x</ref>{{quote|said<ref name=d>x</ref>}}\n"
        "== Head<ref name=e>x</ref> ==\n{{efn|note<ref name=f>x</ref>}}"
    )
    uses = {each.name: each.uses[0] for each in references(text).all if each.name}
    assert {name: use.place for name, use in uses.items()} == {
        "a": "infobox",
        "b": "infobox",
        "c": "prose",
        "d": "template",
        "e": "heading",
        "f": "note",
    }
    assert [uses[name].infobox_field for name in "abc"] == ["name", "born", None]
    assert [uses[name].section for name in "ace"] == [0, 0, 1]


def test_the_sentence_a_use_supports() -> None:
    text = "One two. ''Three'' four.<ref>x</ref> Five {{efn|a}} six."
    first, second = references(text).all
    sentences = [use.sentence for each in (first, second) for use in each.uses]
    assert [text[slice(*span)] for span in sentences if span] == [
        "Three'' four.",
        "Five {{efn|a}} six.",
    ]


def test_definitions_keep_white_space_and_place() -> None:
    text = '<ref name="a"> x </ref><ref name="a">y</ref>'
    (reference,) = references(text).all
    assert [each.text for each in reference.definitions] == [" x ", "y"]
    assert [text[slice(*each.span)] for each in reference.definitions] == [" x ", "y"]
    assert reference.definition is reference.definitions[0]


def test_citations_and_bare_addresses_of_a_reference() -> None:
    text = (
        "<ref>{{cite web|url=http://a.org|title=A}} and http://b.org/x</ref>"
        "<ref>[http://c.org C]</ref><ref>[http://d.org]</ref>"
    )
    one, two, three = references(text).all
    assert [citation.kind for citation in one.citations] == ["web"]
    assert [[link.url for link in each.bare_urls] for each in (one, two, three)] == [
        ["http://b.org/x"],
        [],
        ["http://d.org"],
    ]


def test_what_is_looked_up() -> None:
    text = '<ref name="a" group="n">x</ref><ref name="b">y</ref>'
    found = references(text)
    assert found.get("a") is None
    assert found.get("a", "n") is found.all[0]
    assert found.at(text.index("y")) is found.all[1]
    assert found.at(0) is None


UNCLOSED = {
    "none": ("a<ref>x</ref>b", []),
    "to the end": ("a<ref>x", ["<ref>"]),
    "with a name, to the end": ('a<ref name="b">x', ['<ref name="b">']),
    "before another": ("a<ref name=x>b. c<ref>d</ref>", ["<ref name=x>"]),
    "before a reused one": ('a<ref>b. c<ref name="x" /> d<ref>e</ref>', ["<ref>"]),
    "nested on purpose": ("a<ref>b<ref>c</ref></ref>", []),
    "two in a row": ("<ref>a <ref>b <ref>c</ref>", ["<ref>"]),
    "hidden": ("<!-- <ref> --><nowiki><ref></nowiki><ref>a<!-- <ref> --></ref>", []),
    "in a list": ("<references>\n<ref name=a>x\n</references>", ["<ref name=a>"]),
    "in a template": ("{{Infobox|a=<ref>x}}", ["<ref>"]),
}


@pytest.mark.parametrize(("text", "expected"), UNCLOSED.values(), ids=UNCLOSED.keys())
def test_unclosed(text: str, expected: list[str]) -> None:
    assert [text[slice(*span)] for span in references(text).unclosed] == expected


TOKENS = [
    "<ref>",
    "</ref>",
    "<ref/>",
    "<ref name=a>",
    "<ref name=a/>",
    "<references>",
    "</references>",
    "<references/>",
    "a",
    "{{",
    "}}",
    "{{efn|",
    "{{r|a}}",
    "{{reflist|refs=",
    "{{sfn|a|1}}",
    "{{#tag:ref|x|name=a}}",
    "{{harvnb|a}}",
    "==",
    "|",
    "=",
    "\n",
    "<!--",
    "-->",
    "<nowiki>",
    "</nowiki>",
    "http://a.b",
]


@given(st.lists(st.sampled_from(TOKENS), max_size=25).map("".join))
def test_any_markup_can_be_read(text: str) -> None:
    found = references(text)
    for index, reference in enumerate(found.all):
        assert reference.index == index
        assert reference.uses or reference.definitions
        for use in reference.uses:
            assert text[slice(*use.span)]
            assert use.section >= 0
            _ = use.sentence, reference.bare_urls, reference.citations
    for span in found.unclosed:
        assert text[slice(*span)].startswith("<ref")


@pytest.mark.parametrize(
    "piece",
    [
        "<ref>",
        "<ref>x",
        "<ref name=a />",
        "<ref>x</ref>",
        "{{efn|",
        "{{efn|<ref>",
        "{{a|<ref",
        "<references>",
        "<ref><!--",
        "</ref>",
        "<ref>x</ref></ref>",
        "{{Infobox|a=",
        "<ref>a<ref/>b</ref>",
    ],
)
def test_hostile_text_is_read(piece: str) -> None:
    count = 200_000 // len(piece)
    references(piece * count)
    references(piece * count + "}}" * count)
