"""What holds for all constructs of the second pass, on every text there is."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from homs_wiki.profile import load_profile
from homs_wiki.syntax import Document, parse

PROFILE = load_profile("en.wikipedia")
URDU = load_profile("ur.wikipedia")

TOKENS = [
    "{{", "}}", "{{{", "}}}", "[[", "]]", "[", "]", "|", "=", "\n", "\n==", " ", "a", "Ab", "حمص",
    "<!--", "-->", "<!-- c -->", "<!-- c -->\n", "<ref>", "</ref>", "<ref name=x/>", "<gallery>\n",
    "\n</gallery>", "<poem>", "</poem>", "<nowiki>", "</nowiki>", "<includeonly>", "\0", "\1", "\3",
    "''", "'''", "'''''", "http://", "http://b.example", "[http://c.example ", "mailto:", "//",
    "<b>", "</b>", "<br>", "<div class=x", ">", "{|\n", "\n{|", "\n|-", "\n|", "||", "\n!", "!!",
    "\n|}", "\n|+", "\n*", "\n;", ":", "\n:{|", "File:", "[[File:A.png|thumb|", "[[Category:", "#",
    "~~~~", "__NOTOC__", "&lt;", "&amp;", ")", "(", ".", ";", "%5B", "\ud800", "\U00010400",
]  # fmt: skip

wikitext = st.lists(st.sampled_from(TOKENS) | st.characters(), max_size=50).map("".join)

CONSTRUCTS: dict[str, Callable[[Document], Sequence[Any]]] = {
    "wikilinks": lambda page: page.wikilinks,
    "external links": lambda page: page.external_links,
    "html tags": lambda page: page.html_tags,
    "tables": lambda page: page.tables,
    "rows": lambda page: [row for table in page.tables for row in table.rows],
    "cells": lambda page: [
        cell for table in page.tables for row in table.rows for cell in row.cells
    ],
    "lists": lambda page: page.lists,
    "emphasis": lambda page: page.emphasis,
    "switches": lambda page: page.switches,
    "signatures": lambda page: page.signatures,
}
IN_ORDER = [name for name in CONSTRUCTS if name not in ("rows", "cells")]
HOLD_EACH_OTHER = ("wikilinks", "tables", "rows", "cells", "emphasis", "lists")


@given(wikitext)
@example("{{a|[[b|{{c|]]}}")
@example("[[File:A|[[b]] [[File:C|]]]] d")
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    page = parse(text, PROFILE)
    for name in IN_ORDER:
        found = CONSTRUCTS[name](page)
        assert all(0 <= each.start <= each.end <= len(text) for each in found), name
        assert [each.start for each in found] == sorted(each.start for each in found), name


@given(wikitext)
def test_spans_nest_or_are_disjoint(text: str) -> None:
    page = parse(text, PROFILE)
    for name, find in CONSTRUCTS.items():
        open_ends: list[int] = []
        for start, end in sorted((each.start, -each.end) for each in find(page)):
            while open_ends and open_ends[-1] <= start:
                open_ends.pop()
            assert not open_ends or -end <= open_ends[-1], name
            assert not open_ends or name in HOLD_EACH_OTHER or -end == start, name
            open_ends.append(-end)


@given(wikitext)
def test_no_construct_crosses_the_border_of_a_node(text: str) -> None:
    page = parse(text, PROFILE)
    closed = [node for node in page.nodes if type(node).__name__ != "Heading"]
    for find in (CONSTRUCTS[name] for name in ("wikilinks", "external links", "html tags")):
        for each in find(page):
            for node in closed:
                inside = node.start <= each.start and each.end <= node.end
                around = each.start <= node.start and node.end <= each.end
                assert inside or around or each.end <= node.start or node.end <= each.start


@given(wikitext)
def test_what_is_in_a_link_lies_in_it(text: str) -> None:
    for link in parse(text, URDU).wikilinks:
        assert link.start <= link.target_span.start <= link.target_span.end <= link.end
        assert link.end <= link.trail_end <= len(text)
        assert link.kind in {"link", "file", "category", "interwiki", "interlanguage"}
        if link.label_span:
            start, end = link.label_span
            assert link.target_span.end < start <= end <= link.end
            for option in link.options:
                assert start <= option.start <= option.end <= end
            for first, second in pairwise(link.options):
                assert first.end < second.start


@given(wikitext)
def test_what_is_in_an_external_link_lies_in_it(text: str) -> None:
    for link in parse(text, PROFILE).external_links:
        assert link.start <= link.url_span.start < link.url_span.end <= link.end
        if link.label_span:
            assert link.url_span.end <= link.label_span.start < link.label_span.end < link.end
        assert link.bracketed or link.span == link.url_span


@given(wikitext)
def test_partners_are_pairs(text: str) -> None:
    tags = parse(text, PROFILE).html_tags
    for place, tag in enumerate(tags):
        if tag.partner is not None:
            partner = tags[tag.partner]
            assert partner.partner == place
            assert partner.name == tag.name
            assert {partner.kind, tag.kind} == {"open", "close"}


@given(wikitext)
def test_parts_of_tables_and_lists_lie_in_them(text: str) -> None:
    page = parse(text, PROFILE)
    for table in page.tables:
        assert table.parent is None or table.parent.start < table.start
        for row in table.rows:
            assert table.start < row.start <= row.end <= table.end
            for cell in row.cells:
                assert row.start <= cell.start <= cell.end <= row.end
                assert cell.start <= cell.content_span.start <= cell.content_span.end <= cell.end
    for each in page.lists:
        for item in each.items:
            assert item.start < item.content_span.start <= item.content_span.end <= item.end


HOSTILE = [
    "[http://", "[http://a b", "<div>", "<div ", "<b></i>", "{|\n", "{|\n|\n", "{|\n|}\n", "|-\n",
    "| a ||", "[[", "[[a|", "[[a|]]", "[[[", "]]", "[[a]]]", "[[File:a|", "[[File:a|[[b]]",
    "[[File:a|thumb|[[b]] c]]\n", "'''", "''", "''a'''b", "[[a|''", "{{a|[[", "{{a|''", "{{a|b=c}}",
    "http://a)", "http://a||", "http://a&amp;", "&lt;http://a", "<a http://b", "<div http://b",
    "mailto:", "//", ":", "* a\n", ";a:b\n", ";[[a:b]]:c\n", "~~~~", "__TOC__", "__", "<!-- -->",
    " <!-- -->\n", "<ref>[[a</ref>", "<gallery>\na|b\n</gallery>", "{| \n| a || b\n", "\0", "\1[[",
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "times"), [("", 20_000), ("{|\n", 4_000), ("[[File:a|", 4_000), (";", 4_000)]
)
@pytest.mark.parametrize("part", HOSTILE, ids=repr)
def test_hostile_texts_are_read(part: str, before: str, times: int) -> None:
    page = parse(before + part * times, PROFILE)
    for name, find in CONSTRUCTS.items():
        assert len(find(page)) <= 40_001, name
    assert all(link.kind for link in page.wikilinks)
    assert page.redirect is None
