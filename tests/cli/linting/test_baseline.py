"""`homs-wiki lint --baseline`: old findings are counted, new ones shown."""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FAULTY = "باغی شہر سے سے نکلے۔\n"
NEW = "فوج نے نے حملہ کیا۔\n"
LANGUAGE = ("--profile", "ur.wikipedia", "--select", "language")

Run = Callable[..., Any]
Process = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "pages" / "a.wiki"
    path.parent.mkdir()
    path.write_text(FAULTY)
    return path


@pytest.fixture
def baseline(run: Run, page: Path, tmp_path: Path) -> Path:
    path = tmp_path / "old.jsonl"
    assert run("lint", *LANGUAGE, "--baseline", path, "--write-baseline", page).code == 0
    return path


@pytest.mark.parametrize("option", [("--changed",), ("--since", "HEAD")])
def test_writing_takes_all_findings(run: Run, page: Path, option: tuple[str, ...]) -> None:
    result = run("lint", *LANGUAGE, "--baseline", "x", "--write-baseline", *option, page)
    assert result.code == 2
    assert f"leave {option[0]} out" in result.err


def test_writing_says_what_was_written_and_finds_nothing(
    run: Run, page: Path, tmp_path: Path
) -> None:
    path = tmp_path / "old.jsonl"
    result = run("lint", *LANGUAGE, "--baseline", path, "--write-baseline", page)
    assert (result.code, result.out) == (0, "no findings in 1 file\n")
    assert result.err == f"note: {path}: 1 old finding written (1 added, 0 dropped)\n"
    [_, entry] = map(json.loads, path.read_text().splitlines())
    assert (entry["file"], entry["rule"]) == ("pages/a.wiki", "repeated-word")


def test_old_findings_are_counted_and_new_ones_shown(run: Run, page: Path, baseline: Path) -> None:
    result = run("lint", *LANGUAGE, "--baseline", baseline, page)
    assert (result.code, result.out) == (0, "no findings in 1 file\n")
    assert result.err == f"note: 1 old finding not shown ({baseline})\n"
    page.write_text(f"نئی سطر۔\n\n{NEW}{FAULTY}")
    result = run("lint", *LANGUAGE, "--baseline", baseline, "--format", "jsonl", page)
    assert result.code == 1
    assert [json.loads(line)["line"] for line in result.out.splitlines()] == [3]
    assert "1 old finding not shown" in result.err


def test_what_is_gone_is_told_and_dropped_when_it_is_written(
    run: Run, page: Path, baseline: Path
) -> None:
    page.write_text("لڑائی ہوئی۔\n")
    result = run("lint", *LANGUAGE, "--baseline", baseline, page)
    assert result.code == 0
    assert "1 old finding no longer found; --write-baseline drops what is gone" in result.err
    result = run("lint", *LANGUAGE, "--baseline", baseline, "--write-baseline", page)
    assert "0 old findings written (0 added, 1 dropped)" in result.err
    assert run("lint", *LANGUAGE, "--baseline", baseline, page).err == ""


def test_what_was_not_looked_at_stays_in_the_baseline(run: Run, page: Path, baseline: Path) -> None:
    other = page.with_name("b.wiki")
    other.write_text(NEW)
    before = baseline.read_text()
    everything = ("--baseline", baseline, "--write-baseline")
    run("lint", *LANGUAGE, *everything, other)
    assert set(before.splitlines()) < set(baseline.read_text().splitlines())
    both = baseline.read_text()
    page.write_text("کچھ نہیں۔\n")
    run("lint", *LANGUAGE, "--ignore", "repeated-word", *everything, page.parent)
    assert baseline.read_text() == both
    other.write_bytes(b"\xff")
    assert run("lint", *LANGUAGE, *everything, other).code == 2
    assert baseline.read_text() == both


def test_old_findings_of_a_removed_file_are_gone(run: Run, page: Path, baseline: Path) -> None:
    page.rename(page.with_name("b.wiki"))
    result = run("lint", *LANGUAGE, "--baseline", baseline, page.parent)
    assert result.code == 1
    assert "1 old finding no longer found" in result.err


def test_the_settings_may_name_it(
    run: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "homs-wiki.toml").write_text('[lint]\nbaseline = "old/known.jsonl"\n')
    (tmp_path / "old").mkdir()
    monkeypatch.chdir(page.parent)
    result = run("lint", *LANGUAGE)
    assert (result.code, result.out) == (2, "")
    assert "there is no such baseline; --write-baseline makes it" in result.err
    assert run("lint", *LANGUAGE, "--write-baseline").code == 0
    assert '"../pages/a.wiki"' in (tmp_path / "old" / "known.jsonl").read_text()
    assert run("lint", *LANGUAGE).code == 0
    assert run("lint", *LANGUAGE, page).code == 0


def test_a_damaged_one_is_found_before_anything_is_written(
    run: Run, page: Path, tmp_path: Path
) -> None:
    (tmp_path / "z").mkdir()
    (tmp_path / "z" / "b.wiki").write_text(FAULTY)
    (tmp_path / "z" / "homs-wiki.toml").write_text('[lint]\nbaseline = "old"\n')
    (tmp_path / "z" / "old").write_text("x")
    result = run("lint", *LANGUAGE, "--format", "json", page, tmp_path / "z")
    assert (result.code, result.out) == (2, "")
    assert f"error: {tmp_path / 'z' / 'old'}: line 1 is no line of a baseline" in result.err


def test_a_folder_without_pages(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    baseline = tmp_path / "old"
    result = run("lint", "--baseline", baseline, "--write-baseline", tmp_path / "empty")
    assert result.code == 2
    assert "there is no page in this folder" in result.err


def test_without_a_name_nothing_is_written(run: Run, page: Path) -> None:
    result = run("lint", *LANGUAGE, "--write-baseline", page)
    assert (result.code, result.out) == (2, "")
    assert "say which with --baseline FILE" in result.err


def test_standard_input_has_no_old_findings(process: Process, baseline: Path) -> None:
    started = process("lint", *LANGUAGE, "--baseline", baseline, "-")
    out, err = started.communicate(FAULTY.encode())
    assert (started.returncode, err) == (1, b"")
    assert b"repeated-word" in out


def test_a_damaged_one_is_an_error_and_stays_as_it_is(run: Run, page: Path, baseline: Path) -> None:
    baseline.write_text(baseline.read_text() + "<<<<<<< HEAD\n")
    damaged = baseline.read_text()
    for more in ([], ["--write-baseline"]):
        result = run("lint", *LANGUAGE, "--baseline", baseline, *more, page)
        assert (result.code, result.out) == (2, "")
        assert f"error: {baseline}: line 3 is no line of a baseline" in result.err
    assert baseline.read_text() == damaged


def test_a_crashing_rule_says_nothing_about_old_findings(
    run: Run, page: Path, baseline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from homs_wiki.lint.rules.language.repeated_word import RepeatedWord

    def check(*_: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(RepeatedWord, "check", check)
    before = baseline.read_text()
    result = run("lint", *LANGUAGE, "--baseline", baseline, "--write-baseline", page)
    assert result.code == 4
    assert baseline.read_text() == before


def test_a_full_disk_leaves_the_old_one(page: Path, baseline: Path) -> None:
    page.write_text(FAULTY + NEW * 40)
    before = baseline.read_text()
    options = [*LANGUAGE, "--baseline", str(baseline), "--write-baseline"]
    done = subprocess.run(
        [sys.executable, "-m", "homs_wiki", "lint", *options, str(page)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert f"error: {baseline}: cannot be written: " in done.stderr
    assert baseline.read_text() == before
    assert {path.name for path in baseline.parent.iterdir()} <= {"old.jsonl", "pages", "state"}


# --- how a run ends ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["--fail-on", "note"], 1),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "error"], 0),
        (["--fail-on", "warning", "--exit-zero"], 0),
    ],
)
def test_the_exit_code(run: Run, page: Path, options: list[str], code: int) -> None:
    result = run("lint", *LANGUAGE, *options, page)
    assert result.code == code
    assert "repeated-word" in result.out


def test_errors_are_errors_also_with_exit_zero(run: Run, tmp_path: Path) -> None:
    assert run("lint", *LANGUAGE, "--exit-zero", tmp_path / "none.wiki").code == 2


def test_quiet_shows_findings_and_errors_only(run: Run, page: Path, baseline: Path) -> None:
    result = run("lint", "--select", "language", "--quiet", page)
    assert result.out.count("\n") == 2
    assert result.err == ""
    assert run("lint", *LANGUAGE, "-q", "--baseline", baseline, page).err == ""
    assert run("lint", "-q", page.parent / "none.wiki").err.startswith("error: ")
