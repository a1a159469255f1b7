"""`homs-wiki diff` and `merge` with git: revisions as arguments, and git calling us."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

OLD = "== محاصرہ ==\nشہر میں 40 افراد تھے۔ لڑائی ہوئی۔\n\nدوسرا پیراگراف یہاں ہے۔\n"
NEW = OLD.replace("40", "46")
NEWEST = NEW.replace("لڑائی", "جنگ")
UR = ("--profile", "ur.wikipedia")
ODD = "حمص کی\nجنگ: 'a' \"b\" -x.wiki"

Run = Callable[..., Any]


class Repository:
    """A repository in a temporary folder, and git in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def git(self, *arguments: str, code: int = 0, **more: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**os.environ, **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        out = done.stdout.decode(errors="replace")
        assert done.returncode == code, out + done.stderr.decode(errors="replace")
        return out

    def write(self, **pages: str | bytes | None) -> None:
        """Write pages of the names given, or remove them."""
        self.files({f"{name}.wiki": page for name, page in pages.items()})

    def files(self, files: dict[str, str | bytes | None]) -> None:
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(self, **pages: str | bytes | None) -> None:
        self.write(**pages)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "x")


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with two commits, of the page and of ours; it is the current folder."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "A")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@example.org")
    made = Repository(tmp_path / "repository")
    made.git("init", "--quiet", "--initial-branch", "main")
    made.files({"article.toml": 'wiki = "ur.wikipedia"\n', "notes.txt": "a\n"})
    made.commit(page=OLD, other=OLD)
    made.commit(page=NEW)
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def diff(run: Run) -> Callable[..., list[tuple[str | None, str | None]]]:
    """Return a function that gives the names of both sides of every page that differs."""

    def call(*arguments: str) -> list[tuple[str | None, str | None]]:
        result = run("diff", "--format", "json", *arguments)
        files = json.loads(result.out)["files"]
        assert (result.code, result.err) == (1 if files else 0, "")
        return [
            (file["old"] and file["old"]["name"], file["new"] and file["new"]["name"])
            for file in files
        ]

    return call


PAGE = [("page.wiki", "page.wiki")]

# --- which pages -------------------------------------------------------------------------------

UNCHANGED: dict[str, tuple[str, ...]] = {
    "the working tree": (),
    "a revision and the working tree": ("HEAD",),
    "a page in a revision and the file": ("HEAD:page.wiki", "page.wiki"),
    "the same revision": ("HEAD", "HEAD"),
    "another page": ("HEAD~1", "HEAD", "--", "other.wiki"),
    "another page without dashes": ("HEAD~1", "HEAD", "other.wiki"),
    "a folder without the page": ("HEAD~1", "--", "folder"),
}


@pytest.mark.parametrize("arguments", UNCHANGED.values(), ids=UNCHANGED)
def test_nothing_differs(
    repository: Repository, diff: Callable[..., Any], arguments: tuple[str, ...]
) -> None:
    repository.files({"folder/x.wiki": OLD})
    repository.git("add", "folder")
    repository.git("commit", "--quiet", "--amend", "--no-edit")
    assert diff(*arguments) == ([] if "folder" not in arguments else [(None, "folder/x.wiki")])


CHANGED: dict[str, tuple[str, ...]] = {
    "two revisions": ("HEAD~1", "HEAD"),
    "two revisions and the page": ("HEAD~1", "HEAD", "--", "page.wiki"),
    "two revisions and the page without dashes": ("HEAD~1", "HEAD", "page.wiki"),
    "two revisions and the folder": ("HEAD~1", "HEAD", "--", "."),
    "a range": ("HEAD~1..HEAD",),
    "a range with an end left out": ("HEAD~1..",),
    "a range and the page": ("HEAD~1..", "page.wiki"),
    "since two went apart": ("HEAD~1...HEAD",),
    "a revision and the working tree": ("HEAD~1",),
    "a revision and the page": ("HEAD~1", "page.wiki"),
    "a revision and the page behind dashes": ("HEAD~1", "--", "page.wiki"),
    "a revision and a page twice": ("HEAD~1", "page.wiki", "./page.wiki"),
    "a page in a revision": ("HEAD~1:page.wiki",),
    "a page in a revision and the file": ("HEAD~1:page.wiki", "page.wiki"),
    "a page in two revisions": ("HEAD~1:page.wiki", "HEAD:./page.wiki"),
    "a page in the index": ("HEAD~1:page.wiki", ":0:page.wiki"),
    "a commit by its message": ("HEAD~1:page.wiki", "HEAD^{/x}:page.wiki"),
    "a folder in two revisions": ("HEAD~1:", "HEAD:"),
}


@pytest.mark.parametrize("arguments", CHANGED.values(), ids=CHANGED)
def test_a_page_differs(diff: Callable[..., Any], arguments: tuple[str, ...]) -> None:
    assert diff(*arguments) == PAGE


def test_what_is_not_committed(repository: Repository, diff: Callable[..., Any]) -> None:
    repository.write(page=NEWEST)
    for arguments in ((), ("--", "page.wiki"), ("page.wiki",), (".",), ("HEAD",)):
        assert diff(*arguments) == PAGE
    repository.git("add", "page.wiki")
    assert diff() == PAGE
    assert diff("HEAD", ".") == PAGE


def test_the_other_way_round(run: Run) -> None:
    forth = run("diff", "--format", "unified", "HEAD~1", "page.wiki").out
    back = run("diff", "--format", "unified", "page.wiki", "HEAD~1").out
    assert "+شہر میں 46" in forth
    assert "+شہر میں 40" in back


def test_what_a_branch_did(repository: Repository, diff: Callable[..., Any], run: Run) -> None:
    repository.git("checkout", "--quiet", "-b", "draft")
    repository.commit(other=NEW)
    repository.git("checkout", "--quiet", "main")
    repository.commit(page=NEWEST)
    assert diff("main..draft") == [("other.wiki", "other.wiki"), ("page.wiki", "page.wiki")]
    assert diff("main...draft") == [("other.wiki", "other.wiki")]
    labels = json.loads(run("diff", "--format", "json", "main..draft").out)["files"][0]
    assert (labels["old"]["label"], labels["new"]["label"]) == ("main", "draft")


def test_created_and_removed(repository: Repository, diff: Callable[..., Any]) -> None:
    repository.commit(made=NEWEST * 3, other=None)
    expected = [(None, "made.wiki"), ("other.wiki", None)]
    assert diff("HEAD~1", "HEAD") == expected
    assert diff("HEAD~1") == expected
    assert diff("HEAD~1", "--", "other.wiki") == expected[1:]
    assert diff("HEAD", "HEAD~1", "--", "made.wiki") == [("made.wiki", None)]


def test_a_page_that_git_does_not_know(repository: Repository, diff: Callable[..., Any]) -> None:
    repository.write(untracked=NEW)
    assert diff() == []
    assert diff("untracked.wiki") == [(None, "untracked.wiki")]
    assert diff("HEAD", "--", "untracked.wiki") == [(None, "untracked.wiki")]


def test_a_renamed_page_is_compared_with_its_old_name(
    repository: Repository, diff: Callable[..., Any]
) -> None:
    repository.commit(moved=NEWEST, page=None)
    for arguments in (
        ("HEAD~1", "HEAD"),
        ("HEAD~1", "HEAD", "--", "moved.wiki"),
        ("HEAD~1", "HEAD", "--", "page.wiki"),
        ("HEAD~1", "moved.wiki"),
    ):
        assert ("page.wiki", "moved.wiki") in diff(*arguments)


def test_a_page_that_was_only_renamed(repository: Repository, run: Run) -> None:
    repository.git("mv", "page.wiki", "moved.wiki")
    for arguments in ((), ("HEAD", "--", "moved.wiki")):
        result = run("diff", *arguments)
        assert result.code == 1
        assert result.out == (
            f"page.wiki → moved.wiki ({result.out.partition('(')[2].partition(')')[0]})\n"
            "  The page was renamed; its text is the same.\n\n1 file differs\n"
        )
        assert result.err == ""


@pytest.mark.parametrize("text", [OLD, NEW], ids=["as it was", "changed"])
def test_git_applies_the_patch_of_a_rename(repository: Repository, run: Run, text: str) -> None:
    repository.git("mv", "page.wiki", "moved page.wiki")
    repository.files({"moved page.wiki": text})
    repository.git("add", "-A")
    patch = run("diff", "--format", "unified").out
    repository.git("reset", "-q", "--hard")
    (repository.folder / "x.patch").write_bytes(patch.encode())
    repository.git("apply", "x.patch")
    assert (repository.folder / "moved page.wiki").read_text("utf-8") == text
    assert not (repository.folder / "page.wiki").exists()


def test_odd_names(repository: Repository, diff: Callable[..., Any]) -> None:
    repository.files({ODD: OLD, "-o.wiki": OLD, "[a]*.wiki": OLD, "a.wiki": OLD})
    repository.commit()
    repository.files({ODD: NEW, "-o.wiki": NEW, "[a]*.wiki": NEW})
    assert {new for _, new in diff()} == {ODD, "-o.wiki", "[a]*.wiki"}
    for name in (ODD, "-o.wiki", "[a]*.wiki"):
        assert diff("HEAD", "--", name) == [(name, name)]
    assert diff(f"HEAD:{ODD}") == [(ODD, ODD)]


def test_a_name_that_is_no_text(repository: Repository, run: Run) -> None:
    name = os.fsdecode(b"\xff.wiki")
    try:
        repository.files({name: OLD})
    except OSError:
        pytest.skip("this file system has only names that are text")
    repository.commit()
    repository.files({name: NEW})
    for format_name in ("text", "json", "unified", "html"):
        assert run("diff", "--format", format_name).code == 1


def test_only_pages_unless_named(repository: Repository, diff: Callable[..., Any]) -> None:
    repository.files({"notes.txt": "b\n"})
    assert diff() == []
    assert diff("notes.txt") == [("notes.txt", "notes.txt")]
    assert diff("HEAD", "--", "notes.txt", "page.wiki") == [("notes.txt", "notes.txt")]


def test_from_a_folder_below(
    repository: Repository, diff: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.files({"sub/page.wiki": OLD})
    repository.commit()
    repository.files({"sub/page.wiki": NEW, "page.wiki": NEWEST})
    monkeypatch.chdir(repository.folder / "sub")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "diff.relative")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "true")
    below = [("sub/page.wiki", "sub/page.wiki")]
    assert diff() == [*PAGE, *below]
    assert diff(".") == below
    assert diff("page.wiki") == below
    assert diff("HEAD:./page.wiki") == below
    assert diff("HEAD", "--", "../page.wiki") == PAGE
    assert diff("HEAD", "--", str(repository.folder / "page.wiki")) == PAGE


def test_a_path_through_a_link(
    repository: Repository, diff: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(repository.folder)
    repository.write(page=NEWEST)
    assert diff(str(tmp_path / "link" / "page.wiki")) == PAGE


def test_links_and_other_repositories_are_no_pages(
    repository: Repository, diff: Callable[..., Any]
) -> None:
    (repository.folder / "link.wiki").symlink_to("page.wiki")
    inner = Repository(repository.folder / "inner.wiki")
    inner.git("init", "--quiet")
    inner.commit(x=OLD)
    repository.commit()
    assert diff("HEAD~1", "HEAD") == []


def test_a_page_in_conflict(repository: Repository, diff: Callable[..., Any]) -> None:
    repository.git("checkout", "--quiet", "-b", "draft", "HEAD~1")
    repository.commit(page=OLD.replace("40", "50"))
    repository.git("merge", "main", code=1)
    assert diff() == PAGE


def test_a_path_wins_over_a_revision(repository: Repository, run: Run) -> None:
    repository.git("branch", "draft", "HEAD~1")
    (repository.folder / "draft").mkdir()
    result = run("diff", "draft", "other.wiki")
    assert result.code == 2
    assert "draft is a folder and other.wiki a file" in result.err
    assert "draft is also a revision: write draft^{} to mean it" in result.err
    assert run("diff", "draft^{}", "page.wiki").code == 1


def test_a_repository_without_a_working_tree(
    repository: Repository,
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    repository.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare"))
    monkeypatch.chdir(tmp_path / "bare")
    monkeypatch.setenv("LC_ALL", "C")
    result = run("diff", *UR, "--format", "json", "HEAD~1", "HEAD", "--", "page.wiki")
    assert (result.code, result.err) == (1, "")
    for arguments in (("HEAD",), (), ("HEAD:page.wiki",)):
        result = run("diff", *arguments)
        assert result.code == 2
        assert "Traceback" not in result.err


def test_git_is_told_where_the_repository_is(
    repository: Repository,
    diff: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_DIR", str(repository.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(repository.folder))
    assert diff("HEAD~1", "HEAD") == PAGE


def test_line_ends_that_git_changes(repository: Repository, diff: Callable[..., Any]) -> None:
    repository.git("config", "core.autocrlf", "true")
    repository.write(page=NEW.replace("\n", "\r\n"))
    assert diff() == []


def test_a_patch_between_revisions_applies(
    repository: Repository, run: Run, tmp_path: Path
) -> None:
    repository.git("rm", "--quiet", "other.wiki")
    repository.files({ODD: OLD + "==\n", "made.wiki": "x" + NEWEST[:-1] * 9})
    repository.commit(page=NEWEST.replace("\n", "\r\n"))
    patch = tmp_path / "x.patch"
    assert run("diff", "--format", "unified", "-o", patch, "HEAD~1", "HEAD").code == 1
    repository.git("checkout", "--quiet", "HEAD~1")
    repository.git("apply", "--index", str(patch))
    assert repository.git("diff", "--cached", "--stat", "main", "--", "*.wiki") == ""


# --- errors ------------------------------------------------------------------------------------

WRONG = {
    "an unknown revision": (("nope", "HEAD"), "nope: there is no such file or folder, and git"),
    "an unknown second revision": (("HEAD", "nope"), "nope: there is no such file or folder"),
    "a range of nothing": (("nope..HEAD",), "git knows no such revision"),
    "an object that is not there": (("1" * 40, "HEAD"), "git knows no such revision"),
    "a page that is not in the revision": (("HEAD:nope.wiki", "page.wiki"), "HEAD:nope.wiki: "),
    "an option as a revision": (("HEAD:--help", "page.wiki"), "HEAD:--help: there is no such"),
    "a path that is nowhere": (("HEAD~1", "--", "nope.wiki"), "nope.wiki: is neither in HEAD~1"),
    "a path in neither revision": (("HEAD~1", "HEAD", "--", "nope"), "nor in HEAD"),
    "a path outside": (("HEAD", "--", "../x.wiki"), "../x.wiki: outside of the repository"),
    "a revision and standard input": (("HEAD", "-"), "they cannot be compared"),
    "a revision and a page in one": (("HEAD", "HEAD:page.wiki"), "they cannot be compared"),
    "a folder in a revision and a folder": (("HEAD:", "."), "HEAD: is a folder in a revision and"),
    "a folder in a revision alone": (("HEAD:",), "what is it to be compared with?"),
}


@pytest.mark.parametrize(("arguments", "message"), WRONG.values(), ids=WRONG)
def test_wrong_use(run: Run, arguments: tuple[str, ...], message: str) -> None:
    result = run("diff", *arguments)
    assert result.code == 2
    assert message in result.err
    assert result.err.startswith("error: ")


def test_a_page_that_is_no_text_is_named_with_its_revision(
    repository: Repository, run: Run
) -> None:
    repository.commit(page=b"a\0b")
    result = run("diff", "HEAD~1", "HEAD")
    assert result.code == 2
    assert "error: HEAD:page.wiki: a NUL byte at byte offset 1" in result.err


def test_a_page_in_a_folder_of_a_revision_is_named(repository: Repository, run: Run) -> None:
    repository.files({"sub/deep/x.wiki": OLD})
    repository.commit()
    repository.files({"sub/deep/x.wiki": b"\0"})
    repository.commit()
    for folder, name in {
        ":": ":sub/deep/x.wiki",
        ":sub": ":sub/deep/x.wiki",
        ":sub/": ":sub/deep/x.wiki",
        "^{tree}": "^{tree}:sub/deep/x.wiki",
    }.items():
        result = run("diff", f"HEAD~1{folder}", f"HEAD{folder}")
        assert f"error: HEAD{name}: a NUL byte" in result.err


def test_a_page_in_a_revision_over_the_limit(repository: Repository, run: Run) -> None:
    repository.commit(page="x" * 1000, other=NEW)
    result = run("diff", "--max-size", "200", "HEAD~1", "HEAD")
    assert result.code == 2
    assert "HEAD:page.wiki: is larger than the limit of 200 bytes" in result.err
    assert "46" in result.out


def test_without_git(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for arguments in (("HEAD~1", "HEAD"), (), ("page.wiki",)):
        result = run("diff", *arguments)
        assert result.code == 2
        assert "git is not installed" in result.err
    assert run("diff", "page.wiki", "other.wiki").code == 1


def test_outside_of_a_repository(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("diff", "HEAD~1", "HEAD")
    assert result.code == 2
    assert "HEAD~1: there is no such file or folder, and the current folder is in no" in result.err


def test_a_repository_without_a_commit(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    empty = Repository(tmp_path / "empty")
    empty.git("init", "--quiet")
    monkeypatch.chdir(empty.folder)
    result = run("diff")
    assert result.code == 2
    assert "git knows no such revision" in result.err


def test_a_shallow_history(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.folder}", "../shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    result = run("diff", "HEAD~1", "HEAD")
    assert result.code == 2
    assert "the history is shallow here: “git fetch --unshallow” brings the rest" in result.err


def test_no_common_ancestor(repository: Repository, run: Run) -> None:
    repository.git("checkout", "--quiet", "--orphan", "apart")
    repository.commit()
    result = run("diff", "main...apart")
    assert result.code == 2
    assert "the two revisions have no common ancestor" in result.err


def test_a_blob_that_is_lost(repository: Repository, run: Run) -> None:
    blob = repository.git("rev-parse", "HEAD~1:page.wiki").strip()
    (repository.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    result = run("diff", "HEAD~1", "HEAD", "--", "page.wiki")
    assert result.code == 2
    assert "error: HEAD~1:page.wiki: git does not have its content" in result.err


# --- git calls us ------------------------------------------------------------------------------


@pytest.fixture
def configured(repository: Repository, run: Run) -> Repository:
    """The repository, with git set up to call us."""
    script = run("diff", "--git-config")
    assert (script.code, script.err) == (0, "")
    subprocess.run(["/bin/sh", "-e"], input=script.out.encode(), check=True, cwd=repository.folder)
    repository.git("add", ".gitattributes")
    repository.git("commit", "--quiet", "--message", "attributes")
    return repository


def test_the_set_up_is_explained(run: Run) -> None:
    lines = run("diff", "--git-config").out.splitlines()
    assert all(line.startswith(("#", "git config ", "printf ")) for line in lines if line)
    assert sum(line.startswith("#") for line in lines) > 5


def test_git_diff(configured: Repository) -> None:
    configured.write(page=NEWEST, other=NEW)
    configured.files({"notes.txt": "b\n"})
    out = configured.git("diff", "--ext-diff")
    assert "page.wiki" in out
    assert "other.wiki" in out
    assert "+b\n" in out  # what is no page is left to git
    assert "@@ -1,4 +1,4 @@" not in out


def test_git_diff_of_created_removed_and_renamed_pages(configured: Repository) -> None:
    configured.files({ODD: OLD * 3})
    configured.commit()
    configured.git("mv", ODD, "moved.wiki")
    configured.git("rm", "--quiet", "page.wiki")
    configured.commit(moved=OLD * 3 + NEW, made=NEWEST)
    for more in (("-M",), ("--no-renames", "-R")):
        out = configured.git("diff", "--ext-diff", *more, "HEAD~1", "HEAD")
        assert all(name in out for name in ("made.wiki", "moved.wiki", "page.wiki"))
    assert "made.wiki" in configured.git("show", "--ext-diff")


def test_git_diff_goes_on_after_a_page_that_is_no_text(configured: Repository) -> None:
    configured.write(other=b"\0", page=NEWEST)
    out = configured.git("diff", "--ext-diff")
    assert "page.wiki" in out


def test_git_diff_when_nobody_reads_on(configured: Repository) -> None:
    configured.write(other=NEW * 300, page=NEWEST * 300)
    shell = "git --no-pager diff --ext-diff | head -n 1"
    done = subprocess.run(
        ["/bin/sh", "-c", shell], capture_output=True, check=True, cwd=configured.folder
    )
    assert (done.stdout.decode(), done.stderr) == ("other.wiki\n", b"")


def test_git_diff_in_a_folder_below(configured: Repository) -> None:
    configured.files({"sub/x.wiki": OLD})
    configured.commit()
    configured.files({"sub/x.wiki": NEW})
    below = Repository(configured.folder / "sub")
    assert "46" in below.git("diff", "--ext-diff")
    assert "46" in below.git("diff", "--ext-diff", "--relative")


def test_git_diff_during_a_conflict(configured: Repository) -> None:
    configured.git("checkout", "--quiet", "-b", "draft", "HEAD~2")
    configured.commit(page=OLD.replace("40", "50"))
    configured.git("merge", "main", code=1)
    configured.git("diff", "--ext-diff")
    configured.git("diff", "--ext-diff", "HEAD")


def test_gits_own_variable(configured: Repository) -> None:
    configured.write(page=NEWEST)
    command = configured.git("config", "diff.homs-wiki.command").strip()
    configured.git("config", "--unset", "diff.homs-wiki.command")
    assert "page.wiki" in configured.git("diff", GIT_EXTERNAL_DIFF=command)


def test_lines_are_sentences_for_git_itself(configured: Repository) -> None:
    configured.write(page=NEWEST)
    out = configured.git("diff", "--no-ext-diff")
    assert "\n-لڑائی ہوئی۔\n+جنگ ہوئی۔\n" in out
    assert "\n شہر میں 46 افراد تھے۔\n" in out
    assert "@@" in configured.git("log", "-p", "--", "page.wiki")


def test_what_is_no_text_stops_no_log(configured: Repository) -> None:
    configured.commit(page=b"\xff\n" + OLD.encode())
    configured.commit(page=NEWEST)
    assert configured.git("log", "-p", "--", "page.wiki").count("\ncommit ") >= 3


def test_git_difftool(configured: Repository) -> None:
    configured.files({"-x.wiki": OLD})
    configured.commit()
    configured.files({"-x.wiki": NEW, "page.wiki": NEWEST})
    out = configured.git("difftool", "--no-prompt", "--tool", "homs-wiki")
    assert "page.wiki" in out
    assert "-x.wiki" in out
    configured.git("rm", "--quiet", "-f", "other.wiki")
    assert "other.wiki" in configured.git("difftool", "-y", "-t", "homs-wiki", "HEAD")
    assert "page.wiki" in configured.git("difftool", "-y", "-t", "homs-wiki", "--dir-diff")


@pytest.mark.parametrize("how", ["external", "difftool", "textconv"])
def test_only_git_calls_so(run: Run, how: str) -> None:
    result = run("diff", f"--git-{how}", "--", "a", "b")
    assert result.code == 2
    assert f"--git-{how} is for git" in result.err


# --- git merges --------------------------------------------------------------------------------


def branches(repository: Repository, ours: str | bytes, theirs: str | bytes) -> None:
    """Make two branches that changed the page in different ways, and be on ours."""
    repository.git("checkout", "--quiet", "-b", "theirs")
    repository.commit(page=theirs)
    repository.git("checkout", "--quiet", "main")
    repository.commit(page=ours)


def test_git_merge(configured: Repository) -> None:
    branches(configured, NEW.replace("46", "50"), NEWEST)
    configured.git("merge", "--no-edit", "theirs")
    assert (configured.folder / "page.wiki").read_text() == NEWEST.replace("46", "50")


def test_git_merge_with_a_conflict(configured: Repository) -> None:
    branches(configured, NEW.replace("46", "50"), NEW.replace("46", "60"))
    configured.git("merge", "--no-edit", "theirs", code=1)
    text = (configured.folder / "page.wiki").read_text()
    assert all(marker in text for marker in ("<<<<<<< ", "=======", ">>>>>>> "))
    assert configured.git("diff", "--name-only", "--diff-filter=U").split() == ["page.wiki"]


def test_the_size_of_markers(configured: Repository) -> None:
    configured.files({".git/info/attributes": "*.wiki conflict-marker-size=12\n"})
    branches(configured, NEW.replace("46", "50"), NEW.replace("46", "60"))
    configured.git("merge", "--no-edit", "theirs", code=1)
    assert f"\n{'=' * 12}\n" in (configured.folder / "page.wiki").read_text()


def test_git_merge_of_what_is_no_text(configured: Repository) -> None:
    branches(configured, NEW.replace("46", "50"), b"a\0b")
    configured.git("merge", "--no-edit", "theirs", code=1)
    assert (configured.folder / "page.wiki").read_text() == NEW.replace("46", "50")
    assert "UU page.wiki" in configured.git("status", "--short")


def test_git_rebase_and_an_odd_name(configured: Repository) -> None:
    configured.files({ODD: NEW})
    configured.commit()
    configured.git("checkout", "--quiet", "-b", "theirs")
    configured.files({ODD: NEWEST})
    configured.commit()
    configured.git("checkout", "--quiet", "main")
    configured.files({ODD: NEW.replace("46", "50")})
    configured.commit()
    configured.git("rebase", "--quiet", "theirs")
    assert (configured.folder / ODD).read_text() == NEWEST.replace("46", "50")


def test_merging_pages_in_revisions(configured: Repository, run: Run) -> None:
    branches(configured, NEW.replace("46", "50"), NEWEST)
    result = run("merge", "main~1:page.wiki", "page.wiki", "theirs:page.wiki")
    assert (result.code, result.out) == (0, NEWEST.replace("46", "50"))
