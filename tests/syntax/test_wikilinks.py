"""Internal links: what MediaWiki takes for one, and what it means."""

import json
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.profile import load_profile
from homs_wiki.syntax import Wikilink, parse

ENGLISH = "en.wikipedia"
DATA = Path(__file__).parent / "data" / "links.json"
RENDERED: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))["cases"]


def links(text: str, profile: str = ENGLISH) -> list[Wikilink]:
    return parse(text, load_profile(profile)).wikilinks


def targets(text: str) -> list[str]:
    return [link.target for link in links(text)]


@pytest.mark.parametrize("case", RENDERED, ids=[case["name"] for case in RENDERED])
def test_same_links_as_rendered(case: dict[str, Any]) -> None:
    found = links(case["text"], case["profile"])
    # MediaWiki names neither links to the same page nor those to the file itself ("Media:").
    shown = [link for link in found if link.kind == "link" and link.title and link.namespace != -2]
    pages = {(link.namespace, link.title) for link in shown}
    assert pages == {(number, title) for number, title in case["links"]}
    files = {link.title for link in found if link.kind == "file" or link.namespace == -2}
    assert files == set(case["files"])
    assert {link.title for link in found if link.kind == "category"} == set(case["categories"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a] b [c",
        "[[a",
        "a]]",
        "[[a|b",
        "[[a\n]]",
        "[[a\tb]]",
        "[[{{a}}",
        "{{a|[[b}} c]]",
        "[[a <nowiki>]]</nowiki> b",
        "<nowiki>[[a]]</nowiki>",
        "<!-- [[a]] -->",
        "<math>[[a]]</math>",
        "<syntaxhighlight>[[a]]</syntaxhighlight>",
        "<ref>[[a</ref>]]",
        "[[a<ref>]]</ref>",
        "{{a|[[b}}]]",
        "[[http://a.example]]",
        "[[<b>a</b>]]",
    ],
)
def test_no_link(text: str) -> None:
    assert links(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{a|[[b|c]]}}", ["b"]),
        ("{{a|b=[[c=d|e]]}}", ["c=d"]),
        ("{{[[a]]}}", ["a"]),
        ("{{{a|[[b]]}}}", ["b"]),
        ("{{a|{{b|[[c]]}}|[[d]]}}", ["c", "d"]),
        ("[[a|{{b}}]]", ["a"]),
        ("[[a|{{b|[[c]]}}]]", ["a", "c"]),
        ("[[a|{{b|]]}}]]", ["a"]),
        ("[[a {{b|c]] d}} e]]", ["a {{b|c]] d}} e"]),
        ("[[{{{a|b}}}|c]]", ["{{{a|b}}}"]),
        ("<ref>[[a]]</ref> <ref name=b/> [[c]]", ["a", "c"]),
        ("<ref>{{a|[[b]]}}</ref>", ["b"]),
        ("<poem>[[a]]</poem><references><ref>[[b]]</ref></references>", ["a", "b"]),
        ("== [[a]] ==\n[[b]]", ["a", "b"]),
        ("[[a<!-- ]] -->b]]", ["a<!-- ]] -->b"]),
        ("[<!-- a -->[b]]", ["b"]),
        ("<noinclude>[[a]]</noinclude>", ["a"]),
        ("[[a|<nowiki>]]</nowiki>]]", ["a"]),
        ("-{[[a]]}- {| [[b]]", ["a", "b"]),
    ],
)
def test_links_among_other_things(text: str, expected: list[str]) -> None:
    assert targets(text) == expected


def test_parts_of_a_link() -> None:
    (link,) = links("x [[ Old_bridge#West end | the {{b}} ]]s y")
    assert link.text == "[[ Old_bridge#West end | the {{b}} ]]"
    assert link.target == " Old_bridge#West end "
    assert (link.title, link.fragment, link.namespace) == ("Old bridge", "West end", 0)
    assert link.label == " the {{b}} "
    assert link.label_span == (26, 37)
    assert link.source[link.end : link.trail_end] == "s"


def test_without_a_label() -> None:
    (link,) = links("[[a]]")
    assert link.label is None
    assert link.label_span is None
    assert link.trail_end == link.end


@pytest.mark.parametrize(
    ("text", "trail"),
    [
        ("[[a]]bc d", "bc"),
        ("[[a]]-b", ""),
        ("[[a|b]]c", "c"),
        ("[[a|[b]]]c", "c"),
        ("[[:File:A.png]]b", "b"),
        ("[[:fr:a]]b", "b"),
        ("[[Category:A]]b", ""),
        ("[[File:A.png]]b", ""),
        ("[[fr:a]]b", ""),
        ("[[a]]<!-- b -->c", "<!-- b -->c"),
        ("[[a]]{{b}}", ""),
    ],
)
def test_trail(text: str, trail: str) -> None:
    (link,) = links(text)
    assert text[link.end : link.trail_end] == trail


def test_trail_of_urdu() -> None:
    text = "[[1972]]ء [[حمص]]ۂ"
    first, second = links(text, "ur.wikipedia")
    assert text[first.end : first.trail_end] == "ء"
    assert second.trail_end == second.end


@pytest.mark.parametrize(
    ("target", "kind", "namespace", "title", "interwiki"),
    [
        ("a", "link", 0, "A", None),
        ("Talk:a", "link", 1, "A", None),
        ("Category:a b", "category", 14, "A b", None),
        (":Category:a", "link", 14, "A", None),
        ("Image:a.png", "file", 6, "A.png", None),
        ("Media:a.ogg", "link", -2, "A.ogg", None),
        ("fr:Pont", "interlanguage", None, "Pont", "fr"),
        (":fr:Pont", "interwiki", None, "Pont", "fr"),
        ("wikt:bridge", "interwiki", None, "bridge", "wikt"),
        ("Nosuch:a", "link", 0, "Nosuch:a", None),
        ("{{a}}", "link", None, None, None),
        ("{{a}}:b", "link", None, None, None),
        ("Category:{{a}}", "category", 14, None, None),
        ("File:{{a}}.png", "file", 6, None, None),
    ],
)
def test_meaning(
    target: str, kind: str, namespace: int | None, title: str | None, interwiki: str | None
) -> None:
    (link,) = links(f"[[{target}]]")
    meaning = (link.kind, link.namespace, link.title, link.interwiki)
    assert meaning == (kind, namespace, title, interwiki)


def options(link: Wikilink) -> list[tuple[str, str]]:
    return [(option.kind, option.value) for option in link.options]


def test_options_of_a_file() -> None:
    text = "[[File:A.png|thumb|250px|upright=1.2|alt=a [[b]]|not shown|The {{c|d}} of [[e|f]]]]"
    file, *inner = links(text)
    assert options(file) == [
        ("thumbnail", ""),
        ("width", "250"),
        ("upright", "1.2"),
        ("alt", "a [[b]]"),
        ("other", "not shown"),
        ("caption", "The {{c|d}} of [[e|f]]"),
    ]
    assert [text[option.start : option.end] for option in file.options][:2] == ["thumb", "250px"]
    assert [link.target for link in inner] == ["b", "e"]


def test_options_in_urdu() -> None:
    file, inner = links("[[فائل:ا.png|تصغیر|250پکسل|[[حمص|شہر]]]]", "ur.wikipedia")
    assert options(file) == [("thumbnail", ""), ("width", "250"), ("caption", "[[حمص|شہر]]")]
    assert inner.title == "حمص"


def test_gallery() -> None:
    text = "<gallery>\nA.png|alt=b|The [[c|d]]\n\nFile:E.png\n<f>|g\n[[h]]\n</gallery>"
    first, inner, second = links(text)
    assert (first.gallery, first.kind, first.title) == (True, "file", "A.png")
    assert first.text == "A.png|alt=b|The [[c|d]]"
    assert options(first) == [("alt", "b"), ("caption", "The [[c|d]]")]
    assert (inner.gallery, inner.target) == (False, "c")
    assert (second.kind, second.title, second.label) == ("file", "E.png", None)


def test_long_title() -> None:
    assert links(f"[[{'a' * 256}]]") == []
    assert links(f"[[{'ا' * 128}]]") == []
    assert len(links(f"[[{'a' * 255}]] [[Talk:{'a' * 255}]] [[{'ا' * 127}]]")) == 3


CATEGORIES = {
    "none": ("[[Rivers]] [[a:b]]", []),
    "a link to one": ("[[:Category:Rivers]]", []),
    "one that is not closed": ("[[Category:Rivers|a", []),
    "an odd bracket": ("[[[Category:Rivers]]", []),
    "one on no page": ("<nowiki>[[Category:Rivers]]</nowiki><!-- [[Category:Rivers]] -->", []),
    "in any spelling": ("[[ category : Rivers]] [[Category:Lakes|a]]", ["Rivers", "Lakes"]),
    "with an escape": ("[[Category%3ARivers]] [[Category&#58;Lakes]]", ["Rivers", "Lakes"]),
    "in the text of a file": ("[[File:A.png|thumb|a [[Category:Rivers]] b]]", ["Rivers"]),
    "in a template and a reference": (
        "{{a|[[Category:Lakes]]}}<ref>[[Category:Rivers]]</ref>",
        ["Lakes", "Rivers"],
    ),
}


@pytest.mark.parametrize(("text", "titles"), CATEGORIES.values(), ids=CATEGORIES)
def test_categories(text: str, titles: list[str]) -> None:
    document = parse(text, load_profile("en.wikipedia"))
    assert [link.title for link in document.categories] == titles
    assert [link.title for link in document.wikilinks if link.kind == "category"] == titles
