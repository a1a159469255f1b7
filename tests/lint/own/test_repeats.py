"""How large an expression becomes when its repeats are written out."""

import pytest

from homs_wiki.lint.own.repeats import written_out


@pytest.mark.parametrize(
    ("pattern", "size"),
    [
        ("", 0),
        ("abc", 3),
        ("a*b+c?", 6),
        (r"\\{5}", 5),
        ("[a-z{9}()]{3}", 3),
        ("[]a]{2}[^]a]{2}", 4),
        ("a{3}", 3),
        ("a{3,}", 3),
        ("a{0}a{,9}", 6),
        ("(?:ab){10}", 40),
        ("(a{5}){4}c", 21),
        ("((a{500}){500}){500}", 125_000_000),
        ("a{99999999999999999999}{99999999999}", 10**18),
        ("foo{e<=1}", 9),
    ],
)
def test_size(pattern: str, size: int) -> None:
    assert written_out(pattern) == size


@pytest.mark.parametrize("pattern", [")))", "(((", "[", "{3}", "a{", "\\", "(" * 100_000])
def test_what_is_no_expression_has_some_size(pattern: str) -> None:
    assert written_out(pattern) >= 0
