import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.source import Edit, OverlapError, apply_edits


def test_nothing_else_is_touched() -> None:
    assert apply_edits("a\r\nb\n\u200fc", [Edit(3, 4, "B")]) == "a\r\nB\n\u200fc"


def test_edits_are_made_in_any_order_given() -> None:
    edits = [Edit(4, 5, "E"), Edit(0, 1, ""), Edit(2, 2, "-")]
    assert apply_edits("abcde", edits) == "b-cdE"


def test_insertions_at_one_place_keep_their_order() -> None:
    assert apply_edits("ab", [Edit(1, 1, "x"), Edit(1, 1, "y")]) == "axyb"


def test_an_insertion_goes_before_a_replacement_that_starts_there() -> None:
    assert apply_edits("ab", [Edit(1, 2, "B"), Edit(1, 1, "x")]) == "axB"


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param([Edit(0, 2, "x"), Edit(1, 3, "y")], id="overlapping"),
        pytest.param([Edit(0, 3, "x"), Edit(1, 1, "y")], id="insertion inside a replacement"),
        pytest.param([Edit(0, 2, "x"), Edit(0, 2, "y")], id="the same stretch twice"),
    ],
)
def test_overlap_is_an_error(edits: list[Edit]) -> None:
    with pytest.raises(OverlapError, match="overlaps"):
        apply_edits("abcd", edits)


@pytest.mark.parametrize("edit", [Edit(-1, 0, ""), Edit(2, 1, ""), Edit(0, 5, "")])
def test_an_edit_outside_the_text_is_a_wrong_use(edit: Edit) -> None:
    with pytest.raises(ValueError, match="outside"):
        apply_edits("abcd", [edit])


@given(st.text(), st.data())
def test_edits_from_the_end_backwards_give_the_same(text: str, data: st.DataObject) -> None:
    places = sorted(
        data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8, unique=True))
        if len(text) > 8
        else [0, len(text)]
    )
    edits = [
        Edit(start, end, data.draw(st.text(max_size=3)))
        for start, end in zip(places[::2], places[1::2], strict=False)
    ]
    expected = text
    for start, end, new in reversed(edits):
        expected = expected[:start] + new + expected[end:]
    assert apply_edits(text, edits) == expected
