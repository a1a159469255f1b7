"""Words as readers of many scripts see them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.diff.text.words import tokens


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("two  words", ["two", "  ", "words"]),
        ("don't l’eau", ["don't", " ", "l’eau"]),
        ("1,204.5 12:30", ["1,204.5", " ", "12:30"]),
        ("2012-03-04", ["2012-03-04"]),
        ("1939-1945", ["1939", "-", "1945"]),
        ("۱۲٫۵ فیصد", ["۱۲٫۵", " ", "فیصد"]),
        ("کَتَبَ،", ["کَتَبَ", "،"]),
        ("می\u200cروم ہے۔", ["می\u200cروم", " ", "ہے", "۔"]),
        ("गाँव में।", ["गाँव", " ", "में", "।"]),
        ("क्ष्\u200dय", ["क्ष्\u200dय"]),
        ("山と川", ["山", "と", "川"]),
        ("が\u3099が", ["が\u3099", "が"]),
        ("น้ำตก", ["น้ำ", "ต", "ก"]),
        ("2012年3月", ["2012", "年", "3", "月"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("{{a|b=c}}", ["{{", "a", "|", "b", "=", "c", "}}"]),
        ("{{a|b=|}}", ["{{", "a", "|", "b", "=", "|", "}}"]),
        ("[[a]]s ''b''", ["[[", "a", "]]", "s", " ", "''", "b", "''"]),
        ("<ref name=x/></ref>", ["<ref", " ", "name", "=", "x", "/>", "</ref", ">"]),
        ("a\n\nb", ["a", "\n\n", "b"]),
        ("\ud800\0", ["\ud800", "\0"]),
    ],
)
def test_pieces(text: str, pieces: list[str]) -> None:
    assert tokens(text) == pieces


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    assert "".join(tokens(text)) == text
