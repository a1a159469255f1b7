"""``homs-wiki rules`` and ``homs-wiki rule``."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.lint.discovery import catalogue

Run = Callable[..., Any]


def test_all_rules_are_listed_with_what_others_call_them(run: Run) -> None:
    result = run("rules", "--format", "json")
    listed = json.loads(result.out)
    assert result.code == 0
    assert listed["version"] == 1
    assert [each["rule"] for each in listed["rules"]] == [entry.name for entry in catalogue()]
    rules = {each["rule"]: each for each in listed["rules"]}
    assert rules["reference-empty"]["aliases"]["cite"][0].startswith("cite_error_")
    assert rules["citation-missing-title"]["aliases"]["cs1"]
    assert rules["repeated-word"]["fix"] is True
    assert rules["reference-bare-url"]["fix"] is False


def test_a_selection_is_listed(run: Run) -> None:
    result = run("rules", "--select", "dates,tag-empty", "--format", "csv")
    rows = list(csv.DictReader(result.out.splitlines()))
    assert {row["family"] for row in rows} == {"dates", "markup"}
    assert {row["set"] for row in rows} == {"recommended"}
    assert run("rules", "--select", "daets").code == 2


def test_the_table_is_for_people(run: Run) -> None:
    assert "repeated-word" in run("rules", "--select", "language").out


def test_the_manual_of_a_rule(run: Run) -> None:
    result = run("rule", "tag-empty")
    assert result.code == 0
    assert result.out.startswith("# tag-empty\n")
    assert "## Fix safety" in result.out


@pytest.mark.parametrize(
    ("other", "rule"),
    [
        ("85", "tag-empty"),
        ("cite_error_ref_no_input", "reference-empty"),
        ("err_citation_missing_title", "citation-missing-title"),
        ("obsolete-tag", "tag-obsolete"),
    ],
)
def test_a_rule_is_known_by_what_others_call_it(run: Run, other: str, rule: str) -> None:
    assert f"# {rule}\n" in run("rule", other).out


def test_an_unknown_rule(run: Run) -> None:
    result = run("rule", "tag-emty")
    assert result.code == 2
    assert result.err == "error: there is no rule “tag-emty”; did you mean “tag-empty”?\n"


def test_settings_that_are_wrong_are_said(run: Run, tmp_path: Path) -> None:
    settings = tmp_path / "x.toml"
    settings.write_text("[lint]\nselct = []")
    result = run("rules", "--settings", settings)
    assert (result.code, "did you mean 'select'" in result.err) == (2, True)
