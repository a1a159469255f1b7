"""HTML tags and their partners."""

import pytest

from homs_wiki.profile import load_profile
from homs_wiki.syntax import parse
from homs_wiki.syntax.html_tags import HtmlTag


def tags(text: str) -> list[HtmlTag]:
    return parse(text, load_profile("en.wikipedia")).html_tags


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a < b > c",
        "<foo>a</foo>",
        "<a href=x>",
        "<img src=x>",
        "<script>",
        "<tbody>",
        "<div<b",
        "<b",
        "< b>",
        "<link><meta>",
        "<nowiki><b></nowiki>",
        "<!-- <b> -->",
        "<b {{c|>}}",
        "<bb>",
    ],
)
def test_no_tag(text: str) -> None:
    assert tags(text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("<b>a</b>", ["open", "close"]),
        ("<DIV\nclass=x>", ["open"]),
        ("<br><br/><br / ></br><hr>", ["void"] * 5),
        ("<div/>", ["self-closing"]),
        ("<b/x>", ["open"]),
        ("</span >", ["close"]),
        ('<link itemprop="a" href="b">', ["void"]),
        ("<div<b>", ["open"]),
        ("<b title={{a|>}}>", ["open"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [tag.kind for tag in tags(text)] == kinds


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("<b><i></i></b>", [3, 2, 1, 0]),
        ("<b><i></b></i>", [2, None, 0, None]),
        ("<div><div></div>", [None, 2, 1]),
        ("</b><b>", [None, None]),
        ("<b>{{a|</b>}}", [None, None]),
        ("<b>{{a|<i>b</i>}}</b>", [3, 2, 1, 0]),
        ("<b><ref></b></ref>", [None, None]),
        ("{{a|<b>|</b>}}", [None, None]),
        ("<B>a</b>", [1, 0]),
        ("<b>a<br>b</b>", [2, None, 0]),
    ],
)
def test_partners(text: str, partners: list[int | None]) -> None:
    assert [tag.partner for tag in tags(text)] == partners


def test_attributes() -> None:
    text = """x<span class="a b" ID='c' title = d hidden style="{{e|"f"}}">"""
    (tag,) = tags(text)
    assert tag.name == "span"
    values = {name: text[slice(*span)] for name, span in tag.attributes.items()}
    assert values["class"] == "a b"
    assert values["id"] == "c"
    assert values["title"] == "d"
    assert values["hidden"] == ""
    assert tags("<br/>")[0].attributes == {}
