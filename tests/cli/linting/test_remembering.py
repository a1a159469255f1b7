"""The cache of `homs-wiki lint`: the same output, and never an old result."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.lint import engine

FAULTY = "باغی شہر سے سے نکلے۔\n"
LANGUAGE = ("--profile", "ur.wikipedia", "--select", "language")

Run = Callable[..., Any]
Process = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "pages" / "a.wiki"
    path.parent.mkdir()
    path.write_text(FAULTY)
    return path


class Linter:
    """Runs the linter with a cache, and knows how many pages were really checked."""

    def __init__(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._run = run
        self.folder = folder
        self.checked = 0
        real = engine.check

        def check(*arguments: Any) -> engine.Report:
            self.checked += 1
            return real(*arguments)

        monkeypatch.setattr(engine, "check", check)

    def __call__(self, *arguments: str | Path) -> Any:
        return self._run("lint", "--cache-dir", self.folder, *arguments)

    def checks(self, *arguments: str | Path) -> int:
        """Return how many pages a run checks."""
        before = self.checked
        assert self(*arguments).code in (0, 1)
        return self.checked - before


@pytest.fixture
def lint(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Linter:
    return Linter(run, tmp_path / "cache", monkeypatch)


# --- the same output ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["text", "json", "jsonl"])
def test_the_output_is_the_same(lint: Linter, page: Path, name: str) -> None:
    page.with_name("b.wiki").write_bytes(f"{FAULTY}x ي ك ہے\n".replace("\n", "\r\n").encode())
    arguments = ("--profile", "ur.wikipedia", "--format", name, page.parent)
    first = lint(*arguments)
    second = lint(*arguments)
    assert lint.checked == 2
    assert (second.code, second.out, second.err) == (first.code, first.out, first.err)


def test_a_guessed_wiki_is_told_again_with_the_right_name(lint: Linter, page: Path) -> None:
    shutil.copy(page, page.with_name("b.wiki"))
    for _ in range(2):
        result = lint("--select", "language", page.parent)
        assert result.err.count("note: ") == 1
        assert f"{page}: read as ur.wikipedia" in result.err
        other = lint("--select", "language", page.with_name("b.wiki"))
        assert f"{page.with_name('b.wiki')}: read as ur.wikipedia" in other.err


def test_an_equal_page_elsewhere_is_known_too(lint: Linter, page: Path) -> None:
    lint(*LANGUAGE, page)
    page.rename(page.with_name("b.wiki"))
    result = lint(*LANGUAGE, page.parent)
    assert lint.checked == 1
    assert "b.wiki:1:10" in result.out


# --- what makes a result another one -----------------------------------------------------------


def test_everything_that_counts_is_asked(lint: Linter, page: Path) -> None:
    settings = page.parent / "homs-wiki.toml"
    assert lint.checks(*LANGUAGE, page) == 1
    assert lint.checks(*LANGUAGE, page) == 0
    assert lint.checks("--profile", "fa.wikipedia", "--select", "language", page) == 1
    assert lint.checks("--profile", "ur.wikipedia", "--select", "markup", page) == 1
    assert lint.checks(*LANGUAGE, "--ignore", "repeated-word", page) == 1
    for text in (
        '[lint.severity]\nrepeated-word = "error"\n',
        '[lint]\naccept = ["سے"]\n',
        '[[lint.paths]]\nmatch = ["a.*"]\nignore = ["repeated-word"]\n',
        '[[lint.paths]]\nmatch = ["b.*"]\nignore = ["repeated-word"]\n',
    ):
        settings.write_text(text)
        assert lint.checks(*LANGUAGE, page) == 1, text
        assert lint.checks(*LANGUAGE, page) == 0, text
    settings.unlink()
    (page.parent / "article.toml").write_text('title = "حمص"\nfile = "a.wiki"\n')
    assert lint.checks(*LANGUAGE, page) == 1
    page.write_text(FAULTY * 2)
    assert lint.checks(*LANGUAGE, page) == 1


def test_paths_with_settings_of_their_own(lint: Linter, page: Path) -> None:
    shutil.copy(page, page.with_name("b.wiki"))
    (page.parent / "homs-wiki.toml").write_text(
        '[[lint.paths]]\nmatch = ["b.*"]\nseverity = { repeated-word = "error" }\n'
    )
    for _ in range(2):
        result = lint(*LANGUAGE, page.parent)
        assert "1 error, 1 warning" in result.out
    assert lint.checked == 2


def test_own_rules_are_asked_too(lint: Linter, page: Path) -> None:
    rules = page.parent / "rules"
    rules.mkdir()
    rule = (
        'from homs_wiki.lint.api import Rule\n\n\nclass OwnRule(Rule):\n    """Own.\n\n'
        "    ## What it does\n\n    It.\n\n    ## Why it matters\n\n    It.\n\n    ## Example\n\n"
        '    It.\n\n    ## Use instead\n\n    It.\n\n    ## Fix safety\n\n    It.\n    """\n\n'
        '    name = "own-rule"\n    family = "own"\n    message = "{}"\n\n'
        "    def check(self, page):\n        yield self.finding((0, 1))\n"
    )
    (rules / "own_rule.py").write_text(rule.format("One"))
    (page.parent / "homs-wiki.toml").write_text('[lint]\nrules-path = ["rules"]\n')
    arguments = ("--profile", "ur.wikipedia", "--select", "own-rule", page)
    assert "own-rule  One" in lint(*arguments).out
    assert lint.checks(*arguments) == 0
    (rules / "own_rule.py").write_text(rule.format("Other"))
    assert "own-rule  Other" in lint(*arguments).out


def test_a_changed_program_knows_no_results(
    lint: Linter, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import homs_wiki

    more = tmp_path / "more"
    (more / "__pycache__").mkdir(parents=True)
    monkeypatch.setattr(homs_wiki, "__path__", [*homs_wiki.__path__, str(more)])
    assert lint.checks(*LANGUAGE, page) == 1
    (more / "__pycache__" / "x.pyc").write_text("x")
    assert lint.checks(*LANGUAGE, page) == 0
    (more / "table.toml").write_text("x")
    assert lint.checks(*LANGUAGE, page) == 1
    os.utime(more / "table.toml", (1, 1))
    assert lint.checks(*LANGUAGE, page) == 1


def test_installing_something_makes_every_page_new(
    lint: Linter, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    assert lint.checks(*LANGUAGE, page) == 1
    os.utime(folder, (1, 1))
    assert lint.checks(*LANGUAGE, page) == 1


# --- where it is not used ----------------------------------------------------------------------


def test_when_it_is_off(lint: Linter, page: Path) -> None:
    assert lint.checks(*LANGUAGE, "--no-cache", page) == 1
    assert lint.checks(*LANGUAGE, "--no-cache", page) == 1
    (page.parent / "homs-wiki.toml").write_text("[lint]\ncache = false\n")
    assert lint.checks(*LANGUAGE, page) == 1
    assert lint.checks(*LANGUAGE, page) == 1
    assert not lint.folder.exists()


def test_one_small_page_does_without_and_many_do_not(
    run: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    run("lint", *LANGUAGE, page)
    assert not (tmp_path / "cache").exists()
    page.with_name("large.wiki").write_text("x " * 40_000)
    run("lint", *LANGUAGE, page.parent)
    assert (tmp_path / "cache" / "homs-wiki" / "lint-results" / "CACHEDIR.TAG").exists()


def test_standard_input(process: Process, tmp_path: Path) -> None:
    started = process("lint", *LANGUAGE, "--cache-dir", tmp_path / "cache", "-")
    started.communicate(FAULTY.encode())
    assert started.returncode == 1
    assert not (tmp_path / "cache").exists()


def test_a_page_on_which_a_rule_failed_is_checked_again(
    lint: Linter, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from homs_wiki.lint.rules.language.repeated_word import RepeatedWord

    def check(*_: object) -> None:
        raise RuntimeError("on purpose")

    with monkeypatch.context() as patch:
        patch.setattr(RepeatedWord, "check", check)
        assert lint(*LANGUAGE, page).code == 4
    assert lint.checks(*LANGUAGE, page) == 1


# --- damage ------------------------------------------------------------------------------------


@pytest.mark.parametrize("damage", [b"", b"\0" * 100, b"[]"])
def test_damaged_results_are_made_anew_without_a_word(
    lint: Linter, page: Path, damage: bytes
) -> None:
    first = lint(*LANGUAGE, page)
    [kept] = [path for path in lint.folder.rglob("*") if len(path.name) == 30]
    kept.write_bytes(damage)
    second = lint(*LANGUAGE, page)
    assert (second.out, second.err) == (first.out, first.err)
    assert lint.checks(*LANGUAGE, page) == 0


def test_a_result_of_another_shape(lint: Linter, page: Path) -> None:
    from homs_wiki.lint.cache import ResultCache

    lint(*LANGUAGE, page)
    [kept] = [path for path in lint.folder.rglob("*") if len(path.name) == 30]
    for value in (None, 7, [], [1, 2, 3, 4], ["ur", "rtl", [], [[0] * 7]], {"a": 1}):
        ResultCache(lint.folder).put(kept.parent.name + kept.name, value)
        assert lint.checks(*LANGUAGE, page) == 1


def test_a_cache_that_cannot_be_written(lint: Linter, page: Path) -> None:
    lint.folder.write_text("a file")
    result = lint(*LANGUAGE, page)
    assert (result.code, result.err) == (1, "")


def test_a_full_disk(page: Path, tmp_path: Path) -> None:
    options = [*LANGUAGE, "--cache-dir", str(tmp_path / "cache")]
    done = subprocess.run(
        [sys.executable, "-m", "homs_wiki", "lint", *options, str(page)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10)),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")


def test_two_runs_at_once_and_one_that_is_killed(process: Process, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(40):
        (pages / f"{number:02}.wiki").write_text(f"{FAULTY}{number}\n")
    arguments = ("lint", *LANGUAGE, "--cache-dir", tmp_path / "cache", pages)
    started = [process(*arguments) for _ in range(3)]
    deadline = time.monotonic() + 60
    while not any((tmp_path / "cache").rglob("??")) and time.monotonic() < deadline:
        time.sleep(0.01)
    started[0].send_signal(signal.SIGKILL)
    started[0].communicate()
    outputs = [each.communicate() for each in started[1:]]
    outputs.append(process(*arguments).communicate())
    assert outputs[0] == outputs[1] == outputs[2]
    assert outputs[0][0].decode().count("repeated-word") == 40
