"""Italic and bold text, line by line."""

import json
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.profile import load_profile
from homs_wiki.syntax import Document, parse

DATA = Path(__file__).parent / "data" / "emphasis.json"
RENDERED: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))["cases"]


def document(text: str) -> Document:
    return parse(text, load_profile("en.wikipedia"))


def markup(page: Document) -> set[int]:
    """Where the letters stand that are not shown."""
    spans: list[tuple[int, int]] = [node.span for node in (*page.extension_tags, *page.comments)]
    spans += [tag.span for tag in page.html_tags]
    for each in page.emphasis:
        spans += [(each.start, each.inner_span.start), (each.inner_span.end, each.end)]
    for link in page.wikilinks:
        first = link.label_span.start if link.label_span else link.start + 2
        spans += [(link.start, first), (link.end - 2, link.end)]
    for url in page.external_links:
        if url.label_span:
            spans += [(url.start, url.label_span.start), (url.label_span.end, url.end)]
    for item in (item for each_list in page.lists for item in each_list.items):
        spans.append((item.start, item.content_span.start))
    for table in page.tables:
        cells = [cell.content_span for row in table.rows for cell in row.cells]
        starts, ends = zip(*cells, strict=True)
        spans += zip((table.start, *ends), (*starts, table.end), strict=True)
    return {offset for start, end in spans for offset in range(start, end)}


def shown(page: Document) -> list[list[str]]:
    """The letters of a text and how they are shown, markup and white space left out."""
    hidden = markup(page)
    runs: list[list[str]] = []
    for offset, letter in enumerate(page.text):
        if offset in hidden or letter.isspace():
            continue
        around = [each for each in page.emphasis if each.start <= offset < each.end]
        style = "".join(sorted({each.kind[0] for each in around}, reverse=True))
        if runs and runs[-1][1] == style:
            runs[-1][0] += letter
        else:
            runs.append([letter, style])
    return runs


@pytest.mark.parametrize("case", RENDERED, ids=[case["text"] for case in RENDERED])
def test_same_style_as_rendered(case: dict[str, Any]) -> None:
    expected = [[letters, style] for letters, style in case["shown"]]
    assert shown(document(case["text"])) == expected


@pytest.mark.parametrize("text", ["", "it's 'so'", "<nowiki>''a''</nowiki>", "<!-- ''a'' -->"])
def test_no_emphasis(text: str) -> None:
    assert document(text).emphasis == []


def test_parts() -> None:
    text = "x ''a {{b|''c''}} d'' y"
    outer, inner = document(text).emphasis
    assert (outer.kind, text[slice(*outer.span)]) == ("italic", "''a {{b|''c''}} d''")
    assert outer.inner == "a {{b|''c''}} d"
    assert inner.inner == "c"
    assert outer.balanced
    assert inner.balanced


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("''a", [("italic", True, False)]),
        ("==''a==", [("italic", True, False)]),
        ("''a\n''b''", [("italic", True, False), ("italic", True, True)]),
        ("'''a''b'''", [("bold", True, True), ("italic", True, False)]),
        (
            "'''a''b'''c''",
            [("bold", True, True), ("italic", True, False), ("italic", False, True)],
        ),
        ("{{a|''b}}''", [("italic", True, False), ("italic", True, False)]),
        ("<ref>''a</ref>''b''", [("italic", True, False), ("italic", True, True)]),
        ("'''''a'''''", [("italic", True, True), ("bold", True, True)]),
    ],
)
def test_marks_that_are_missing(text: str, found: list[tuple[str, bool, bool]]) -> None:
    emphasis = document(text).emphasis
    assert sorted((each.kind, each.opened, each.closed) for each in emphasis) == sorted(found)
