"""Sections: where they begin and end, whose they are, what they hold."""

import pytest

from homs_wiki.page.outline import read_sections, section_at
from homs_wiki.profile import load_profile
from homs_wiki.syntax import Document, parse

PAGE = (
    "Three short words.<ref>a</ref>\n"
    "== One ==\n"
    "Two words{{sfn|Smith|2001}}\n"
    "=== One a ===\n"
    "x <ref>{{cite web|title=t|url=http://example.org}}</ref>\n"
    "== Two ==\n"
)


def document(text: str, wiki: str = "en.wikipedia") -> Document:
    return parse(text, load_profile(wiki))


def test_a_page_without_headings_is_one_lead() -> None:
    (lead,) = read_sections(document("Text only."))
    assert (lead.start, lead.content_end, lead.end, lead.level) == (0, 10, 10, 0)
    assert (lead.heading, lead.parent, lead.title) == (None, None, "")


def test_an_empty_page_has_an_empty_lead() -> None:
    (lead,) = read_sections(document(""))
    assert lead.span == (0, 0)


def test_headings_in_templates_and_references_are_no_sections() -> None:
    text = "{{x|\n== no ==\n}}<ref>\n== nor this ==\n</ref>\n== yes ==\n"
    assert [section.title for section in read_sections(document(text))] == ["", "yes"]


def test_sections_know_their_parents_and_where_they_end() -> None:
    page = document(PAGE)
    lead, one, inner, two = read_sections(page)
    assert [section.index for section in (lead, one, inner, two)] == [0, 1, 2, 3]
    assert [section.title for section in (lead, one, inner, two)] == ["", "One", "One a", "Two"]
    assert (inner.parent, one.parent, two.parent) == (one, None, None)
    assert (one.content_end, one.end) == (inner.start, two.start)
    assert inner.end == two.start
    assert two.end == len(PAGE)
    assert lead.end == one.start


@pytest.mark.parametrize(
    ("levels", "parents"),
    [
        ((2, 3, 4, 3, 2), (None, 1, 2, 1, None)),
        ((2, 4, 3), (None, 1, 1)),
        ((3, 2, 3), (None, None, 2)),
    ],
    ids=["a tree", "a level left out", "a deep one first"],
)
def test_parents(levels: tuple[int, ...], parents: tuple[int | None, ...]) -> None:
    text = "".join(f"\n{'=' * level} h {'=' * level}\n" for level in levels)
    sections = read_sections(document(text))[1:]
    assert tuple(each.parent.index if each.parent else None for each in sections) == parents


def test_what_sections_hold_is_counted_without_their_subsections() -> None:
    lead, one, inner, two = read_sections(document(PAGE))
    assert [section.words for section in (lead, one, inner, two)] == [3, 2, 1, 0]
    assert [section.references for section in (lead, one, inner, two)] == [1, 1, 1, 0]
    assert [section.citations for section in (lead, one, inner, two)] == [0, 0, 1, 0]


def test_a_section_is_found_by_offset() -> None:
    page = document(PAGE)
    assert section_at(page, 0).index == 0
    assert section_at(page, PAGE.index("== One")).index == 1
    assert section_at(page, PAGE.index("x <ref>")).index == 2
    assert section_at(page, len(PAGE)).index == 3


def test_a_heading_at_the_start_leaves_an_empty_lead() -> None:
    page = document("== A ==\nb")
    assert [section.span for section in read_sections(page)] == [(0, 0), (0, 9)]
    assert section_at(page, 0).title == "A"


def test_sections_are_read_once() -> None:
    page = document(PAGE)
    assert read_sections(page) is read_sections(page)
