"""Choosing fixes that can be made together, and making them until nothing is left."""

from homs_wiki.lint.finding import Finding, Fix, Severity
from homs_wiki.lint.fixes import MOST_ROUNDS, choose, settle
from homs_wiki.source import Edit


def finding(*edits: Edit, safe: bool = True) -> Finding:
    return Finding(0, 0, "rule", Severity.NOTE, "x", {}, Fix(edits, safe, "x"))


def test_left_alone_without_a_fix_or_edits() -> None:
    assert choose([Finding(0, 0, "rule", Severity.NOTE, "x", {}), finding()]) == []


def test_unsafe_ones_only_when_asked_for() -> None:
    unsafe = finding(Edit(0, 1, ""), safe=False)
    assert choose([unsafe]) == []
    assert choose([unsafe], unsafe=True) == [unsafe]


def test_of_two_that_touch_the_first_goes_ahead() -> None:
    first, second, third = finding(Edit(0, 4, "")), finding(Edit(4, 6, "")), finding(Edit(7, 8, ""))
    assert choose([third, second, first]) == [first, third]


def test_a_fix_reaches_over_what_stands_between_its_edits() -> None:
    wide, inside = finding(Edit(0, 1, ""), Edit(9, 10, "")), finding(Edit(4, 5, ""))
    assert choose([wide, inside]) == [wide]


def test_settles_in_as_many_rounds_as_it_takes() -> None:
    def check(text: str) -> list[Finding]:
        return [finding(Edit(0, 1, ""))] if text.startswith("x") else []

    assert settle("xxxa", check) == ("a", 3, True)
    assert settle("a", check) == ("a", 0, True)


def test_a_fix_that_goes_in_circles_is_stopped() -> None:
    result = settle("x", lambda text: [finding(Edit(0, 1, "y" if text == "x" else "x"))])
    assert (result.rounds, result.settled) == (MOST_ROUNDS, False)
