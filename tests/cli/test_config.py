"""``homs-wiki config show``, and that settings hold."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

SETTINGS = """
profile = "ur.wikipedia"

[lint]
select = ["repeated-word", "tag-empty"]
exclude = ["old/"]

[lint.severity]
repeated-word = "error"

[[lint.paths]]
match = ["drafts/"]
ignore = ["tag-empty"]
"""

FAULTY = "وہ لاہور سے سے آیا۔<small></small>\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "homs-wiki.toml").write_text(SETTINGS, encoding="utf-8")
    for name in ("a.wiki", "drafts/b.wiki", "old/c.wiki"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(FAULTY, encoding="utf-8")
    return tmp_path


def findings(run: Run, *arguments: object) -> set[tuple[str, str, str]]:
    result = run("lint", "--format", "json", *arguments)
    return {
        (Path(each["file"]).name, each["rule"], each["severity"])
        for each in json.loads(result.out)["findings"]
    }


def test_settings_hold_for_the_files_below_them(run: Run, folder: Path) -> None:
    assert findings(run, folder) == {
        ("a.wiki", "repeated-word", "error"),
        ("a.wiki", "tag-empty", "warning"),
        ("b.wiki", "repeated-word", "error"),
    }


def test_an_excluded_file_is_checked_when_it_is_named(run: Run, folder: Path) -> None:
    assert len(findings(run, folder / "old" / "c.wiki")) == 2


def test_an_excluded_file_is_passed_over_if_that_is_forced(run: Run, folder: Path) -> None:
    old, new = folder / "old" / "c.wiki", folder / "a.wiki"
    assert findings(run, "--force-exclude", old) == set()
    assert {name for name, *_ in findings(run, "--force-exclude", old, new)} == {"a.wiki"}


def test_the_command_line_goes_before_the_settings(run: Run, folder: Path) -> None:
    assert findings(run, "--select", "tag-empty", folder / "drafts") == {
        ("b.wiki", "tag-empty", "warning")
    }
    assert findings(run, "--ignore", "tag-empty", folder / "a.wiki") == {
        ("a.wiki", "repeated-word", "error")
    }


def test_named_settings_hold_instead_of_the_nearest(run: Run, folder: Path) -> None:
    other = folder / "other.toml"
    other.write_text('profile = "ur.wikipedia"\n[lint]\nselect = ["tag-empty"]')
    assert findings(run, "--settings", other, folder / "a.wiki") == {
        ("a.wiki", "tag-empty", "warning")
    }


def test_a_wrong_option_is_an_error_of_the_settings(run: Run, folder: Path) -> None:
    (folder / "homs-wiki.toml").write_text("[lint.options.tag-empty]\nmost = 1")
    result = run("lint", folder / "a.wiki")
    assert result.code == 2
    assert "homs-wiki.toml, [lint], [options.tag-empty]: there is no 'most'" in result.err


def test_what_holds_is_shown_with_where_it_comes_from(run: Run, folder: Path) -> None:
    result = run("config", "show", folder / "drafts" / "b.wiki", "--format", "json")
    lines = json.loads(result.out)["settings"]
    shown = {(line["key"], str(line["value"])): line["where"] for line in lines}
    file = str(folder / "homs-wiki.toml")
    assert shown["settings", file] == ""
    assert shown["profile", "ur.wikipedia"] == file
    assert shown["lint.severity.repeated-word", "error"] == f"{file}, [lint]"
    assert shown["lint.ignore", "['tag-empty']"] == f"{file}, [lint], [[paths]] 1"
    assert shown["lint: rules that run", "['repeated-word']"]


def test_it_is_shown_to_people_too(run: Run, folder: Path) -> None:
    (folder / "article.toml").write_text('wiki = "en.wikipedia"')
    result = run("config", "show", folder / "a.wiki")
    assert 'profile = "en.wikipedia"  (article.toml)' in result.out
    assert "lint.select:  (" in result.out
    assert "\n  repeated-word\n" in result.out
    result = run("config", "show", "--profile", "fa.wikipedia", folder / "a.wiki")
    assert 'profile = "fa.wikipedia"  (--profile)' in result.out


def test_without_settings(run: Run, tmp_path: Path) -> None:
    result = run("config", "show", tmp_path / "none.wiki")
    assert result.code == 0
    assert "settings = null  (no file of settings)" in result.out
    assert "profile = null  (guessed from the text)" in result.out
