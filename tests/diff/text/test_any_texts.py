"""What holds for any two texts: applied to one, the difference gives the other."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.diff.text import Row, RowKind, TextDiff, WordChange, compare_texts
from homs_wiki.source import Span, apply_edits

PIECES = [
    *("a", "b", "word", "foo ", " bar", "\n", "\n", "\n\n", " ", "  ", "\t", "\r", "\0", "\ud800"),
    *("{{", "}}", "[[", "]]", "|", "=", "==", "*", "<ref>", "</ref>", "''", "{|", "|-", "|}"),
    *("12 March 1902", "3 April 1911", "12", "1,204", "،", "۔", "漢", "字", "กำ", "गाँव", "گاؤں"),
    *("\u200c", "\u064b", "https://example.org/a", "{{cite web|title=A b|date=2012-03-04}}"),
    *("The heron stood in the shallow water for an hour.", "\n== Rivers ==\n", "| name = x\n"),
    *("The ferry crossed the strait twice a day until the bridge came.\n", "* item\n", "é"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A text and the same with pieces taken out, put in, changed or moved."""
    pieces = draw(st.lists(st.sampled_from(PIECES), max_size=40))
    after = list(pieces)
    for _ in range(draw(st.integers(0, 4))):
        at, other = (draw(st.integers(0, len(after))) for _ in range(2))
        match draw(st.sampled_from(["remove", "insert", "move"])):
            case "remove":
                del after[at : at + 2]
            case "insert":
                after.insert(at, draw(st.sampled_from(PIECES)))
            case _:
                taken = after[at : at + 6]
                del after[at : at + 6]
                after[other:other] = taken
    return "".join(pieces), "".join(after)


def assert_right(old: str, new: str) -> TextDiff:
    """Check every promise of the model."""
    diff = compare_texts(old, new)
    assert apply_edits(old, diff.edits()) == new
    assert apply_edits(new, diff.reverse_edits()) == old
    assert "".join(old[slice(*row.old)] for row in diff.rows) == old
    assert "".join(new[slice(*row.new)] for row in diff.rows) == new
    for row in diff.rows:
        assert_row(diff, row)
    for move in diff.moves:
        assert_words(diff, move.words, move.old, move.new)
    leaving = [row.move for row in diff.rows if row.move and row.kind is RowKind.REMOVED]
    assert sorted(map(id, leaving)) == sorted(map(id, diff.moves))
    assert [move.number for move in diff.moves] == list(range(1, len(diff.moves) + 1))
    return diff


def assert_row(diff: TextDiff, row: Row) -> None:
    before, after = diff.old[slice(*row.old)], diff.new[slice(*row.new)]
    assert (row.kind is RowKind.EQUAL) == (before == after)
    assert bool(before) == (row.kind is not RowKind.ADDED)
    assert bool(after) == (row.kind is not RowKind.REMOVED)
    assert bool(row.words) == (row.kind is RowKind.CHANGED)
    if row.kind is RowKind.CHANGED:
        assert_words(diff, row.words, row.old, row.new)
    if row.move:
        assert (row.move.old == row.old) if row.kind is RowKind.REMOVED else row.move.new == row.new


def assert_words(diff: TextDiff, words: list[WordChange], in_old: Span, in_new: Span) -> None:
    """The changes are in order, do not overlap, change something; all between is equal."""
    i, j = in_old.start, in_new.start
    for old, new in words:
        assert i <= old.start <= old.end
        assert j <= new.start <= new.end
        assert diff.old[i : old.start] == diff.new[j : new.start]
        assert diff.old[slice(*old)] != diff.new[slice(*new)]
        i, j = old.end, new.end
    assert diff.old[i : in_old.end] == diff.new[j : in_new.end]


@given(edited())
def test_edited_texts(pair: tuple[str, str]) -> None:
    assert_right(*pair)


@given(texts, texts)
def test_unrelated_texts(old: str, new: str) -> None:
    assert_right(old, new)


@given(st.text(), st.text())
def test_any_strings(old: str, new: str) -> None:
    assert_right(old, new)


@given(edited())
def test_the_same_texts_give_the_same_difference(pair: tuple[str, str]) -> None:
    first, second = compare_texts(*pair), compare_texts(*pair)
    assert [row[:4] for row in first.rows] == [row[:4] for row in second.rows]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("", "a"),
        ("a", ""),
        ("", "\n"),
        ("a", "a\n"),
        ("a\n", "a"),
        ("a\nb", "b\na"),
        ("\n\n\n", "\n"),
        ("a\r\nb\r\n", "a\nb\n"),
        ("a\u2028b\x0cc\x85d", "a\u2028b\x0cc\x85e"),
        ("\ud800a", "\udfffa"),
        ("a\0b", "a\0c"),
    ],
)
def test_edges(old: str, new: str) -> None:
    assert_right(old, new)


def test_pages_of_a_corpus(corpus: Callable[[str], list[tuple[str, str, Any]]]) -> None:
    pages = [text for _, text, _ in corpus("wtf")]
    for old, new in pairwise(pages):
        assert_right(old, new)


def test_inputs_of_a_parser(corpus: Callable[[str], list[tuple[str, str, Any]]]) -> None:
    inputs = [text for _, text, _ in corpus("pt")]
    for old, new in pairwise(inputs):
        assert_right(old, new)
