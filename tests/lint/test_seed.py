"""The text that the article was made from, as plain text: its mistakes are found where they are.

The list of mistakes has many kinds. Found must be what belongs to dates, numbers, digits, ranges,
words typed twice and wrong letters: `ROWS`, by where they begin. Not among them are grammar and
agreement, the wording, the names of places and sides, and footnotes. Of the contradictions, those
in time and number are `CONTRADICTIONS`.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from homs_wiki.lint.discovery import load_rules
from homs_wiki.lint.engine import check
from homs_wiki.lint.finding import Finding
from homs_wiki.page import read_text
from homs_wiki.profile import load_profile

ROWS = {
    # Dates and ranges.
    187: "year with another word before it than the others have",
    334: "year said twice",
    454: "range with a spaced hyphen",
    567: "date without a year",
    1012: "date without a year, after a relative one",
    2565: "year without its sign",
    # Numbers and digits.
    2487: "one road with two numbers",
    3141: "one road with two numbers",
    3615: "Arabic comma between the groups",
    # Words typed twice, wrong letters, and what typing left out behind a number.
    749: "postposition twice",
    3588: "no space behind the number of a note",
    3930: "no space behind the number of a note",
    3967: "wrong letter",
}

CONTRADICTIONS = {
    "1: called ongoing, and ended": ("ایک جاری عسکری عملیہ", "جنگ کا اختتام ہوا"),
    "3: the strike on the bridge, on two days": ("الرستن پل پر فضائی حملہ کیا",) * 2,
    "4: one road with two numbers": ("ایم-5", "ایم45"),
    "7: the outskirts reached on two days": (
        "حمص کے مضافات میں پہنچ گئیں",
        "حمص کے مضافات میں پہنچ گئی۔",
    ),
}
"""What contradicts itself: the earlier and the later place, one of which is marked."""


@cache
def seed(shared: Path) -> str:
    return (shared / "article" / "000_796deda1c516178f.txt").read_text(encoding="utf-8")


@cache
def findings(shared: Path) -> list[Finding]:
    report = check(read_text(seed(shared), load_profile("ur.wikipedia")), load_rules(["all"]))
    assert not report.crashes
    return report.findings


@cache
def mistakes(shared: Path) -> dict[int, str]:
    """Return the mistakes of the list: what is wrong, by where."""
    rows = json.loads((shared / "article" / "language_errors.json").read_text(encoding="utf-8"))
    return {offset: row["string"] for row in rows for offset in row["offsets"]}


def at(shared: Path, start: int, end: int) -> list[str]:
    return [each.rule for each in findings(shared) if each.start < end and start < each.end]


@pytest.mark.parametrize(("offset", "what"), ROWS.items(), ids=lambda each: str(each))
def test_mistakes_of_the_list_are_found_where_they_are(
    shared: Path, offset: int, what: str
) -> None:
    string = mistakes(shared)[offset]
    assert seed(shared).startswith(string, offset), what
    whole_page = {"lead-without-bold-title"}
    assert set(at(shared, offset, offset + len(string))) - whole_page, what


@pytest.mark.parametrize("what", CONTRADICTIONS)
def test_contradictions_are_found(shared: Path, what: str) -> None:
    rules = {
        "1": "event-state-contradicts",
        "3": "event-told-twice",
        "4": "designation-number-doubtful",
        "7": "event-told-twice",
    }
    text = seed(shared)
    first, second = CONTRADICTIONS[what]
    start = text.index(first)
    later = text.rindex(second)
    marked = at(shared, start, start + len(first)) + at(shared, later, later + len(second))
    assert rules[what[0]] in marked
