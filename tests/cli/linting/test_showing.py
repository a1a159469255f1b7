"""`homs-wiki lint --timings` and `--statistics`: numbers instead of findings, or beside them."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FAULTY = "باغی شہر سے سے نکلے۔ فوج نے نے حملہ کیا۔ <br/ >\n"
UR = ("--profile", "ur.wikipedia")
LANGUAGE = (*UR, "--select", "language")

Run = Callable[..., Any]
ROW = re.compile(r" *[\d.]+ ms +([\d.]+)%  (.+)")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for number in range(3):
        (tmp_path / f"{number}.wiki").write_text(FAULTY)
    return tmp_path


# --- timings -----------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_every_rule_has_its_time_and_reading_has_its_own(run: Run, pages: Path, jobs: str) -> None:
    plain = run("lint", *LANGUAGE, pages, "--jobs", jobs)
    result = run("lint", *LANGUAGE, pages, "--timings", "--jobs", jobs)
    assert (result.code, result.out) == (plain.code, plain.out)
    head, *rows = result.err.splitlines()
    assert re.fullmatch(r"time of \d+ rules and steps on 3 files: [\d.]+ s", head)
    shares = {}
    for row in rows:
        match = ROW.fullmatch(row)
        assert match
        shares[match[2]] = float(match[1])
    assert {"(reading the pages)", "(loading the rules)", "repeated-word"} <= set(shares)
    assert list(shares.values()) == sorted(shares.values(), reverse=True)
    assert sum(shares.values()) == pytest.approx(100, abs=len(shares) * 0.05)


def test_nothing_is_taken_from_the_cache(run: Run, pages: Path) -> None:
    cache = ("--cache-dir", pages / "cache")
    run("lint", *LANGUAGE, *cache, pages)
    assert "repeated-word" in run("lint", *LANGUAGE, *cache, "--timings", pages).err


def test_rules_that_fail_and_pages_that_cannot_be_read(
    run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from homs_wiki.lint.rules.language.repeated_word import RepeatedWord

    def check(*_: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(RepeatedWord, "check", check)
    (pages / "1.wiki").write_bytes(b"\xff")
    result = run("lint", *LANGUAGE, "--timings", pages)
    assert result.code == 4
    assert "on 2 files" in result.err


def test_comments_to_the_linter_are_timed_too(run: Run, pages: Path) -> None:
    (pages / "0.wiki").write_text("<!-- homs-wiki: ignore[nothing] x -->\n")
    result = run("lint", *UR, "--select", "all", "--timings", "--format", "jsonl", pages / "0.wiki")
    rules = [json.loads(line)["rule"] for line in result.out.splitlines()]
    assert rules
    assert all(f"%  {rule}\n" in result.err for rule in rules)


# --- statistics --------------------------------------------------------------------------------


def test_statistics_count_findings_by_rule(run: Run, pages: Path) -> None:
    (pages / "3.wiki").write_text("باغی شہر سے سے نکلے۔\n\nیہ كتاب ہے۔\n")
    result = run("lint", *LANGUAGE, "--select", "arabic-letter-in-urdu", "--statistics", pages)
    assert result.code == 1
    first, second, *rest = result.out.splitlines()
    assert first == "      7  repeated-word"
    assert second.startswith("      1  arabic-letter-in-urdu")
    assert rest[-1].startswith("8 findings in 4 files")


def test_statistics_as_json(run: Run, pages: Path) -> None:
    (pages / "1.wiki").write_bytes(b"\xff")
    result = run("lint", *LANGUAGE, "--statistics", "--format", "json", pages)
    whole = json.loads(result.out)
    assert whole["statistics"] == [{"rule": "repeated-word", "findings": 4, "fixable": 0}]
    assert (whole["version"], whole["files"], len(whole["errors"])) == (1, 2, 1)


def test_statistics_without_other_words(run: Run, pages: Path) -> None:
    result = run("lint", *LANGUAGE, "--statistics", "--quiet", pages)
    assert (result.out, result.err) == ("      6  repeated-word\n", "")


def test_other_formats_have_no_statistics(run: Run, pages: Path) -> None:
    result = run("lint", "--statistics", "--format", "jsonl", pages)
    assert result.code == 2
    assert "--format text and json only" in result.err


# --- help --------------------------------------------------------------------------------------


def test_help_is_in_plain_words(run: Run) -> None:
    text = " ".join(run("lint", "--help").out.split())
    for option in ("baseline", "since", "changed", "jobs", "no-cache", "timings", "fail-on"):
        assert f"--{option} " in text
    for word in ("fingerprint", "spawn", "subprocess", "hash", "diff"):
        assert word not in text.replace("--diff", "").replace("diffs", "")


def test_the_guide_names_options_that_there_are(run: Run) -> None:
    guide = Path(__file__).parents[3] / "docs" / "linting.md"
    text = run("lint", "--help").out
    options = set(re.findall(r"`[^`\n]*?(--[a-z-]+)", guide.read_text("utf-8")))
    assert len(options) > 10
    assert [option for option in sorted(options) if option not in text] == []
