"""Knowing findings again."""

import re

import pytest

from homs_wiki.lint.finding import Finding, Severity
from homs_wiki.lint.fingerprint import fingerprints

FILLER = "A sentence that is long enough to keep two places of one line apart from each other. "


def findings(text: str, found: str, rule: str = "some-rule") -> list[Finding]:
    return [
        Finding(match.start(), match.end(), rule, Severity.NOTE, "is wrong", {})
        for match in re.finditer(re.escape(found), text)
    ]


def prints(text: str, found: str = "teh", rule: str = "some-rule") -> list[str]:
    return fingerprints(text, findings(text, found, rule))


LINE = f"{FILLER}Here is teh word. {FILLER}"
SAME = {
    "nothing changed": LINE,
    "lines come before": f"== New ==\n\nA line.\n{LINE}",
    "lines come behind": f"{LINE}\n\nA line.",
    "something else on the line changed": LINE.replace("keep two", "hold two"),
    "only white space changed": LINE.replace("Here is teh", "Here  is\tteh"),
    "the same words on lines of their own": LINE.replace("Here is teh", "Here is\u00a0teh"),
}
OTHER = {
    "the word before": LINE.replace("is teh", "was teh"),
    "the word behind": LINE.replace("teh word", "teh place"),
    "gone to a line of its own": LINE.replace("teh", "\nteh"),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_survives(text: str) -> None:
    assert prints(text) == prints(LINE)


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_changes(text: str) -> None:
    assert prints(text) != prints(LINE)


def test_says_what_was_found_and_by_which_rule() -> None:
    assert prints("a b c", "b", "one-rule") != prints("a b c", "b", "other-rule")
    assert prints("a b c", "b") != prints("a b c", "b c")
    assert prints("abc", "b") != prints("abc", "ab")


def test_is_written_in_hexadecimal_digits_and_stays_what_it_is() -> None:
    assert prints("a teh b") == ["065afd769c734dfecbad273f0e029821"]


def test_equal_findings_are_told_apart_by_their_number() -> None:
    first = prints("* teh\n")
    both = prints("* teh\n* teh\n")
    assert both[:1] == first
    assert len({*both}) == 2


def test_one_of_equal_findings_mended_leaves_the_others_known() -> None:
    three, two = prints("* teh\n" * 3), prints("* teh\n* the\n* teh\n")
    assert two == three[:2]


def test_a_long_finding_is_known_by_its_ends() -> None:
    text = f"<{'x' * 1000}>"
    middle = text[:500] + "y" + text[501:]
    assert prints(text, text) == prints(middle, middle)
    assert prints(text, text) != prints(f"<y{text[2:]}", f"<y{text[2:]}")


EDGES = {
    "the empty text": ("", 0, 0),
    "nothing but white space": (" \n ", 0, 3),
    "the end": ("a", 1, 1),
    "the whole text": ("a\nb", 0, 3),
    "an empty line": ("a\n\nb", 2, 2),
    "half of a surrogate pair": ("\ud800\x00", 0, 1),
}


@pytest.mark.parametrize(("text", "start", "end"), EDGES.values(), ids=EDGES)
def test_any_place_has_one(text: str, start: int, end: int) -> None:
    found = [Finding(start, end, "some-rule", Severity.NOTE, "is wrong", {})] * 2
    assert len({*fingerprints(text, found)}) == 2


def test_a_hundred_thousand_findings_each_of_the_whole_page() -> None:
    text = "x" * 1_000_000
    found = [Finding(0, len(text), "some-rule", Severity.NOTE, "is wrong", {})] * 100_000
    assert len({*fingerprints(text, found)}) == len(found)
