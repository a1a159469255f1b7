"""Tables in wikitext."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.profile import load_profile
from homs_wiki.syntax import parse
from homs_wiki.syntax.tables import Cell, Table

DATA = Path(__file__).parent / "data" / "tables.json"
RENDERED: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))["cases"]
NAMES = {"data": "td", "header": "th", "caption": "caption"}
NOT_SHOWN = re.compile(r"<!--.*?-->|<ref[^>]*>.*?</ref>|</?nowiki>|'''?|\[\[(?:[^]|]*\|)?|\]\]")


def tables(text: str) -> list[Table]:
    return parse(text, load_profile("en.wikipedia")).tables


def cells(table: Table) -> list[Cell]:
    return [*table.captions, *(cell for row in table.rows for cell in row.cells)]


@pytest.mark.parametrize("case", RENDERED, ids=[case["text"][:30] for case in RENDERED])
def test_same_cells_as_rendered(case: dict[str, Any]) -> None:
    found = tables(case["text"])
    ours = sorted((cell for table in found for cell in cells(table)), key=lambda cell: cell.start)
    # MediaWiki gives a table without cells an empty one.
    kinds = [NAMES[cell.kind] for cell in ours]
    assert kinds == [name for name, text in case["cells"] if kinds.count(name) or text]
    if len(found) == 1:
        for cell, (_, text) in zip(ours, case["cells"], strict=False):
            content = case["text"][slice(*cell.content_span)]
            plain = NOT_SHOWN.sub("", re.sub(r"\n[*:]+.*", "", content))
            if "://" not in content and "File:" not in content:
                assert " ".join(plain.split()) == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "| a\n|}",
        "a {|\n| b\n|}",
        "* {|\n| a\n|}",
        "{{a|\n{|\n| b\n|}\n}}",
        "<nowiki>\n{|\n|}</nowiki>",
    ],
)
def test_no_table(text: str) -> None:
    assert tables(text) == []


def test_parts_of_a_table() -> None:
    text = (
        'x\n::{| class="wide" id=t\n|+ Bridges\n|- style="x"\n! Name !! Year\n|-\n'
        '| colspan="2" | [[Old bridge|Old]] || {{year|1200}}\nmore\n|} y'
    )
    (table,) = tables(text)
    assert (table.indent, table.closed, table.parent) == (2, True, None)
    assert text[slice(*table.span)].endswith("more\n|}")
    assert {name: text[slice(*span)] for name, span in table.attributes.items()} == {
        "class": "wide",
        "id": "t",
    }
    assert [caption.content for caption in table.captions] == ["Bridges"]
    first, second = table.rows
    assert [text[slice(*span)] for span in first.attributes.values()] == ["x"]
    assert [(cell.kind, cell.content) for cell in first.cells] == [
        ("header", "Name"),
        ("header", "Year"),
    ]
    assert [cell.content for cell in second.cells] == ["[[Old bridge|Old]]", "{{year|1200}}\nmore"]
    assert list(second.cells[0].attributes) == ["colspan"]
    assert second.cells[1].attributes == {}
    assert text[slice(*first.span)] == '|- style="x"\n! Name !! Year'


def test_table_in_a_table() -> None:
    outer, inner = tables("{|\n| a\n{|\n| b\n|}\nc\n| d\n|}")
    assert inner.parent is outer
    assert [cell.content for row in outer.rows for cell in row.cells] == [
        "a\n{|\n| b\n|}\nc",
        "d",
    ]


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("{{a|<ref>\n{|\n| b\n|}</ref>}}", "{|\n| b\n|}"),
        ("<ref>\n{|\n| a</ref>\n| b", "{|\n| a"),
        ("{|\n| a", "{|\n| a"),
        ("{|\n{{row|a|b}}\n|}", "{|\n{{row|a|b}}\n|}"),
    ],
)
def test_where_it_ends(text: str, table: str) -> None:
    (found,) = tables(text)
    assert text[slice(*found.span)] == table
    assert found.closed == table.endswith("|}")
