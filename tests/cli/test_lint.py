"""`homs-wiki lint`: what is read, what is written, and the exit code."""

import json
import os
import pty
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.cli.main import exit_code
from homs_wiki.profile import Profile

CLEAN = "شہر میں لڑائی ہوئی۔\n"
FAULTY = "باغی شہر سے سے نکلے۔\n"
UR = ("--profile", "ur.wikipedia")
LANGUAGE = (*UR, "--select", "language")

Run = Callable[..., Any]
Process = Callable[..., "subprocess.Popen[bytes]"]


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


# --- exit codes and inputs ---------------------------------------------------------------------


def test_nothing_found(run: Run, tmp_path: Path) -> None:
    result = run("lint", *LANGUAGE, write(tmp_path / "a.wiki", CLEAN))
    assert (result.code, result.out, result.err) == (0, "no findings in 1 file\n", "")


def test_something_found(run: Run, tmp_path: Path) -> None:
    page = write(tmp_path / "a.wiki", FAULTY)
    result = run("lint", *LANGUAGE, page)
    assert result.code == 1
    assert result.out == (
        f"{page}:1:10: warning repeated-word  “\u2068سے\u2069” is repeated\n"
        "    \u2068باغی شہر ⟦سے سے⟧ نکلے۔\u2069\n"
        "\n1 finding in 1 file (1 warning)\n"
    )


def test_an_empty_file_is_a_page(run: Run, tmp_path: Path) -> None:
    result = run("lint", *LANGUAGE, write(tmp_path / "a.wiki", ""))
    assert (result.code, result.err) == (0, "")


UNREADABLE = {
    "no UTF-8": (b"abc\n\xff\xfe", "not UTF-8: the byte 0xff at byte offset 4"),
    "no UTF-8 after a byte order mark": (b"\xef\xbb\xbfa\xc3", "at byte offset 4"),
    "a surrogate in UTF-8": (b"a\xed\xa0\x80", "at byte offset 1"),
    "a NUL byte": (b"abc\0def", "a NUL byte at byte offset 3"),
    "UTF-16": ("متن".encode("utf-16"), "at byte offset 0"),
}


@pytest.mark.parametrize(("data", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_file_is_named_and_the_others_are_read(
    run: Run, tmp_path: Path, data: bytes, message: str
) -> None:
    bad, good = write(tmp_path / "bad.wiki", data), write(tmp_path / "good.wiki", FAULTY)
    result = run("lint", *LANGUAGE, bad, good)
    assert result.code == 2
    assert result.err.startswith(f"error: {bad}: ")
    assert message in result.err
    assert "good.wiki:1:10" in result.out
    assert "1 error on the way" in result.out


def test_a_missing_file(run: Run, tmp_path: Path) -> None:
    result = run("lint", *LANGUAGE, tmp_path / "none.wiki")
    assert result.code == 2
    assert result.err == f"error: {tmp_path / 'none.wiki'}: there is no such file\n"


def test_a_file_over_the_limit(run: Run, tmp_path: Path) -> None:
    page = write(tmp_path / "a.wiki", "x" * 11)
    assert run("lint", *LANGUAGE, "--max-size", "11", page).code == 0
    result = run("lint", *LANGUAGE, "--max-size", "10", page)
    assert result.code == 2
    assert "larger than the limit of 10 bytes" in result.err


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(run: Run, tmp_path: Path) -> None:
    page, good = write(tmp_path / "a.wiki", CLEAN), write(tmp_path / "b.wiki", FAULTY)
    page.chmod(0)
    result = run("lint", *LANGUAGE, page, good)
    assert result.code == 2
    assert "cannot be read: Permission denied" in result.err
    assert "1 finding in 1 file" in result.out


def test_a_name_the_system_refuses_stops_nothing(run: Run, tmp_path: Path) -> None:
    good = write(tmp_path / "a.wiki", FAULTY)
    result = run("lint", *LANGUAGE, tmp_path / ("x" * 300), good)
    assert result.code == 2
    assert "cannot be read: File name too long" in result.err
    assert "1 finding in 1 file" in result.out


def test_a_file_the_system_refuses(run: Run, tmp_path: Path) -> None:
    loop = tmp_path / "loop.wiki"
    loop.symlink_to(loop)
    result = run("lint", *LANGUAGE, loop)
    assert result.code == 2
    assert f"{loop}: cannot be read: " in result.err


def test_line_ends_and_a_byte_order_mark(run: Run, tmp_path: Path) -> None:
    page = write(tmp_path / "a.wiki", b"\xef\xbb\xbf" + f"x\r\n{FAULTY}".encode())
    result = run("lint", *LANGUAGE, "--format", "jsonl", page)
    [record] = map(json.loads, result.out.splitlines())
    assert (record["line"], record["column"], record["end_column"]) == (2, 10, 15)
    original = page.read_bytes().decode("utf-8-sig")
    assert original[record["start"] : record["end"]] == "سے سے"


# --- folders -----------------------------------------------------------------------------------


def test_a_folder_is_walked_in_order(run: Run, tmp_path: Path) -> None:
    for name in ("b.wikitext", "a/z.mediawiki", "c.wiki", ".git/x.wiki", "a/notes.txt"):
        write(tmp_path / name, FAULTY)
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "folder.wiki").mkdir()
    result = run("lint", *LANGUAGE, "--format", "jsonl", tmp_path, tmp_path / "c.wiki")
    files = [json.loads(line)["file"] for line in result.out.splitlines()]
    assert files == [str(tmp_path / name) for name in ("b.wikitext", "c.wiki", "a/z.mediawiki")]
    assert result.code == 1


def test_a_page_named_in_several_ways_is_read_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = write(tmp_path / "a" / "a.wiki", FAULTY)
    monkeypatch.chdir(tmp_path)
    result = run("lint", *LANGUAGE, "a/a.wiki", "a/../a/a.wiki", page, "a")
    assert result.out.endswith("1 finding in 1 file (1 warning)\n")


def test_a_folder_without_pages(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "notes.txt", "x")
    result = run("lint", *LANGUAGE, tmp_path)
    assert result.code == 2
    assert f"error: {tmp_path}: there is no page in this folder (*.wiki" in result.err


def test_a_link_that_leads_nowhere_is_named(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a.wiki", CLEAN)
    (tmp_path / "b.wiki").symlink_to(tmp_path / "gone.wiki")
    result = run("lint", *LANGUAGE, tmp_path)
    assert result.code == 2
    assert "b.wiki: there is no such file" in result.err


def test_without_a_path_the_current_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.wiki", FAULTY)
    monkeypatch.chdir(tmp_path)
    assert "a.wiki:1:10:" in run("lint", *LANGUAGE).out


# --- choosing ----------------------------------------------------------------------------------


def test_selection_by_rule_and_family(run: Run, tmp_path: Path) -> None:
    page = write(tmp_path / "a.wiki", FAULTY)
    assert run("lint", *UR, "--select", "repeated-word", page).code == 1
    assert run("lint", *UR, "--select", "language,repeated-word", page).code == 1
    assert run("lint", *LANGUAGE, "--ignore", "repeated-word", page).code == 0
    assert run("lint", *UR, "--select", "all", "--ignore", "language", page).code in (0, 1)


def test_no_rule_left_is_wrong_use(run: Run, tmp_path: Path) -> None:
    page = write(tmp_path / "a.wiki", FAULTY)
    result = run("lint", "--select", "repeated-word", "--ignore", "language", page)
    assert result.code == 2
    assert "leave no rule to run" in result.err


def test_files_may_be_left_without_rules_by_settings_for_them(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "drafts" / "a.wiki", FAULTY)
    write(tmp_path / "pages" / "b.wiki", FAULTY)
    for nothing in ("ignore = ['all']", "select = []"):
        settings = f"profile = 'ur.wikipedia'\n[[lint.paths]]\nmatch = ['drafts/']\n{nothing}\n"
        write(tmp_path / "homs-wiki.toml", settings)
        assert run("lint", tmp_path / "drafts").code == 0
        result = run("lint", tmp_path)
        assert result.code == 1
        assert "b.wiki:" in result.out
        assert "a.wiki:" not in result.out


def test_an_unknown_rule(run: Run) -> None:
    result = run("lint", "--select", "repeted-word", "x.wiki")
    assert result.code == 2
    assert result.err == (
        "error: the command line: there is no rule, family or set “repeted-word”; "
        "did you mean “repeated-word”?\n"
    )


WRONG_FOR_OTHERS = {
    "a rule that is selected": ("select = ['repeted-word']", "“repeted-word”; did you mean “rep"),
    "a family that is ignored": ("ignore = ['langage']", "“langage”; did you mean “language”?"),
    "a severity": ("severity = {repeted-word = 'note'}", "'repeted-word'; did you mean 'rep"),
    "options of no rule": ("options.repeted-word = {}", "'repeted-word'; did you mean 'rep"),
    "no option of a rule": ("options.repeated-word.acept = []", "'acept'; did you mean 'accept'?"),
}


@pytest.mark.parametrize(("line", "said"), WRONG_FOR_OTHERS.values(), ids=WRONG_FOR_OTHERS)
def test_settings_for_files_that_there_are_not_are_checked(
    run: Run, tmp_path: Path, line: str, said: str
) -> None:
    page = write(tmp_path / "a.wiki", "")
    write(tmp_path / "homs-wiki.toml", f"[[lint.paths]]\nmatch = ['gone/']\n{line}\n")
    for command in (("lint",), ("config", "show")):
        result = run(*command, page)
        assert (result.code, result.out) == (2, "")
        assert "[lint], [[paths]] 1" in result.err
        assert said in result.err


def test_a_misspelt_name_in_settings_keeps_no_one_from_the_list_of_rules(
    run: Run, tmp_path: Path
) -> None:
    settings = write(tmp_path / "s.toml", "[[lint.paths]]\nmatch = ['x']\nignore = ['langage']\n")
    assert run("rules", "--settings", settings).code == 0


def test_wrong_use(run: Run) -> None:
    assert run("lint", "--format", "xml", "x").code == 2
    assert run("lint", "--max-size", "0", "x").code == 2
    assert run("lint", "--no-such-option").code == 2
    assert run("no-such-command").code == 2


# --- the profile -------------------------------------------------------------------------------


def test_the_nearest_article_file_names_the_wiki(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "article.toml", 'wiki = "en.wikipedia"')
    write(tmp_path / "ur" / "article.toml", 'title = "x"\nlanguage = "ur"')
    page = write(tmp_path / "ur" / "deep" / "a.wiki", FAULTY)
    result = run("lint", "--select", "language", page)
    assert (result.code, result.err) == (1, "")
    result = run("lint", "--select", "language", write(tmp_path / "b.wiki", FAULTY))
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize(
    "text",
    [
        *("wiki = ", "wiki = 7", "wiki = ''", "\0", "language = []"),
        pytest.param("a = " + "[" * 100_000, id="nested without end"),
    ],
)
def test_a_broken_article_file_is_an_error(run: Run, tmp_path: Path, text: str) -> None:
    write(tmp_path / "article.toml", text)
    result = run("lint", "--select", "language", write(tmp_path / "a.wiki", FAULTY))
    assert result.code == 2
    assert f"error: {tmp_path / 'article.toml'}: " in result.err


def test_an_article_file_with_a_byte_order_mark(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "article.toml", b'\xef\xbb\xbfwiki = "ur.wikipedia"')
    assert run("lint", write(tmp_path / "a.wiki", CLEAN)).err == ""


def test_an_empty_profile_is_one_that_is_not_known(run: Run, tmp_path: Path) -> None:
    result = run("lint", "--profile", "", write(tmp_path / "a.wiki", CLEAN))
    assert "There are no data for the language of ''" in result.err


def test_without_one_the_letters_decide_with_a_note(run: Run, tmp_path: Path) -> None:
    page = write(tmp_path / "a.wiki", FAULTY)
    result = run("lint", "--select", "language", page)
    assert result.code == 1
    assert result.err.startswith(f"note: {page}: read as ur.wikipedia")


def test_notes_of_a_profile_are_said_once(run: Run, tmp_path: Path) -> None:
    pages = [write(tmp_path / name, CLEAN) for name in ("a.wiki", "b.wiki")]
    result = run("lint", "--select", "language", "--profile", "xx.wikipedia", *pages)
    assert result.err.count("note: ") == 1


# --- safety of the terminal --------------------------------------------------------------------


def test_nothing_of_a_page_or_a_name_reaches_the_terminal(run: Run, tmp_path: Path) -> None:
    text = f"\x1b]0;title\x07 \u202e\u2066\x9b31m {FAULTY}"
    page = write(tmp_path / "\x1b[31m\u202e.wiki", text)
    result = run("lint", *LANGUAGE, page)
    assert result.code == 1
    assert not set("\x1b\x07\x9b\u202e\u2066") & set(result.out)
    assert "<U+202E>.wiki" in result.out
    for name in ("json", "jsonl"):
        result = run("lint", *LANGUAGE, "--format", name, page)
        assert not set("\x1b\x07\x9b\u202e\u2066") & set(result.out)
    result = run("lint", *LANGUAGE, f"{page}.none")
    assert not set("\x1b\u202e") & set(result.err)


# --- as a process ------------------------------------------------------------------------------


def test_standard_input(process: Process) -> None:
    out, err = process("lint", *LANGUAGE, "-").communicate(FAULTY.encode())
    assert out.decode().startswith("<stdin>:1:10: warning repeated-word")
    assert err == b""


def test_standard_input_that_is_no_text(process: Process) -> None:
    started = process("lint", *LANGUAGE, "-")
    _, err = started.communicate(b"\xff")
    assert started.returncode == 2
    assert err.startswith(b"error: <stdin>: not UTF-8: the byte 0xff at byte offset 0")


def test_standard_input_over_the_limit(process: Process) -> None:
    started = process("lint", *LANGUAGE, "--max-size", "3", "-")
    _, err = started.communicate(b"four")
    assert started.returncode == 2
    assert b"<stdin>: is larger than the limit of 3 bytes" in err


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_any_locale(process: Process, tmp_path: Path, locale: str) -> None:
    page = write(tmp_path / "a.wiki", FAULTY)
    plain = {"LC_ALL": locale, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    for name in ("text", "json"):
        started = process("lint", *LANGUAGE, "--format", name, page, **plain)
        out, err = started.communicate()
        assert (started.returncode, err) == (1, b"")
    assert json.loads(out)["findings"][0]["message"] == "“سے” is repeated"


def test_ctrl_c(process: Process, tmp_path: Path) -> None:
    slow = tmp_path / "slow.wiki"
    os.mkfifo(slow)
    # The signal may come while the file is being opened; Python then warns of an unclosed file.
    started = process("lint", *LANGUAGE, slow, PYTHONWARNINGS="ignore")
    with slow.open("wb"):  # goes on when the command has opened it to read
        started.send_signal(signal.SIGINT)
        out, err = started.communicate()
    assert (started.returncode, out, err) == (130, b"", b"interrupted\n")


def test_a_broken_pipe_is_quiet(process: Process, tmp_path: Path) -> None:
    page = write(tmp_path / "a.wiki", FAULTY * 5000)
    with process("lint", *LANGUAGE, page) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.readline()
        started.stdout.close()
        assert started.stderr.read() == b""
        assert started.wait() == 141


CLOSED = {
    "output": (">&-", 2, "error: bad.wiki"),
    "output, for help": ("--help >&-", 0, ""),
    "errors": ("2>&-", 2, ""),
    "input": ("- <&-", 2, "error: <stdin>: standard input is closed"),
}


@pytest.mark.parametrize(("shell", "code", "error"), CLOSED.values(), ids=CLOSED)
def test_closed_streams(tmp_path: Path, shell: str, code: int, error: str) -> None:
    write(tmp_path / "bad.wiki", b"\xff")
    result = _in_a_shell(f"lint --profile ur.wikipedia bad.wiki {shell}", tmp_path)
    assert (result.returncode, error in result.stderr) == (code, True)
    assert "bug" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
@pytest.mark.parametrize("command", ["lint a.wiki", "lint --format json a.wiki", "refs a.wiki"])
def test_a_full_disk(tmp_path: Path, command: str) -> None:
    write(tmp_path / "a.wiki", FAULTY)
    result = _in_a_shell(f"{command} --profile ur.wikipedia >/dev/full", tmp_path)
    assert result.returncode == 2
    assert result.stderr.startswith("error: the output cannot be written: ")


def _in_a_shell(arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = shlex.join([sys.executable, "-m", "homs_wiki"])
    return subprocess.run(
        ["/bin/sh", "-c", f"{command} {arguments}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_colour_only_on_a_terminal_and_not_against_the_users_will(tmp_path: Path) -> None:
    page = write(tmp_path / "a.wiki", FAULTY)
    assert "\x1b[" in _on_a_terminal("stdout", page)
    assert "\x1b[" not in _on_a_terminal("stdout", page, NO_COLOR="1")
    assert "⟦سے سے⟧" in _on_a_terminal("stdout", page, NO_COLOR="1")
    assert "\x1b[" not in _on_a_terminal("stdout", page, TERM="dumb")


def test_progress_only_of_many_files_and_gone_in_the_end(tmp_path: Path) -> None:
    for number in range(11):
        write(tmp_path / f"{number}.wiki", CLEAN)
    shown = _on_a_terminal("stderr", tmp_path)
    assert "[11/11]" in shown
    assert shown.endswith("\r\x1b[K")
    assert _on_a_terminal("stderr", tmp_path, TERM="dumb") == ""
    assert _on_a_terminal("stderr", tmp_path / "1.wiki") == ""


def _on_a_terminal(stream: str, path: Path, **more: str) -> str:
    """Return what the command writes to a stream that is a terminal; the other one is not."""
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    subprocess.run(
        [sys.executable, "-m", "homs_wiki", "lint", *LANGUAGE, str(path)],
        stdout=theirs if stream == "stdout" else subprocess.DEVNULL,
        stderr=theirs if stream == "stderr" else subprocess.DEVNULL,
        env={**environment, "TERM": "xterm", **more},
        check=False,
    )
    os.close(theirs)
    pieces = []
    try:
        while piece := os.read(ours, 65536):
            pieces.append(piece)
    except OSError:
        pass  # how Linux says that the other end was closed
    os.close(ours)
    return b"".join(pieces).decode()


# --- bugs of ours ------------------------------------------------------------------------------


def test_a_crashing_rule(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from homs_wiki.lint.rules.language.arabic_letter_in_urdu import ArabicLetterInUrdu

    def check(*_: object) -> None:
        raise RuntimeError("on \x1bpurpose")

    monkeypatch.setattr(ArabicLetterInUrdu, "check", check)
    page = write(tmp_path / "a.wiki", f"{FAULTY}علي\n")  # without its letter the rule would sleep
    result = run("lint", *LANGUAGE, "--format", "json", page)
    assert result.code == 4
    assert [finding["rule"] for finding in json.loads(result.out)["findings"]] == ["repeated-word"]
    assert "the rule arabic-letter-in-urdu failed" in json.loads(result.out)["errors"][0]["message"]
    [log] = (tmp_path / "state").rglob("*.log")
    assert f"the log is {log}" in result.err
    assert "Traceback" not in result.err
    assert "\x1b" not in result.err
    assert "in check\n" in log.read_text()


def test_a_bug_in_reading_a_page(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from homs_wiki import syntax

    real = syntax.parse

    def parse(text: str, profile: Profile) -> syntax.Document:
        if text == CLEAN:
            raise RuntimeError("on purpose")
        return real(text, profile)

    monkeypatch.setattr(syntax, "parse", parse)
    bad, good = write(tmp_path / "bad.wiki", CLEAN), write(tmp_path / "good.wiki", FAULTY)
    result = run("lint", *LANGUAGE, bad, good)
    assert result.code == 4
    assert f"bug: reading {bad} failed: RuntimeError: on purpose\n" in result.err
    assert f"{good}:1:10:" in result.out


def test_a_bug_elsewhere(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from homs_wiki.cli.commands import lint

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(lint, "load_format", fail)
    result = run("lint", tmp_path)
    assert result.code == 4
    assert "Traceback" not in result.err
    assert "bug: homs-wiki failed: RuntimeError: on purpose\n" in result.err


def test_a_log_that_cannot_be_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from homs_wiki.cli.commands import lint

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(lint, "load_format", fail)
    monkeypatch.setenv("XDG_STATE_HOME", str(write(tmp_path / "file", "x")))
    result = run("lint", tmp_path)
    assert result.code == 4
    assert "its log could not be written" in result.err


def test_the_exit_code_is_decided_without_raising() -> None:
    assert exit_code(["lint", "--help"]) == 0
    assert exit_code(["--version"]) == 0
