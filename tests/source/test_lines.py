import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.source import LineIndex, Position, Span

MIXED = "ab\ncd\r\nef\rg\n"


@pytest.mark.parametrize(
    ("offset", "position"),
    [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (2, 3)), (7, (3, 1)), (10, (4, 1)), (12, (5, 1))],
)
def test_position(offset: int, position: tuple[int, int]) -> None:
    assert LineIndex(MIXED).position(offset) == Position(*position)


def test_lines_are_given_without_their_ends() -> None:
    index = LineIndex(MIXED)
    lines = [MIXED[slice(*index.line(number))] for number in range(1, len(index) + 1)]
    assert lines == ["ab", "cd", "ef", "g", ""]


def test_an_empty_text_has_one_line() -> None:
    index = LineIndex("")
    assert (len(index), index.line(1), index.position(0)) == (1, Span(0, 0), (1, 1))


def test_a_column_past_the_end_means_the_end() -> None:
    assert LineIndex("ab\ncd").offset(1, 99) == 2


def test_columns_count_code_points_and_utf16_units() -> None:
    index = LineIndex("x\n𐐀ب𐐀a")
    assert index.position(5) == (2, 4)
    assert index.utf16_column(5) == 5


@pytest.mark.parametrize("wrong", [-1, 14])
def test_an_offset_outside_is_a_wrong_use(wrong: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        LineIndex(MIXED).position(wrong)


@pytest.mark.parametrize(("line", "column"), [(0, 1), (6, 1), (1, 0)])
def test_no_such_line_or_column(line: int, column: int) -> None:
    with pytest.raises(ValueError, match=r"line|column"):
        LineIndex(MIXED).offset(line, column)


@given(st.text(alphabet="ab\r\nب𐐀"), st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    index = LineIndex(text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = index.position(offset)
    if offset <= index.line(line).end:
        assert index.offset(line, column) == offset
