"""``homs-wiki refs --coverage``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_each_paragraph_with_its_references(run: Callable[..., Any], tmp_path: Path) -> None:
    page = tmp_path / "hilltown.wiki"
    page.write_text("It burnt.<ref>A</ref>\n\n== Later ==\nIt rose again.\n", encoding="utf-8")
    result = run("refs", "--coverage", "--format", "json", "--profile", "en.wikipedia", page)
    assert result.code == 0
    found = [(row["name"], row["references"]) for row in json.loads(result.out)["coverage"]]
    assert found == [("", 1), ("Later", 0)]


def test_a_table_for_people(run: Callable[..., Any], tmp_path: Path) -> None:
    page = tmp_path / "hilltown.wiki"
    page.write_text("It burnt down.\n", encoding="utf-8")
    result = run("refs", "--coverage", "--profile", "en.wikipedia", page)
    assert result.code == 0
    assert "paragraph" in result.out
