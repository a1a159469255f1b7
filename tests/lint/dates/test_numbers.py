"""Numbers of centuries."""

import pytest

from homs_wiki.lint.rules.dates._numbers import ordinal, roman, roman_value


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (21, "21st")],
)
def test_ordinals(number: int, written: str) -> None:
    assert ordinal(number) == written


@pytest.mark.parametrize(
    ("number", "written"), [(4, "IV"), (9, "IX"), (19, "XIX"), (38, "XXXVIII")]
)
def test_roman_numbers(number: int, written: str) -> None:
    assert roman(number) == written


@pytest.mark.parametrize("number", range(1, 40))
def test_roman_numbers_are_read_as_written(number: int) -> None:
    assert roman_value(roman(number)) == number


@pytest.mark.parametrize("text", ["XXXX", "IIII", "VX", "L", "IXI"])
def test_what_is_no_roman_number(text: str) -> None:
    with pytest.raises(ValueError, match=r"no Roman number|not in tuple"):
        roman_value(text)
