"""Where on a page things stand, found out from the section alone where that is enough."""

import pytest

from homs_wiki.diff.changes.outline import Outline
from homs_wiki.profile import load_profile
from homs_wiki.syntax import parse

_PAGE = """\
{{Box
| one = 1

| two = 2
}}
Text of the lead.
<!-- hidden
== Not a heading ==
-->
== First == <!-- note -->
A line.

=== Second ===
{{Quote|
Several lines
of a quote.
}} and more.
= Third =
The end.
"""


def outline(text: str = _PAGE) -> Outline:
    return Outline(parse(text, load_profile("en.wikipedia")))


def line(text: str) -> tuple[int, int]:
    start = _PAGE.index(text)
    return start, _PAGE.index("\n", start) + 1


@pytest.mark.parametrize("text", ["Text of the lead.", "A line.", "The end.", "= Third ="])
def test_a_line_that_stands_alone(text: str) -> None:
    assert outline().cover(*line(text)) == line(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("| two = 2", "{{Box\n| one = 1\n\n| two = 2\n}}"),
        ("of a quote.", "{{Quote|\nSeveral lines\nof a quote.\n}}"),
        ("== Not a heading ==", "<!-- hidden\n== Not a heading ==\n-->"),
    ],
    ids=["in a template", "in a template of a section", "in a comment"],
)
def test_a_line_of_something_larger(text: str, whole: str) -> None:
    start, end = outline().cover(*line(text))
    assert _PAGE[start:end] == whole


def test_lines_asked_for_in_any_order() -> None:
    asked = outline()
    lines = [line(text) for text in ("The end.", "A line.", "of a quote.", "| two = 2", "A line.")]
    assert [asked.cover(*each) for each in lines] == [outline().cover(*each) for each in lines]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Text of the lead", ""),
        ("A line", "First"),
        ("== First", "First"),
        ("of a quote", "Second"),
        ("The end", "Third"),
    ],
)
def test_title_of_the_section(text: str, title: str) -> None:
    assert outline().title_at(_PAGE.index(text)) == title


def test_headings_are_those_of_mediawiki() -> None:
    text = _PAGE + "==a===\n=====\n==\n=b= x\n ==c==\n"
    found = [(each.start, each.level, each.title) for each in outline(text).headings]
    document = parse(text, load_profile("en.wikipedia"))
    assert found == [
        (each.start, each.level, each.title) for each in document.headings if not each.possible
    ]


def test_end_of_a_section_with_its_subsections() -> None:
    assert outline().section_end(_PAGE.index("== First")) == _PAGE.index("= Third")


def test_no_page() -> None:
    assert Outline(None).title_at(0) == ""
    assert Outline(None).cover(0, 0) == (0, 0)
