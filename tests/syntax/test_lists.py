"""Lists, line by line."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.profile import load_profile
from homs_wiki.syntax import parse
from homs_wiki.syntax.lists import WikiList

DATA = Path(__file__).parent / "data" / "lists.json"
RENDERED: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))["cases"]
# Marks behind a ";" on the same line are read in a way that is not followed.
FOLLOWED = [
    case for case in RENDERED if not re.search(r"^[*#:;]*;[*#:;]|\{", case["text"], re.MULTILINE)
]
NOT_SHOWN = re.compile(
    r"<ref>.*?</ref>|<[^>]*>|''|\[\[|\]\]|\[http\S+ |\](?!\])|&(?:amp|nbsp);|\s|\u00a0|&"
)


def lists(text: str) -> list[WikiList]:
    return parse(text, load_profile("en.wikipedia")).lists


@pytest.mark.parametrize("case", FOLLOWED, ids=[case["text"][:40] for case in FOLLOWED])
def test_same_items_as_rendered(case: dict[str, Any]) -> None:
    text = case["text"]
    found = []
    for each in lists(text):
        for item in each.items:
            found.append(NOT_SHOWN.sub("", item.content))
            if item.definition_span:
                found.append(NOT_SHOWN.sub("", text[slice(*item.definition_span)]))
    expected = [re.sub(r"[\s&]|amp;", "", shown) for _, shown in case["items"]]
    assert [item for item in found if item] == [item for item in expected if item]


@pytest.mark.parametrize(
    "text",
    ["", "a * b", " * a", "{{a|* b}}", "<ref>* a</ref>", "<nowiki>\n* a</nowiki>", ":{|\n|}", "-"],
)
def test_no_list(text: str) -> None:
    assert lists(text) == []


def test_parts_of_an_item() -> None:
    text = "a\n*# b {{c}}\n; term : what it means\nd"
    (found,) = lists(text)
    first, second = found.items
    assert (first.prefix, first.level, first.kind, first.content) == ("*#", 2, "ordered", "b {{c}}")
    assert (second.level, second.kind, second.content) == (1, "term", "term")
    assert second.definition_span is not None
    assert text[slice(*second.definition_span)] == " what it means"
    assert text[slice(*found.span)] == "*# b {{c}}\n; term : what it means"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("* a\n* b", 1),
        ("* a\n\n* b", 2),
        ("* a\nb\n* c", 2),
        ("* a\n<!-- b -->\n* c", 1),
        ("* a\n# b", 1),
        ("{{a|\n* b\n* c\n}}\n* d", 2),
        ("* a {{b|\n* c\n}} d\n* e", 2),
    ],
)
def test_lines_that_follow_each_other_are_one_list(text: str, count: int) -> None:
    assert len(lists(text)) == count
