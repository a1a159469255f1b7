"""`homs-wiki lint --since` and `--changed`: what a change brought, and nothing else."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CLEAN = "شہر میں لڑائی ہوئی۔\n"
FAULTY = "باغی شہر سے سے نکلے۔\n"
NEW = "فوج نے نے حملہ کیا۔\n"
LANGUAGE = ("--profile", "ur.wikipedia", "--select", "language", "--format", "jsonl")

Run = Callable[..., Any]


class Repository:
    """A repository, and the linter in it."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.folder = folder
        self._run = run
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.folder, check=True, capture_output=True)

    def write(self, **pages: str | None) -> None:
        for name, text in pages.items():
            path = self.folder / f"{name}.wiki"
            if text is None:
                path.unlink()
            else:
                path.write_text(text)

    def commit(self, **pages: str | None) -> None:
        self.write(**pages)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "x")

    def lint(self, *arguments: str | Path) -> list[str]:
        """Return what is found: file without its suffix, and line."""
        result = self._run("lint", *LANGUAGE, *arguments)
        assert (result.code in (0, 1), result.err) == (True, "")
        records = map(json.loads, result.out.splitlines())
        return [f"{Path(record['file']).stem}:{record['line']}" for record in records]


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "x")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "x@example.org")


@pytest.fixture
def repository(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository(tmp_path / "repository", run)
    monkeypatch.chdir(made.folder)
    return made


# --- which findings ----------------------------------------------------------------------------


def test_nothing_has_changed(repository: Repository) -> None:
    repository.commit(a=FAULTY)
    assert repository.lint("--changed") == []
    assert repository.lint("--since", "HEAD", "a.wiki") == []


def test_what_was_there_before_is_left_out_also_where_it_moved(repository: Repository) -> None:
    repository.commit(a=f"{FAULTY}\n{CLEAN}", b=FAULTY)
    repository.write(a=f"{CLEAN}\n{NEW}\n{FAULTY}\n{CLEAN}")
    assert repository.lint("--changed") == ["a:3"]


def test_a_moved_line_has_not_changed(repository: Repository) -> None:
    others = [f"سطر نمبر {number} یہاں پر ہے۔\n\n" for number in range(9)]
    repository.commit(a="".join([FAULTY, "\n", *others]))
    repository.write(a="".join([*others, FAULTY, "\n"]))
    assert repository.lint("--changed") == []


def test_an_old_finding_on_a_changed_line_counts(repository: Repository) -> None:
    line = f"{FAULTY.strip()} {CLEAN}"
    repository.commit(a=f"{CLEAN}{line}{CLEAN}")
    repository.write(a=f"{CLEAN}{line.replace('لڑائی', 'جنگ')}{CLEAN}")
    assert repository.lint("--changed") == ["a:2"]


def test_a_last_line_without_an_end(repository: Repository) -> None:
    repository.commit(a=CLEAN)
    repository.write(a=CLEAN + FAULTY.strip())
    assert repository.lint("--changed") == ["a:2"]


def test_what_is_caused_elsewhere_counts(run: Run, repository: Repository) -> None:
    page = 'متن<ref name="a" />\n\nاور<ref name="b" />\n\n{}\n\n<references />\n'
    repository.commit(a=page.format('<ref name="a">کتاب</ref>'))
    repository.write(a=page.format(""))
    result = run("lint", "--profile", "ur.wikipedia", "--select", "references", "--changed")
    assert "a.wiki:1:" in result.out
    assert "a.wiki:3:" not in result.out


def test_one_more_of_the_same(repository: Repository) -> None:
    repository.commit(a=FAULTY)
    repository.write(a=FAULTY * 2)
    assert repository.lint("--changed") == ["a:2"]


# --- which files -------------------------------------------------------------------------------


def test_staged_unstaged_and_untracked_files_but_no_ignored_ones(repository: Repository) -> None:
    (repository.folder / ".gitignore").write_text("ignored.wiki\n")
    repository.commit(same=FAULTY, staged=CLEAN, unstaged=CLEAN, gone=FAULTY)
    repository.write(staged=FAULTY)
    repository.git("add", "staged.wiki")
    repository.write(unstaged=FAULTY, untracked=FAULTY, ignored=FAULTY, gone=None)
    assert repository.lint("--changed") == ["staged:1", "unstaged:1", "untracked:1"]
    assert repository.lint("--changed", "same.wiki") == []
    assert repository.lint("--changed", "ignored.wiki") == ["ignored:1"]


def test_since_a_revision(repository: Repository) -> None:
    repository.commit(a=FAULTY, b=CLEAN)
    repository.commit(b=FAULTY)
    repository.commit(a=FAULTY + NEW)
    repository.write(c=NEW)
    assert repository.lint("--since", "HEAD~2") == ["a:2", "b:1", "c:1"]
    assert repository.lint("--since", "HEAD~1") == ["a:2", "c:1"]
    assert repository.lint("--since", "HEAD") == ["c:1"]


# --- what is fixed -----------------------------------------------------------------------------

FIXED = FAULTY.replace("سے سے", "سے")
NEW_FIXED = NEW.replace("نے نے", "نے")


def fix(run: Run, *arguments: str) -> Any:
    return run(
        "lint", "--profile", "ur.wikipedia", "--select", "language", "--unsafe-fixes", *arguments
    )


def test_findings_that_a_change_did_not_bring_are_not_fixed(
    repository: Repository, run: Run
) -> None:
    repository.commit(a=FAULTY + CLEAN + FAULTY, same=FAULTY)
    repository.write(a=FAULTY + NEW + CLEAN + FAULTY)
    result = fix(run, "--changed")
    assert (result.code, "Fixed 1 of 1 finding" in result.out) == (0, True)
    assert (repository.folder / "a.wiki").read_text() == FAULTY + NEW_FIXED + CLEAN + FAULTY
    assert (repository.folder / "same.wiki").read_text() == FAULTY


@pytest.mark.parametrize("place", [0, 1, 2], ids=["first", "second", "third"])
def test_of_equal_findings_that_on_the_changed_line_is_fixed(
    repository: Repository, run: Run, place: int
) -> None:
    lines = [FAULTY + CLEAN] * 3
    repository.commit(a="".join(lines))
    changed = FAULTY.replace("\n", f" {CLEAN}")
    repository.write(a="".join((*lines[:place], changed + CLEAN, *lines[place + 1 :])))
    assert fix(run, "--since", "HEAD").code == 0
    lines[place] = changed.replace("سے سے", "سے") + CLEAN
    assert (repository.folder / "a.wiki").read_text() == "".join(lines)


def test_a_new_page_is_fixed_as_a_whole(repository: Repository, run: Run) -> None:
    repository.commit()
    repository.write(a=FAULTY + CLEAN + FAULTY)
    assert fix(run, "--changed").code == 0
    assert (repository.folder / "a.wiki").read_text() == FIXED + CLEAN + FIXED


def test_a_patch_has_only_what_a_change_brought(repository: Repository, run: Run) -> None:
    repository.commit(a=FAULTY + CLEAN)
    repository.write(a=FAULTY + CLEAN + NEW)
    result = fix(run, "--diff", "--changed")
    removed = [line for line in result.out.splitlines() if line.startswith("-")]
    assert removed == ["--- a/a.wiki", f"-{NEW}".rstrip()]
    assert (repository.folder / "a.wiki").read_text() == FAULTY + CLEAN + NEW


# --- revisions ---------------------------------------------------------------------------------


def test_since_a_branch_was_left(repository: Repository) -> None:
    repository.commit(a=CLEAN, b=FAULTY)
    repository.git("checkout", "--quiet", "-b", "own")
    repository.commit(a=FAULTY)
    repository.git("checkout", "--quiet", "main")
    repository.commit(b=CLEAN)
    repository.git("checkout", "--quiet", "own")
    assert repository.lint("--since", "main") == ["a:1", "b:1"]
    assert repository.lint("--since", "main...") == ["a:1"]


def test_before_the_first_commit_everything_is_new(repository: Repository) -> None:
    repository.write(a=FAULTY)
    assert repository.lint("--changed") == ["a:1"]
    repository.git("add", "a.wiki")
    assert repository.lint("--changed") == ["a:1"]


def test_a_renamed_page_is_followed(repository: Repository) -> None:
    repository.commit(a=f"{FAULTY}{CLEAN * 9}")
    repository.git("mv", "a.wiki", "b.wiki")
    repository.write(b=f"{FAULTY}{CLEAN * 9}{NEW}")
    assert repository.lint("--changed") == ["b:11"]


def test_old_content_that_is_no_page(repository: Repository) -> None:
    (repository.folder / "a.wiki").write_bytes(b"\xff\x00")
    repository.commit()
    repository.write(a=FAULTY)
    assert repository.lint("--changed") == ["a:1"]


def test_line_ends_are_no_change(repository: Repository) -> None:
    repository.commit(a=FAULTY * 2)
    (repository.folder / "a.wiki").write_bytes((FAULTY * 2).replace("\n", "\r\n").encode())
    assert repository.lint("--changed") == []


def test_from_another_folder_and_through_a_link(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.folder / "deep" / "er").mkdir(parents=True)
    repository.commit(a=CLEAN)
    (repository.folder / "deep" / "er" / "b.wiki").write_text(FAULTY)
    (tmp_path / "link").symlink_to(repository.folder / "deep")
    monkeypatch.chdir(tmp_path)
    for folder in ("repository", "repository/deep/er/b.wiki", "link/er", Path("link").absolute()):
        assert repository.lint("--changed", folder) == ["b:1"]
    monkeypatch.chdir(repository.folder / "deep")
    assert repository.lint("--changed") == repository.lint("--changed", "..") == ["b:1"]


def test_a_repository_in_a_repository(repository: Repository, run: Run) -> None:
    repository.commit(a=FAULTY)
    inner = Repository(repository.folder / "inner", run)
    inner.commit(b=FAULTY)
    inner.write(c=NEW)
    assert repository.lint("--changed") == ["c:1"]


def test_a_repository_in_the_environment_as_hooks_have_it(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.folder / "deep").mkdir()
    repository.commit(**{"a": FAULTY, "deep/b": FAULTY})
    repository.write(**{"a": FAULTY + NEW, "deep/b": FAULTY + NEW, "deep/c": NEW})
    for folder in (".git", str(repository.folder / ".git")):
        monkeypatch.setenv("GIT_DIR", folder)
        assert repository.lint("--changed") == ["a:2", "b:2", "c:1"]
        assert repository.lint("--changed", "deep") == ["b:2", "c:1"]
        assert repository.lint("--changed", "-j", "2", "deep") == ["b:2", "c:1"]


@pytest.mark.parametrize("name", ["حمص کی\nجنگ", "'\" -x", "*", ":(top)x", "-n", "\x1b[31m\u202e"])
def test_names_may_hold_anything(repository: Repository, name: str) -> None:
    repository.commit(**{name: FAULTY, "other": FAULTY})
    repository.write(**{name: FAULTY + NEW})
    assert len(repository.lint("--changed")) == 1
    assert len(repository.lint("--changed", "--", f"./{name}.wiki")) == 1


def test_a_file_of_another_kind_that_is_named(repository: Repository) -> None:
    (repository.folder / "a.txt").write_text(FAULTY)
    repository.commit()
    (repository.folder / "a.txt").write_text(FAULTY + NEW)
    (repository.folder / "b.txt").write_text(NEW)
    assert repository.lint("--changed", "a.txt", "b.txt") == ["a:2", "b:1"]


# --- errors ------------------------------------------------------------------------------------


def test_no_such_revision(run: Run, repository: Repository) -> None:
    repository.commit(a=FAULTY)
    for name in ("nothing", "-x", "", "nothing..."):
        result = run("lint", f"--since={name}")
        assert (result.code, result.out) == (2, "")
        assert result.err == f"error: {name}: git knows no such revision\n"


def test_no_repository(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.wiki").write_text(FAULTY)
    result = run("lint", "--changed", tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"error: {tmp_path} is in no git repository\n"


def test_no_git(run: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write(a=FAULTY)
    monkeypatch.setenv("PATH", str(repository.folder))
    result = run("lint", "--changed")
    assert result.code == 2
    assert "error: git is not installed" in result.err


@pytest.mark.usefixtures("repository")
def test_standard_input(run: Run) -> None:
    result = run("lint", "--changed", "-")
    assert result.code == 2
    assert "standard input is in no git repository" in result.err


@pytest.mark.usefixtures("repository")
def test_options_that_contradict_each_other(run: Run) -> None:
    assert run("lint", "--changed", "--since", "HEAD").code == 2
    assert run("lint", "--changed", "--baseline", "x", "--write-baseline").code == 2


def test_together_with_a_baseline(run: Run, repository: Repository) -> None:
    repository.commit(a=FAULTY, b=FAULTY)
    baseline = ("--baseline", repository.folder / "old")
    repository.write(a=FAULTY + NEW)
    assert run("lint", *LANGUAGE, *baseline, "--write-baseline", "a.wiki").code == 0
    repository.write(a=f"{FAULTY}{NEW}اس کا کا گھر۔\n")
    result = run("lint", *LANGUAGE, *baseline, "--changed")
    assert [json.loads(line)["line"] for line in result.out.splitlines()] == [3]
    assert "1 old finding not shown" in result.err
    assert "no longer found" not in result.err
