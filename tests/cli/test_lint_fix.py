"""`homs-wiki lint --fix`, `--unsafe-fixes` and `--diff`: what is written, and what never is."""

import errno
import json
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.lint.finding import Finding, Fix
from homs_wiki.lint.rules.language.repeated_word import RepeatedWord
from homs_wiki.lint.rules.links.link_space_inside import LinkSpaceInside
from homs_wiki.page import Page
from homs_wiki.source import Edit

CLEAN = "شہر میں لڑائی ہوئی۔\n"
FAULTY = "شہر سے سے نکلے۔\n[[شہر|شہر]] اور [[ گاؤں ]] اور [[شہر|شہر]]۔\n"
SAFE = "شہر سے سے نکلے۔\n[[شہر]] اور [[گاؤں]] اور [[شہر]]۔\n"
ALL = "شہر سے نکلے۔\n[[شہر]] اور [[گاؤں]] اور [[شہر]]۔\n"
RULES = (
    *("--profile", "ur.wikipedia", "--no-cache"),
    *("--select", "repeated-word,link-text-repeats-target,link-space-inside"),
)
LINT = ("lint", *RULES)

Run = Callable[..., Any]
Process = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.wiki"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def read(path: Path) -> str:
    return path.read_bytes().decode()


# --- what is fixed -----------------------------------------------------------------------------


def test_left_alone_without_being_asked(run: Run, page: Path) -> None:
    assert run(*LINT, page).code == 1
    assert read(page) == FAULTY


def test_left_alone_when_there_is_nothing_to_fix(run: Run, page: Path) -> None:
    page.write_text(CLEAN, encoding="utf-8")
    before = page.stat()
    result = run(*LINT, "--fix", page)
    assert (result.code, result.out, result.err) == (0, "no findings in 1 file\n", "")
    assert page.stat().st_mtime_ns == before.st_mtime_ns
    assert page.stat().st_ino == before.st_ino


def test_safe_fixes_are_made_and_what_is_left_is_shown(run: Run, page: Path) -> None:
    result = run(*LINT, "--fix", page)
    assert read(page) == SAFE
    assert result.code == 1
    assert result.out == (
        f"{page}:1:5: warning repeated-word  “\u2068سے\u2069” is repeated\n"
        "    \u2068شہر ⟦سے سے⟧ نکلے۔\u2069\n"
        "\nFixed 3 of 4 findings\n"
        "1 finding in 1 file (1 warning)\n"
    )
    assert result.err == ""


def test_insisting_alone_is_wrong_use(run: Run, tmp_path: Path) -> None:
    result = run(*LINT, "--fix-anyway", tmp_path)
    assert result.code == 2
    assert "say --fix, too" in result.err


@pytest.mark.parametrize("options", [("--unsafe-fixes",), ("--fix", "--unsafe-fixes")])
def test_unsafe_ones_too_when_asked_for(run: Run, page: Path, options: tuple[str, ...]) -> None:
    result = run(*LINT, *options, page)
    assert read(page) == ALL
    assert (result.code, result.out) == (0, "Fixed 4 of 4 findings\nno findings in 1 file\n")


def test_fixing_twice_changes_nothing(run: Run, page: Path) -> None:
    run(*LINT, "--fix", page)
    before = page.stat()
    result = run(*LINT, "--fix", page)
    assert "Fixed 0 of 1 finding\n" in result.out
    assert page.stat().st_ino == before.st_ino


def test_a_whole_folder(run: Run, tmp_path: Path) -> None:
    for name in ("a.wiki", "b/c.wiki"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(FAULTY, encoding="utf-8")
    result = run(*LINT, "--unsafe-fixes", tmp_path)
    assert "Fixed 8 of 8 findings" in result.out
    assert read(tmp_path / "b" / "c.wiki") == ALL


def test_findings_that_a_comment_silences_are_not_fixed(run: Run, page: Path) -> None:
    text = f"<!-- homs-wiki: ignore-page[links] as it was -->\n{FAULTY}"
    page.write_text(text, encoding="utf-8")
    run(*LINT, "--fix", page)
    assert read(page) == text


def test_machines_read_nothing_but_findings(run: Run, page: Path) -> None:
    result = run(*LINT, "--fix", "--format", "json", page)
    assert [each["rule"] for each in json.loads(result.out)["findings"]] == ["repeated-word"]
    assert result.err == "Fixed 3 of 4 findings\n"


@pytest.mark.parametrize("format_name", ["json", "jsonl", "sarif", "gitlab", "html"])
def test_on_a_terminal_what_was_fixed_stands_behind_the_findings(
    page: Path, format_name: str
) -> None:
    command = [sys.executable, "-c", "from homs_wiki.cli.main import run; run()", *LINT]
    command += ["--exit-zero", "--lang", "en", "--format", format_name, str(page)]

    def both(*more: str) -> bytes:
        """Return what a terminal gets, which is standard output and standard error."""
        return subprocess.run(
            [*command, *more], check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ).stdout

    fixed = both("--fix")
    assert fixed == both() + b"Fixed 3 of 4 findings\n"


def test_findings_beside_a_fixed_text_are_all_that_programs_read(process: Process) -> None:
    started = process(*LINT, "--profile", "ur.wikipedia", "--fix", "--format", "json", "-")
    out, err = started.communicate(FAULTY.encode())
    assert out.decode() == SAFE
    assert [each["rule"] for each in json.loads(err)["findings"]] == ["repeated-word"]


def test_quiet_says_nothing_of_it(run: Run, page: Path) -> None:
    result = run(*LINT, "--unsafe-fixes", "--quiet", page)
    assert (result.code, result.out, result.err) == (0, "", "")
    assert read(page) == ALL


LINE_ENDS = {
    "CRLF": FAULTY.replace("\n", "\r\n").encode(),
    "CR": FAULTY.replace("\n", "\r").encode(),
    "mixed": FAULTY.replace("\n", "\r\n", 1).encode(),
    "a byte order mark": b"\xef\xbb\xbf" + FAULTY.encode(),
    "no line end at the end": FAULTY.rstrip("\n").encode(),
}


@pytest.mark.parametrize("data", LINE_ENDS.values(), ids=LINE_ENDS)
def test_line_ends_and_a_byte_order_mark_stay(run: Run, page: Path, data: bytes) -> None:
    page.write_bytes(data)
    run(*LINT, "--fix", page)
    expected = data
    for old, new in (("[[شہر|شہر]]", "[[شہر]]"), ("[[ گاؤں ]]", "[[گاؤں]]")):
        expected = expected.replace(old.encode(), new.encode())
    assert page.read_bytes() == expected


# --- standard input, and a patch ---------------------------------------------------------------


def test_standard_input_comes_out_fixed(process: Process) -> None:
    data = FAULTY.replace("\n", "\r\n").encode()
    started = process(*LINT, "--fix", "-")
    out, err = started.communicate(data)
    assert out.decode() == SAFE.replace("\n", "\r\n")
    assert "<stdin>:1:5: warning repeated-word" in err.decode()
    assert "Fixed 3 of 4 findings" in err.decode()
    assert started.returncode == 1


def test_standard_input_without_findings_comes_out_as_it_is(process: Process) -> None:
    started = process(*LINT, "--fix", "-")
    out, err = started.communicate(CLEAN.encode())
    assert (started.returncode, out.decode()) == (0, CLEAN)
    assert err == b"no findings in 1 file\n"


def test_standard_input_that_cannot_be_read_gives_no_output(process: Process) -> None:
    started = process(*LINT, "--fix", "-")
    out, err = started.communicate(b"\xff")
    assert (started.returncode, out) == (2, b"")
    assert b"not UTF-8" in err


def test_a_patch_writes_nothing(run: Run, page: Path) -> None:
    result = run(*LINT, "--diff", page)
    assert read(page) == FAULTY
    assert "\n-[[شہر|شہر]] اور" in result.out
    assert "\n+[[شہر]] اور [[گاؤں]] اور [[شہر]]۔\n" in result.out
    assert "repeated-word" not in result.out
    assert (result.code, result.err) == (1, "Would fix 3 of 4 findings\n")


def test_a_patch_of_nothing_is_empty(run: Run, page: Path) -> None:
    page.write_text(CLEAN, encoding="utf-8")
    result = run(*LINT, "--diff", page)
    assert (result.code, result.out, result.err) == (0, "", "")


@pytest.mark.parametrize("data", LINE_ENDS.values(), ids=LINE_ENDS)
def test_git_applies_the_patch(process: Process, tmp_path: Path, data: bytes) -> None:
    for name in ("patched.wiki", "fixed.wiki"):
        (tmp_path / name).write_bytes(data)
    patch, _ = process(*LINT, "--diff", "--unsafe-fixes", "patched.wiki").communicate()
    process(*LINT, "--unsafe-fixes", "fixed.wiki").communicate()
    subprocess.run(["git", "apply", "-"], input=patch, cwd=tmp_path, check=True)
    assert (tmp_path / "patched.wiki").read_bytes() == (tmp_path / "fixed.wiki").read_bytes()
    assert (tmp_path / "patched.wiki").read_bytes() != data


def test_a_patch_of_standard_input(process: Process) -> None:
    started = process(*LINT, "--diff", "-")
    out, err = started.communicate(FAULTY.encode())
    assert b"+++ b/<stdin>" in out
    assert err == b"Would fix 3 of 4 findings\n"


WRONG_USE = {
    "a patch in another format": ("--diff", "--format", "json"),
    "questions and a patch": ("--diff", "--interactive"),
    "a new baseline": ("--fix", "--write-baseline"),
    "questions without a terminal": ("--interactive",),
}


@pytest.mark.parametrize("options", WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use(process: Process, page: Path, options: tuple[str, ...]) -> None:
    started = process(*LINT, *options, page)
    _, err = started.communicate()
    assert started.returncode == 2
    assert b"bug" not in err
    assert read(page) == FAULTY


def test_questions_about_standard_input(run: Run) -> None:
    result = run(*LINT, "--interactive", "-")
    assert result.code == 2
    assert "name a file" in result.err


# --- writing -----------------------------------------------------------------------------------


def test_mode_is_kept_and_a_link_is_followed(run: Run, page: Path, tmp_path: Path) -> None:
    page.chmod(0o640)
    link = tmp_path / "links" / "b.wiki"
    link.parent.mkdir()
    link.symlink_to(page)
    run(*LINT, "--fix", link)
    assert link.is_symlink()
    assert read(page) == SAFE
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.glob("**/*.wiki")) == ["a.wiki", "b.wiki"]


def test_a_file_changed_meanwhile_is_not_overwritten(
    run: Run, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        page.write_text("بدل گیا", encoding="utf-8")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    result = run(*LINT, "--fix", page)
    assert result.code == 2
    assert result.err.startswith(f"error: {page}: was changed by someone else meanwhile")
    assert read(page) == "بدل گیا"
    assert [path.name for path in page.parent.iterdir()] == ["a.wiki"]


FAILURES = {
    "a full disk": (os, "fsync", errno.ENOSPC),
    "a folder that may not be written": (tempfile, "mkstemp", errno.EACCES),
    "a disk that may only be read": (tempfile, "mkstemp", errno.EROFS),
}


@pytest.mark.parametrize(("module", "name", "number"), FAILURES.values(), ids=FAILURES)
def test_what_cannot_be_written_is_named_and_nothing_lost(
    run: Run, page: Path, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, number: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    good = page.with_name("b.wiki")
    good.write_text(CLEAN, encoding="utf-8")
    monkeypatch.setattr(module, name, fail)
    result = run(*LINT, "--fix", page, good)
    assert result.code == 2
    assert result.err == (
        f"error: {page}: cannot be written: {os.strerror(number)}; none of its fixes was made\n"
    )
    assert "no findings in 1 file; 1 error on the way" in result.out
    assert read(page) == FAULTY
    assert sorted(path.name for path in page.parent.iterdir()) == ["a.wiki", "b.wiki"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everything")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_written(run: Run, tmp_path: Path, what: str) -> None:
    page = tmp_path / "folder" / "a.wiki"
    page.parent.mkdir()
    page.write_text(FAULTY, encoding="utf-8")
    locked = page if what == "file" else page.parent
    locked.chmod(0o555)
    result = run(*LINT, "--fix", page)
    locked.chmod(0o755)
    assert result.code == 2
    assert "none of its fixes was made" in result.err
    assert read(page) == FAULTY


def test_a_pipe_is_not_replaced_by_a_file(process: Process, tmp_path: Path) -> None:
    fifo = tmp_path / "pipe.wiki"
    os.mkfifo(fifo)
    started = process(*LINT, "--fix", fifo)
    fifo.write_bytes(FAULTY.encode())
    _, err = started.communicate()
    assert started.returncode == 2
    assert b"is no regular file; none of its fixes was made" in err
    assert stat.S_ISFIFO(fifo.stat().st_mode)


# --- fixes that are wrong ----------------------------------------------------------------------


def test_a_fix_that_breaks_something_is_a_bug_and_the_others_are_made(
    run: Run, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(rule: RepeatedWord, page: Page) -> Iterator[Finding]:
        at = page.text.find("]]")
        if at >= 0:
            yield rule.finding(
                (at, at + 2), Fix((Edit(at, at + 2, "]"),), True, "Break it"), word=""
            )

    monkeypatch.setattr(RepeatedWord, "check", check)
    result = run(*LINT, "--fix", page)
    assert result.code == 4
    assert f"bug: the rule repeated-word failed on {page}: FixDefectError: the link “" in result.err
    assert "Traceback" not in result.err
    assert read(page) == SAFE


def test_fixes_in_circles_are_a_bug_and_none_of_them_is_made(
    run: Run, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(rule: RepeatedWord, page: Page) -> Iterator[Finding]:
        word = "سے" if page.text.startswith("شہر سے") else "شہر"
        fix = Fix((Edit(0, 3, "شہر" if word == "شہر" else "گاؤ"),), True, "Turn it")
        yield rule.finding((0, 3), fix, word=word)

    monkeypatch.setattr(RepeatedWord, "check", check)
    result = run(*LINT, "--fix", page)
    assert result.code == 4
    assert "after 10 rounds it still finds something to fix" in result.err
    assert read(page) == SAFE


def test_a_rule_that_raises_does_not_keep_the_others_from_fixing(
    run: Run, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(*_: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(LinkSpaceInside, "check", check)
    result = run(*LINT, "--fix", page)
    assert result.code == 4
    assert result.err.count("bug: the rule link-space-inside failed") == 1
    assert "[[شہر]] اور [[ گاؤں ]] اور [[شہر]]" in read(page)


EXCLUDED = {
    "no bots": "{{nobots}}",
    "a list of bots": "{{bots|deny=all}}",
    "somebody is at work": "{{in use}}",
}


@pytest.mark.parametrize("template", EXCLUDED.values(), ids=EXCLUDED)
def test_a_page_that_asks_for_it_is_left_alone(run: Run, tmp_path: Path, template: str) -> None:
    page = tmp_path / "a.wiki"
    text = f"A mill.\n{template}\n[[mill|mill]]\n"
    page.write_text(text)
    lint = ("lint", "--profile", "en.wikipedia", "--select", "link-text-repeats-target", page)
    for option in ("--fix", "--diff"):
        result = run(*lint, option)
        assert result.code == 1
        assert f"{page}:2: nothing is fixed on this page: " in result.err
        assert "--fix-anyway" in result.err
        assert page.read_text() == text
    result = run(*lint, "--fix", "--fix-anyway")
    assert (result.code, result.err) == (0, "")
    assert page.read_text() == text.replace("[[mill|mill]]", "[[mill]]")


def test_standard_input_that_asks_for_it_is_passed_on(
    process: Process,
) -> None:
    text = b"{{nobots}} [[mill|mill]]"
    lint = ("lint", "--profile", "en.wikipedia", "--select", "link-text-repeats-target")
    out, err = process(*lint, "--fix", "-").communicate(text)
    assert out == text
    assert b"nothing is fixed on this page" in err
