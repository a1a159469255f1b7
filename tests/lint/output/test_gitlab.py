"""The format gitlab: the entries of a Code Quality report."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from homs_wiki.lint.finding import Finding, Severity
from homs_wiki.lint.output.result import FileResult

Found = Callable[..., Finding]
Made = Callable[..., FileResult]
Shown = Callable[..., str]


def read(text: str) -> list[dict[str, Any]]:
    """Return the entries after having held them against what GitLab's documentation asks for."""
    entries: list[dict[str, Any]] = json.loads(text)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert all(isinstance(entry[key], str) for key in ("description", "check_name"))
        assert re.fullmatch("[0-9a-f]{32}", entry["fingerprint"])
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        location = entry["location"]
        assert set(location) == {"path", "lines"}
        assert not location["path"].startswith("./")
        assert 1 <= location["lines"]["begin"] <= location["lines"].get("end", 10**9)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    return entries


def test_nothing_found(shown: Shown, made: Made) -> None:
    assert read(shown("gitlab", made("x"))) == []
    assert read(shown("gitlab")) == []


def test_a_finding(shown: Shown, made: Made, found: Found) -> None:
    [entry] = read(shown("gitlab", made("one\ntwo\nthree", found(5, 9, word="سے"))))
    del entry["fingerprint"]
    assert entry == {
        "description": "سے",
        "check_name": "some-rule",
        "severity": "major",
        "location": {"path": "a.wiki", "lines": {"begin": 2, "end": 3}},
    }


@pytest.mark.parametrize(
    ("severity", "name"),
    {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}.items(),
)
def test_severities(severity: Severity, name: str, shown: Shown, made: Made, found: Found) -> None:
    [entry] = read(shown("gitlab", made("x", found(0, 1, severity=severity))))
    assert entry["severity"] == name


def test_fingerprints_survive_moved_lines_and_tell_files_apart(
    shown: Shown, made: Made, found: Found
) -> None:
    before = made("* teh\n* teh", found(2, 5), found(8, 11))
    after = made("a line\n* teh\n* teh", found(9, 12), found(15, 18))
    other = made("* teh\n* teh", found(2, 5), found(8, 11), name="b.wiki")
    prints = [
        [entry["fingerprint"] for entry in read(shown("gitlab", result))]
        for result in (before, after, other)
    ]
    assert prints[0] == prints[1]
    assert not {*prints[0]} & {*prints[2]}
    assert len(read(shown("gitlab", before, other))) == 4


def test_troubles_are_entries(shown: Shown, made: Made, found: Found) -> None:
    text = shown("gitlab", made("x", found(0, 1)), troubles=[("b.wiki", "no file")])
    _, entry = read(text)
    assert (entry["description"], entry["severity"]) == ("no file", "critical")
    assert entry["location"] == {"path": "b.wiki", "lines": {"begin": 1}}
    assert len(read(shown("gitlab", troubles=[("a", "x"), ("b", "x")]))) == 2


def test_hostile_text(hostile: str, shown: Shown, made: Made, found: Found) -> None:
    result = made(hostile, found(0, 1, word=hostile), name=f"{hostile}.wiki")
    entries = read(shown("gitlab", result, troubles=[(hostile, hostile)]))
    assert [entry["description"] for entry in entries] == [hostile, hostile]
