"""`homs-wiki lint --jobs`: the same output in the same order, and no end that hangs."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from traceback import format_exception
from typing import Any

import pytest

from homs_wiki.cli.linting.wire import bug_of, exception_of

FAULTY = "باغی شہر سے سے نکلے۔\n"
LANGUAGE = ("--profile", "ur.wikipedia", "--select", "language")
OWN = ("--profile", "ur.wikipedia", "--select", "own-rule")

Run = Callable[..., Any]
Process = Callable[..., "subprocess.Popen[bytes]"]

RULE = '''
import os, sys, time
from homs_wiki.lint.api import Rule


class OwnRule(Rule):
    """Own.

    ## What it does

    It does what the page says.

    ## Why it matters

    It does.

    ## Example

    It.

    ## Use instead

    It.

    ## Fix safety

    It.
    """

    name = "own-rule"
    family = "own"
    message = "Found {what}"

    def check(self, page):
        print("a rule that prints")
        if "die" in page.text:
            os.kill(os.getpid(), 9)
        if "leave" in page.text:
            os._exit(7)
        if "wait" in page.text:
            print("waiting", file=sys.stderr, flush=True)
            time.sleep(60)
        if "fail" in page.text:
            raise LookupError("on \\x1bpurpose")
        if "find" in page.text:
            yield self.finding((0, 1), what=Thing())


class Thing:
    def __str__(self):
        return "a thing"
'''


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number:02}.wiki").write_text(f"{number}\n" * (20 - number) + FAULTY)
    return folder


@pytest.fixture
def own_rule(pages: Path) -> Path:
    (pages / "rules").mkdir()
    (pages / "rules" / "own_rule.py").write_text(RULE)
    (pages / "homs-wiki.toml").write_text('[lint]\nrules-path = ["rules"]\n')
    return pages


# --- the same output ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["text", "json", "jsonl"])
def test_the_output_is_the_same_and_in_order(run: Run, pages: Path, name: str) -> None:
    (pages / "07.wiki").write_bytes(b"\xff")
    (pages / "08.wiki").write_bytes(b"\xef\xbb\xbf" + FAULTY.replace("\n", "\r\n").encode())
    arguments = (*LANGUAGE, "--format", name, pages, pages / "none.wiki")
    alone = run("lint", *arguments, "--jobs", "1")
    several = run("lint", *arguments, "--jobs", "3")
    assert (several.code, several.out, several.err) == (alone.code, alone.out, alone.err)
    assert alone.code == 2


def test_a_guessed_wiki_is_told_once_of_the_first_page(run: Run, pages: Path) -> None:
    alone = run("lint", "--select", "language", pages, "--jobs", "1")
    several = run("lint", "--select", "language", pages, "-j", "2")
    assert several.err == alone.err
    assert several.err.count("note: ") == 1


def test_with_a_cache_and_a_baseline(run: Run, pages: Path, tmp_path: Path) -> None:
    arguments = ("lint", *LANGUAGE, "--cache-dir", tmp_path / "cache", "-j", "2", pages)
    first, second = run(*arguments), run(*arguments)
    assert first.code == 1
    assert (second.out, second.err) == (first.out, first.err)
    baseline = ("--baseline", tmp_path / "old")
    assert run(*arguments, *baseline, "--write-baseline").code == 0
    assert run(*arguments, *baseline).code == 0


def test_standard_input_among_files(process: Process, pages: Path) -> None:
    started = process("lint", *LANGUAGE, "--format", "jsonl", "-j", "2", pages / "01.wiki", "-")
    out, err = started.communicate(FAULTY.encode())
    files = [json.loads(line)["file"] for line in out.splitlines()]
    assert (files, err) == ([str(pages / "01.wiki"), "<stdin>"], b"")


@pytest.mark.parametrize("name", ["حمص کی\nجنگ", "\x1b[31m\u202e", os.fsdecode(b"\xff")])
def test_names_may_hold_anything(run: Run, tmp_path: Path, name: str) -> None:
    for each in (name, "other"):
        (tmp_path / f"{each}.wiki").write_text(FAULTY)
    result = run("lint", *LANGUAGE, "-j", "2", tmp_path)
    assert result.out.count("repeated-word") == 2


def test_no_file_and_one_file(run: Run, pages: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("lint", *LANGUAGE, "-j", "9", tmp_path / "empty").code == 2
    assert run("lint", *LANGUAGE, "-j", "9", pages / "01.wiki").code == 1


def test_wrong_use(run: Run) -> None:
    assert run("lint", "--jobs", "0", "x").code == 2
    assert run("lint", "--jobs", "x", "x").code == 2


# --- own rules, and what may go wrong ----------------------------------------------------------


def test_own_rules_may_print_and_give_any_value(run: Run, own_rule: Path) -> None:
    (own_rule / "03.wiki").write_text("find\n")
    result = run("lint", *OWN, "--format", "jsonl", "-j", "2", own_rule)
    assert [json.loads(line)["message"] for line in result.out.splitlines()] == ["Found a thing"]


def test_a_rule_of_the_users_that_fails_is_told(run: Run, own_rule: Path, tmp_path: Path) -> None:
    (own_rule / "03.wiki").write_text("fail\n")
    (own_rule / "04.wiki").write_text("find\n")
    result = run("lint", *OWN, "-j", "2", own_rule)
    assert result.code == 2
    assert "the rule own-rule failed: LookupError: on ␛purpose" in result.err
    assert "04.wiki:1:1:" in result.out
    assert not list((tmp_path / "state").rglob("*.log"))


def test_a_bug_in_another_process_is_told_with_its_traceback() -> None:
    try:
        raise LookupError("on purpose")
    except LookupError as error:
        sent = exception_of(bug_of(error))
    assert (type(sent).__name__, str(sent)) == ("LookupError", "on purpose")
    assert "in test_a_bug_in_another_process" in "".join(format_exception(sent))


@pytest.mark.parametrize(
    ("word", "how"),
    [("die", "was ended by signal 9 (too little memory?)"), ("leave", "ended with exit code 7")],
)
def test_a_killed_process_is_told_and_the_others_go_on(
    run: Run, own_rule: Path, word: str, how: str
) -> None:
    for name in ("03", "04", "12"):
        (own_rule / f"{name}.wiki").write_text(f"{word}\n")
    (own_rule / "19.wiki").write_text("find\n")
    result = run("lint", *OWN, "-j", "2", own_rule)
    assert result.code == 2
    for name in ("03", "04", "12"):
        said = f"error: {own_rule / name}.wiki: the process that checked it {how}\n"
        assert said in result.err
    assert "19.wiki:1:1:" in result.out
    assert "Traceback" not in result.err


def test_processes_that_cannot_be_started(
    run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(pages / "no-python"))
    result = run("lint", *LANGUAGE, "-j", "2", pages)
    assert result.code == 1
    assert result.out.count("repeated-word") == 20
    assert result.err.count("note: ") == 1
    assert "cannot be started: No such file or directory; pages are checked one by one" in (
        result.err
    )


def test_processes_that_end_at_once(run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    result = run("lint", *LANGUAGE, "-j", "2", pages)
    assert result.code == 1
    assert result.out.count("repeated-word") == 20
    assert "ended with exit code 1; pages are checked one by one" in result.err


# --- being stopped -----------------------------------------------------------------------------


def _waiting(started: "subprocess.Popen[bytes]", count: int) -> None:
    """Wait until so many processes are busy with a page that takes a minute."""
    assert started.stderr is not None
    while count:
        line = started.stderr.readline()
        assert line, "it has ended"
        count -= line == b"waiting\n"


def _opened(pipe: Path, started: "subprocess.Popen[bytes]") -> int:
    """Open a pipe to write, once somebody has opened it to read."""
    while True:
        with suppress(OSError):  # nobody reads it yet
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        assert started.poll() is None, "it has ended"
        time.sleep(0.01)


def _children(process: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            if stat.read_text().rpartition(") ")[2].split()[1] == str(process):
                found.append(int(stat.parent.name))
    return found


def _is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().split(") ")[1][0] not in "ZX"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs the processes of Linux")
@pytest.mark.parametrize(
    ("sent", "code", "said"),
    [(signal.SIGINT, 130, b"interrupted\n"), (signal.SIGTERM, -15, b"")],
    ids=["Ctrl-C", "ended"],
)
def test_a_run_that_is_stopped_stops_at_once(
    process: Process, own_rule: Path, sent: int, code: int, said: bytes
) -> None:
    for name in ("03", "04"):
        (own_rule / f"{name}.wiki").write_text("wait\n")
    started = process("lint", *OWN, "-j", "2", own_rule)
    _waiting(started, 2)
    children = _children(started.pid)
    assert len(children) == 2
    before = time.monotonic()
    started.send_signal(sent)
    if sent == signal.SIGINT:
        out, err = started.communicate()
        assert (started.returncode, out, err) == (code, b"", said)
        assert not any(map(_is_running, children))
    else:
        for child in children:  # they would end with the page they are at
            os.kill(child, signal.SIGKILL)
        started.communicate()
        assert started.returncode == code
    assert time.monotonic() - before < 30


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs the processes of Linux")
def test_a_run_that_is_killed_leaves_no_process_behind(process: Process, pages: Path) -> None:
    os.mkfifo(pages / "04.pipe")
    started = process("lint", *LANGUAGE, "-j", "2", pages, pages / "04.pipe")
    end = _opened(pages / "04.pipe", started)
    children = _children(started.pid)
    started.kill()
    started.wait()
    os.close(end)
    started.communicate()  # which waits for all who can write to its pipes
    deadline = time.monotonic() + 30
    while any(map(_is_running, children)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert children
    assert not any(map(_is_running, children))


def test_what_is_known_needs_no_other_process(
    run: Run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("lint", *LANGUAGE, "--cache-dir", tmp_path / "cache", pages)
    first = run(*arguments)
    monkeypatch.setattr("sys.executable", "/bin/false")
    second = run(*arguments, "-j", "2")
    assert (second.code, second.out, second.err) == (first.code, first.out, first.err)
