"""Rows and pieces of a page, whatever the findings in it."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.lint.finding import Finding, Severity
from homs_wiki.lint.output.html.rows import LONGEST, MOST, Piece, Row, near, rows


def made(text: str, *places: tuple[int, int]) -> list[Row]:
    findings = [
        Finding(start, end, "some-rule", Severity.NOTE, "is wrong", {}) for start, end in places
    ]
    return list(rows(text, findings))


def shown(text: str, *places: tuple[int, int]) -> list[list[tuple[str, tuple[int, ...]]]]:
    return [[(piece.text, piece.findings) for piece in row.pieces] for row in made(text, *places)]


def test_lines_are_numbered() -> None:
    assert [row.line for row in made("a\n\nb\n")] == [1, 2, 3, 4]
    assert made("") == [Row(1, [])]


def test_a_finding_is_a_piece() -> None:
    assert shown("one two", (4, 5)) == [[("one ", ()), ("t", (0,)), ("wo", ())]]


def test_findings_in_one_another_and_across() -> None:
    assert shown("abcdef", (0, 4), (1, 2), (3, 6)) == [
        [("a", (0,)), ("b", (1, 0)), ("c", (0,)), ("d", (2, 0)), ("ef", (2,))]
    ]


def test_a_place_without_width_is_an_empty_piece() -> None:
    assert shown("ab", (0, 0), (1, 1), (2, 2)) == [
        [("", (0,)), ("a", ()), ("", (1,)), ("b", ()), ("", (2,))]
    ]


def test_over_lines() -> None:
    assert shown("ab\ncd", (1, 4)) == [[("a", ()), ("b", (0,))], [("c", (0,)), ("d", ())]]


def test_the_line_end_itself() -> None:
    assert shown("a\nb", (1, 2)) == [[("a", ()), ("", (0,))], [("b", ())]]


def test_from_the_line_end_on() -> None:
    assert shown("a\n\nb", (1, 4)) == [[("a", ()), ("", (0,))], [], [("b", (0,))]]


def test_a_long_line_goes_on_in_the_next_row_behind_a_blank() -> None:
    text = "x" * (LONGEST - 10) + " " + "y" * LONGEST
    first, second, *rest = made(text, (LONGEST - 9, LONGEST - 8), (LONGEST - 9, LONGEST - 9))
    assert (first.line, second.line) == (1, None)
    assert first.pieces == [Piece(text[: LONGEST - 9], ())]
    assert second.pieces[:2] == [Piece("", (1,)), Piece("y", (0,))]
    assert not rest


def test_a_piece_names_so_many_findings_and_no_more() -> None:
    [row] = made("x" * 40, *((start, 40) for start in range(40)))
    assert row.pieces[-1].findings == tuple(range(39, 39 - MOST, -1))


NEAR = {
    "nothing found": ((), [9]),
    "in the middle": ((4,), [3, 4, 5, 6, 3]),
    "at the ends": ((0, 8), [1, 2, 5, 8, 9]),
    "close to each other": ((2, 5), [1, 2, 3, 4, 5, 6, 7, 2]),
    "everywhere": (range(9), list(range(1, 10))),
}


@pytest.mark.parametrize(("lines", "wanted"), NEAR.values(), ids=NEAR)
def test_rows_near_findings(lines: Sequence[int], wanted: list[int]) -> None:
    """A number alone, in the cases, stands for a row or for how many are left out."""
    shown = near(made("\n".join("abcdefghi"), *((2 * line, 2 * line + 1) for line in lines)), 1)
    assert [row if isinstance(row, int) else row.line for row in shown] == wanted


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(st.text("ab \n", max_size=30))
    offsets = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(offsets, offsets), max_size=MOST))
    return text, sorted((min(pair), max(pair)) for pair in pairs)


@given(marked())
def test_every_text_is_whole_and_every_finding_shown(
    case: tuple[str, list[tuple[int, int]]],
) -> None:
    text, places = case
    result = made(text, *places)
    assert "\n".join("".join(piece.text for piece in row.pieces) for row in result) == text
    seen = {index for row in result for piece in row.pieces for index in piece.findings}
    assert seen == set(range(len(places)))
    offset = 0
    for row in result:
        for piece in row.pieces:
            for index in piece.findings:
                start, end = places[index]
                assert start <= offset <= offset + len(piece.text) <= max(end, offset)
            inside = {
                index
                for index, (start, end) in enumerate(places)
                if piece.text and start <= offset < end
            }
            assert inside <= set(piece.findings)
            offset += len(piece.text)
        offset += 1


def test_deep_nesting_on_one_long_line_takes_linear_time() -> None:
    size = 100_000
    result = made("x" * (2 * size), *((start, 2 * size - start) for start in range(size)))
    assert sum(len(row.pieces) for row in result) >= 2 * size - 1
