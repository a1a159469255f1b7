"""Choosing fixes that can be made together, and making them until nothing is left."""

import re
from collections.abc import Callable, Iterable

import pytest

from homs_wiki import syntax
from homs_wiki.lint.finding import Finding, Fix, Severity
from homs_wiki.lint.fixes import MOST_ROUNDS, Fixer, Mended, choose
from homs_wiki.page import Page, read
from homs_wiki.profile import load_profile
from homs_wiki.source import Edit, SourceFile

PROFILE = load_profile("en.wikipedia")


def finding(*edits: Edit, safe: bool = True, rule: str = "rule") -> Finding:
    return Finding(0, 0, rule, Severity.NOTE, "x", {}, Fix(edits, safe, "x"))


def page_of(text: str) -> Page:
    return read(syntax.parse(text, PROFILE))


def settle(
    text: str,
    check: Callable[[str], Iterable[Finding]],
    *,
    unsafe: bool = False,
    touches: dict[str, str] | None = None,
) -> Mended:
    fixer = Fixer(
        page_of,
        lambda page: list(check(page.text)),
        lambda rule: frozenset((touches or {}).get(rule, "").split()),
    )
    return fixer.settle(page_of(text), unsafe=unsafe)


# --- choosing ----------------------------------------------------------------------------------


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


# --- settling ----------------------------------------------------------------------------------


def test_nothing_to_fix() -> None:
    mended = settle("a", lambda _: [Finding(0, 1, "rule", Severity.NOTE, "x", {})])
    assert (mended.page.text, mended.rounds, mended.made, mended.defects) == ("a", [], [], [])
    assert len(mended.findings) == 1


def test_settles_in_as_many_rounds_as_it_takes() -> None:
    def check(text: str) -> list[Finding]:
        return [finding(Edit(0, 1, ""))] if text.startswith("x") else []

    mended = settle("xxxa", check)
    assert (mended.page.text, len(mended.rounds), len(mended.made)) == ("a", 3, 3)
    assert mended.findings == []


def test_much_work_is_left_for_another_run() -> None:
    def check(text: str) -> list[Finding]:
        return [finding(Edit(at, at + 1, "")) for at, char in enumerate(text) if char == "x"]

    mended = settle("x" * 3000, check)
    assert (len(mended.page.text), len(mended.rounds), mended.defects) == (2, MOST_ROUNDS, [])
    assert settle(mended.page.text, check).page.text == ""


def test_unsafe_fixes_are_made_when_asked_for() -> None:
    def check(text: str) -> list[Finding]:
        return [finding(Edit(0, 1, ""), safe=False)] if text.startswith("x") else []

    assert settle("xa", check).page.text == "xa"
    assert settle("xa", check, unsafe=True).page.text == "a"


def test_edits_of_the_rounds_make_the_file() -> None:
    def check(text: str) -> list[Finding]:
        at = text.find("\n\n")
        return [finding(Edit(at, at + 2, "\nx"))] if at >= 0 else []

    source = SourceFile("a.wiki", b"a\r\n\r\n\r\n\r\nb\r")
    mended = settle(source.text, check)
    for edits in mended.rounds:
        source = SourceFile("a.wiki", source.edited(edits))
    assert source.text == mended.page.text
    assert source.original == "a\r\nx\r\nxb\r"


# --- fixes that are wrong ----------------------------------------------------------------------


def circle(text: str) -> list[Finding]:
    return [finding(Edit(0, 1, "y" if text[0] == "x" else "x"), rule="circle")]


def useful(text: str) -> list[Finding]:
    return [finding(Edit(at, at + 1, "")) for at, char in enumerate(text) if char == "-"]


def test_a_fix_that_goes_in_circles_is_not_made_the_others_are() -> None:
    mended = settle("x -a-", lambda text: circle(text) + useful(text))
    assert mended.page.text == "x a"
    assert [defect.rule for defect in mended.defects] == ["circle"]
    assert f"after {MOST_ROUNDS} rounds" in str(mended.defects[0])


def test_two_that_undo_each_other_are_told_apart() -> None:
    def check(text: str) -> list[Finding]:
        return [finding(Edit(0, 1, "y" if text[0] == "x" else "x"), rule=f"no-{text[0]}")]

    mended = settle("x", check)
    assert len(mended.defects) == 1
    assert settle(mended.page.text, check).page.text == mended.page.text


def test_a_fix_that_changes_nothing_is_a_circle() -> None:
    mended = settle("xy", lambda _: [finding(Edit(0, 1, "x"))])
    assert (mended.page.text, len(mended.defects)) == ("xy", 1)


def breaking(text: str) -> list[Finding]:
    at = text.find("]]")
    return [finding(Edit(at, at + 2, "]"), rule="breaking")] if at >= 0 else []


def test_a_fix_that_breaks_something_is_not_made_the_others_are() -> None:
    mended = settle("-[[mill]]- and - [[weir]]", lambda text: breaking(text) + useful(text))
    assert mended.page.text == "[[mill]] and  [[weir]]"
    assert [defect.rule for defect in mended.defects] == ["breaking"]
    assert str(mended.defects[0]) == "the link “[[mill]]” at 1:2 is gone"
    assert {each.rule for each in mended.made} == {"rule"}


def test_a_rule_that_breaks_something_later_makes_no_fix_at_all() -> None:
    def check(text: str) -> list[Finding]:
        found = useful(text)
        if text.startswith("x"):
            found.append(finding(Edit(0, 1, ""), rule="breaking"))
        elif "-" not in text:
            found += breaking(text)
        return found

    mended = settle("x-[[mill]]", check)
    assert mended.page.text == "x[[mill]]"
    assert [defect.rule for defect in mended.defects] == ["breaking"]


def test_a_rule_may_touch_what_it_says() -> None:
    mended = settle("a [[mill]]", breaking, touches={"breaking": "link"})
    assert (mended.page.text, mended.defects) == ("a [[mill]", [])


def test_edits_of_one_fix_that_overlap_are_its_defect() -> None:
    def check(text: str) -> list[Finding]:
        return [finding(Edit(0, 2, "a"), Edit(1, 3, "b"), rule="overlap"), *useful(text[4:])]

    mended = settle("abcd", check)
    assert mended.page.text == "abcd"
    assert [defect.rule for defect in mended.defects] == ["overlap"]


@pytest.mark.parametrize("guilty", range(9))
def test_the_guilty_one_of_many_rules_is_found(guilty: int) -> None:
    def check(text: str) -> list[Finding]:
        found: list[Finding] = []
        for match in re.finditer(r"(\d)\]\]-", text):
            start, end = match.end() - 3, match.end()
            if int(match[1]) == guilty:
                found.append(finding(Edit(start, start + 2, ""), rule="guilty"))
            else:
                found.append(finding(Edit(end - 1, end, "+"), rule=f"rule-{match[1]}"))
        return found

    mended = settle(" ".join(f"[[mill {number}]]-" for number in range(9)), check)
    assert [defect.rule for defect in mended.defects] == ["guilty"]
    assert mended.page.text.count("+") == 8
    assert f"[[mill {guilty}]]-" in mended.page.text


# --- where no fix has any business -------------------------------------------------------------

HEADS = {
    "a target": "[[old-mill|mill]]",
    "an address": "https://example.org/old-mill",
    "the name of a template": "{{old-mill|a}}",
    "the name of a parameter": "{{mill|old-name=a}}",
    "the name of a reference": '<ref name="old-mill" />',
}


@pytest.mark.parametrize("text", HEADS.values(), ids=HEADS)
def test_a_fix_for_words_is_not_made_in(text: str) -> None:
    mended = settle(f"- {text}", useful)
    assert (mended.page.text, mended.defects) == (f" {text}", [])


# --- much of everything ------------------------------------------------------------------------


def test_a_hundred_thousand_findings_on_a_large_page() -> None:
    text = "[[mill]] stood -still- in 1902. " * 50_000
    mended = settle(text, useful)
    assert len(mended.made) == 100_000
    assert mended.page.text == text.replace("-", "")
