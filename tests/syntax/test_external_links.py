"""External links: where they begin and end."""

import html
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from homs_wiki.profile import load_profile
from homs_wiki.syntax import ExternalLink, parse

DATA = Path(__file__).parent / "data" / "links.json"
RENDERED: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))["cases"]


def links(text: str, profile: str = "en.wikipedia") -> list[ExternalLink]:
    return parse(text, load_profile(profile)).external_links


def urls(text: str) -> list[str]:
    return [link.url for link in links(text)]


def plain(url: str) -> str:
    """What two ways of writing a URL have in common."""
    return unquote(html.unescape(re.sub("<!--.*?-->", "", url)))


@pytest.mark.parametrize("case", RENDERED, ids=[case["name"] for case in RENDERED])
def test_same_urls_as_rendered(case: dict[str, Any]) -> None:
    found = links(case["text"], case["profile"])
    assert {plain(link.url) for link in found} == {plain(url) for url in case["urls"]}


@pytest.mark.parametrize(
    "text",
    [
        "http:// a",
        "[http:// a]",
        "//a.example",
        "xhttp://a.example",
        "<nowiki>http://a.example</nowiki>",
        "<!-- http://a.example -->",
        '<syntaxhighlight lang="x">[http://a.example b]</syntaxhighlight>',
        '<span title="http://a.example">b</span>',
        "[[a|http://b.example]]",
        "[[File:A.png|link=http://b.example|c]]",
        "a:b c://d",
    ],
)
def test_no_link(text: str) -> None:
    assert urls(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{a|url=http://b.example|c}}", ["http://b.example"]),
        ("{{a|http://b.example}}", ["http://b.example"]),
        # "=" makes a name of what stands before it.
        ("{{a|http://b.example?c=d}}", ["http://b.example?c"]),
        ("{{#if:a|http://b.example?c=d}}", ["http://b.example?c=d"]),
        ("{{a|[http://b.example c]|d}}", ["http://b.example"]),
        ("[http://a.example {{b|c]}}]", ["http://a.example"]),
        ("http://a.example/{{b|c}}/d e", ["http://a.example/{{b|c}}/d"]),
        ("http://a.example<!-- b -->/c", ["http://a.example<!-- b -->/c"]),
        ("<ref>http://a.example</ref>", ["http://a.example"]),
        ("==http://a.example==\nb", ["http://a.example"]),
        ("http://a.example<ref>b</ref>", ["http://a.example"]),
        ("<gallery>\nA.png|http://b.example\n</gallery>", ["http://b.example"]),
        ("[[File:A.png|thumb|http://b.example|200px]]", ["http://b.example"]),
        ("[[http://a.example b]]", ["http://a.example"]),
        ("[[a]]http://b.example", []),
        ("[[a]] http://b.example", ["http://b.example"]),
        ("{{a|[[b]]http://c.example}}", []),
    ],
)
def test_links_among_other_things(text: str, expected: list[str]) -> None:
    assert urls(text) == expected


def test_parts_of_a_link() -> None:
    (link,) = links("x [http://a.example/b  the [[c]] ''d''] y")
    assert link.bracketed
    assert link.text == "[http://a.example/b  the [[c]] ''d'']"
    assert link.url == "http://a.example/b"
    assert link.label == "the [[c]] ''d''"
    assert link.label_span == (23, 38)


@pytest.mark.parametrize("text", ["[http://a.example]", "[http://a.example  ]"])
def test_without_a_label(text: str) -> None:
    (link,) = links(text)
    assert link.bracketed
    assert link.text == text
    assert link.label is None


def test_bare() -> None:
    (link,) = links("(http://a.example).")
    assert not link.bracketed
    assert link.span == link.url_span == (1, 17)
    assert link.label is None
