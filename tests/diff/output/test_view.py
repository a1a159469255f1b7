"""The view that the formats for people share: nothing is lost, nothing is counted wrong."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homs_wiki.diff.output import ComparedFile
from homs_wiki.diff.output.cut import ends, head, middle, tail
from homs_wiki.diff.output.view import Block, Fold, View
from homs_wiki.diff.text import RowKind, TextDiff, compare_texts

Made = Callable[..., ComparedFile]

_LINES = st.lists(
    st.sampled_from(["a\n", "b\n", "\n", "one two three\n", "one two four\n", "حمص شہر\n"]),
    max_size=25,
)
_TEXTS = st.builds(lambda lines, last: "".join(lines) + last, _LINES, st.sampled_from(["", "a"]))


def check(diff: TextDiff, context: int) -> None:
    """Check that the parts are both texts in order, with the lines where they are."""
    view = View(diff, context)
    old: list[str] = []
    new: list[str] = []
    for part in view.parts():
        before, after = diff.old[slice(*part.old)], diff.new[slice(*part.new)]
        if before:
            assert part.old_line == "".join(old).count("\n") + 1
        if after:
            assert part.new_line == "".join(new).count("\n") + 1
        old.append(before)
        new.append(after)
        if isinstance(part, Fold):
            assert before == after
            assert len(before.splitlines()) == part.length > 1
        else:
            check_pieces(view, part, before, after)
    assert "".join(old) == diff.old
    assert "".join(new) == diff.new


def check_pieces(view: View, block: Block, before: str, after: str) -> None:
    pieces = list(view.pieces(block))
    if block.kind in (RowKind.EQUAL, RowKind.CHANGED):
        assert before == "".join(text for kind, text in pieces if kind is not RowKind.ADDED)
    if block.kind in (RowKind.EQUAL, RowKind.CHANGED) or block.origin:
        assert after == "".join(text for kind, text in pieces if kind is not RowKind.REMOVED)
    if block.kind is RowKind.EQUAL:
        assert before == after


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(old=_TEXTS, new=_TEXTS, context=st.sampled_from([0, 1, 3, 100]))
def test_nothing_is_lost(old: str, new: str, context: int) -> None:
    check(compare_texts(old, new), context)


@pytest.mark.parametrize("context", [0, 1, 5])
def test_nothing_is_lost_of_moved_and_split_blocks(context: int, made: Made) -> None:
    compared = made(
        ("=", "a\nb\nc\nd\n"),
        ("<1", "one\ntwo old\nthree\n"),
        ("=", "e\nf\ng\nh\ni\n"),
        ("~", "x[- -]{+\n\n+}y\nz [-1\n2-]{+3+}\n"),
        (">1", "one\ntwo [-old-]{+new+}{+\nmore+}\nthree\n"),
        ("=", "j\nk\nl"),
    )
    check(compared.comparison.text, context)


def test_where_moved_blocks_are(made: Made) -> None:
    diff = made(("=", "a\n"), ("<1", "x\ny\n"), ("=", "b\nc\n"), (">1", "x\ny\n")).comparison.text
    assert View(diff, 1).moves == {1: (2, 4, 2)}


def test_nothing_is_shown_of_equal_texts() -> None:
    assert list(View(compare_texts("a\nb\n", "a\nb\n"), 0).hunks()) == []


@pytest.mark.parametrize("length", [30, 41, 60])
@pytest.mark.parametrize(
    "text",
    ["", "word", "many words in a row " * 5, "x" * 100, "e\u0301" * 50, "کِ" * 50, "a\u200d" * 40],
    ids=["empty", "short", "words", "no words", "accents", "vowel marks", "joiners"],
)
def test_cuts_leave_letters_whole(text: str, length: int) -> None:
    first, last = head(text, length), tail(text, length)
    assert text.startswith(first.removesuffix("…"))
    assert text.endswith(last.removeprefix("…"))
    assert len(first) <= length + 20
    assert len(last) <= length + 20
    begin, end, left_out = ends(text, length)
    assert text.startswith(begin)
    assert text.endswith(end)
    assert len(begin) + left_out + len(end) == len(text)
    for piece in (first, last, end, middle(text, length).partition("…")[2]):
        assert not piece.removeprefix("…").startswith(("\u0301", "\u200d", "\u0650"))
