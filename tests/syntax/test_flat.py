"""The flat text: what stands in it, and the way back to the page."""

import pytest

from homs_wiki.profile import load_profile
from homs_wiki.syntax import FlatText, parse
from homs_wiki.syntax.flat import BORDER, HEADING_END, HOLE, TAG_HOLE

SHOWN = str.maketrans({BORDER: "¦", HOLE: "•", TAG_HOLE: "○", HEADING_END: "≠"})


def flat(text: str) -> FlatText:
    return parse(text, load_profile("en.wikipedia")).flat


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "¦"),
        ("a\n== b ==\n", "a\n== b ≠=\n¦"),
        ("a {{b|c|d=e=f}} g", "a • g¦b¦c¦d¦e=f¦"),
        ("{{#if:a|b=c}}", "•¦#if:a¦b=c¦"),
        ("{{a|[[b|c=d]]}}", "•¦a¦[[b|c=d]]¦"),
        ("{{a|{{b}}{{{c|d}}}}}", "•¦a¦••¦b¦c¦d¦"),
        ("a<!-- b -->c", "ac¦"),
        ("a\n<!-- b --> <!-- c -->\nd", "a\nd¦"),
        ("a\n <!-- b --> c\nd", "a\n  c\nd¦"),
        ("<!-- a -->\nb", "b¦"),
        ("a <!-- b", "a ¦"),
        ("a<noinclude>b</noinclude><includeonly>c</includeonly>d", "abd¦"),
        ("a<ref>b {{c}}</ref>d<ref name=e/>", "a○d○¦b •¦c¦"),
        ("<nowiki>[[a]]</nowiki>b", "○b¦"),
        ("<gallery>\nA.png|b\nC.png|{{d}}\n</gallery>", "○¦b¦•¦d¦"),
        ("<poem><ref>a</ref>b</poem>", "○¦○b¦a¦"),
        ("{{a|b<ref>c</ref>}}", "•¦a¦b○¦c¦"),
        ("a\0b\1c", "a\ufffdb\ufffdc¦"),
        ("\ud800{{a}}", "\ud800•¦a¦"),
    ],
)
def test_what_stands_in_it(text: str, expected: str) -> None:
    assert flat(text).text.translate(SHOWN) == expected


@pytest.mark.parametrize(
    ("text", "part", "there"),
    [
        ("a {{b}} c", "a • c", "a {{b}} c"),
        ("a {{b}} c", "•", "{{b}}"),
        ("a {{b}} c", " c", " c"),
        ("a<!-- b -->c", "ac", "a<!-- b -->c"),
        ("a<!-- b -->c", "a", "a"),
        ("a<!-- b -->c", "c", "c"),
        ("{{a|b|c}}", "b", "b"),
        ("x<ref>a</ref>y", "x○y", "x<ref>a</ref>y"),
        ("x<ref>a</ref>y", "a", "a"),
    ],
)
def test_the_way_back(text: str, part: str, there: str) -> None:
    page = flat(text)
    start = page.text.translate(SHOWN).index(part)
    first, last = page.span(start, start + len(part))
    assert text[first:last] == there
    assert page.start(start) == first
    assert page.end(start + len(part)) == last


def test_an_empty_stretch_stays_empty() -> None:
    page = flat("a<!-- b -->c")
    assert page.span(1, 1) == (1, 1)
    assert page.span(len(page.text), len(page.text)) == (12, 12)
