"""The commits of one file, by a real git."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from homs_wiki.git.history import FileCommit, file_history
from homs_wiki.git.importing import (
    Message,
    import_stream,
    inherited,
    is_ancestor,
    is_checked_out,
    messages,
    tip,
)
from homs_wiki.git.repository import GitError, Repository

LINES = "one\n\ntwo\n\nthree\n\nfour\n"
Commit = Callable[..., str]


@pytest.fixture(autouse=True)
def author(monkeypatch: pytest.MonkeyPatch) -> None:
    for key in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{key}_NAME", "مصنف <a>\t")
        monkeypatch.setenv(f"GIT_{key}_EMAIL", "author@example.org")
        monkeypatch.setenv(f"GIT_{key}_DATE", "1700000000 +0500")


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    git(tmp_path, "init", "-q", "-b", "main")
    with Repository(tmp_path) as found:
        yield found


@pytest.fixture
def commit(repository: Repository, tmp_path: Path) -> Commit:
    """Return a function: the text of a file, and perhaps its name and a subject, to a commit."""
    assert isinstance(repository, Repository)

    def make(text: str | None, name: str = "a.wiki", subject: str = "change") -> str:
        if text is not None:
            (tmp_path / name).write_text(text, "utf-8")
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "-q", "--allow-empty", "-m", subject)
        return git(tmp_path, "rev-parse", "HEAD").strip()

    return make


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def ids(found: list[FileCommit]) -> list[str]:
    return [each.id for each in found]


def test_what_a_commit_says(repository: Repository, commit: Commit) -> None:
    name = commit(LINES, subject="ایک  دو\nمزید\n\nbody")
    (found,) = file_history(repository, "a.wiki")
    assert (found.id, found.subject, found.path) == (name, "ایک  دو مزید", "a.wiki")
    assert (found.author, found.address, found.time) == (
        "مصنف a", "author@example.org", 1700000000,
    )  # fmt: skip
    assert repository.read(found.blob or "", "x", 100) == LINES.encode()


def test_only_commits_that_changed_the_file(repository: Repository, commit: Commit) -> None:
    first = commit(LINES)
    commit("x", "other.wiki")
    commit(None)
    second = commit("y")
    assert ids(file_history(repository, "a.wiki")) == [first, second]
    assert ids(file_history(repository, "a.wiki", f"{first}..HEAD")) == [second]
    assert file_history(repository, "none.wiki") == []


def test_no_commit_of_a_side_branch_is_lost(
    repository: Repository, commit: Commit, tmp_path: Path
) -> None:
    first = commit(LINES)
    git(tmp_path, "checkout", "-qb", "side")
    side = [commit(LINES.replace("four", each)) for each in ("4", "5")]
    git(tmp_path, "checkout", "-q", "main")
    main = commit(LINES.replace("one", "1"))
    git(tmp_path, "merge", "-q", "-m", "merge", "side")
    merge = git(tmp_path, "rev-parse", "HEAD").strip()
    found = ids(file_history(repository, "a.wiki"))
    assert (found[0], found[-1]) == (first, merge)
    assert sorted(found[1:-1]) == sorted([*side, main])
    assert found.index(side[0]) < found.index(side[1])


def test_a_merge_that_throws_a_side_away_comes_last(
    repository: Repository, commit: Commit, tmp_path: Path
) -> None:
    commit(LINES)
    git(tmp_path, "checkout", "-qb", "side")
    commit("thrown away")
    git(tmp_path, "checkout", "-q", "main")
    commit("x", "other.wiki")
    git(tmp_path, "merge", "-q", "-s", "ours", "-m", "merge", "side")
    found = file_history(repository, "a.wiki")
    texts = [repository.read(each.blob or "", "x", 100).decode() for each in found]
    assert texts == [LINES, "thrown away", LINES]


def test_renames_are_followed_on_every_branch(
    repository: Repository, commit: Commit, tmp_path: Path
) -> None:
    first = commit(LINES)
    git(tmp_path, "checkout", "-qb", "side")
    side = commit(LINES.replace("four", "4"))
    git(tmp_path, "checkout", "-q", "main")
    git(tmp_path, "mv", "a.wiki", "ب c.wiki")
    commit(None)
    last = commit(LINES.replace("one", "1"), "ب c.wiki")
    git(tmp_path, "merge", "-q", "-m", "merge", "side")
    found = file_history(repository, "ب c.wiki")
    assert {first, side, last} < set(ids(found))
    assert {each.path for each in found} == {"a.wiki", "ب c.wiki"}


def test_a_removed_file_has_no_content(
    repository: Repository, commit: Commit, tmp_path: Path
) -> None:
    commit(LINES)
    git(tmp_path, "rm", "-q", "a.wiki")
    removed = commit(None)
    commit("back")
    found = {each.id: each.blob for each in file_history(repository, "a.wiki")}
    assert len(found) == 3
    assert found[removed] is None


@pytest.mark.parametrize("revisions", ["none", "-x", "--all", "A...B", "HEAD..none", ""])
def test_what_is_no_revision(repository: Repository, commit: Commit, revisions: str) -> None:
    commit(LINES)
    with pytest.raises(GitError):
        file_history(repository, "a.wiki", revisions)


def test_names_with_line_ends_are_refused(repository: Repository) -> None:
    with pytest.raises(GitError, match="cannot be read"):
        file_history(repository, "a\nb")


def test_numbers_are_inherited(repository: Repository, commit: Commit, tmp_path: Path) -> None:
    first = commit(LINES, subject="number 3")
    git(tmp_path, "checkout", "-qb", "side")
    side = commit("x", subject="number 7")
    git(tmp_path, "checkout", "-q", "main")
    main = commit("y", "other.wiki")
    git(tmp_path, "merge", "-q", "-m", "merge", "side")

    def number(message: Message) -> int:
        return int("".join(filter(str.isdecimal, message.text)) or 0)

    found = inherited(repository, "HEAD", number)
    merge = git(tmp_path, "rev-parse", "HEAD").strip()
    assert found == {first: 3, side: 7, main: 3, merge: 7}
    assert is_ancestor(repository, side)
    assert not is_ancestor(repository, side, main)
    assert is_checked_out(repository, "refs/heads/main")
    assert not is_checked_out(repository, "refs/heads/side")


def test_without_commits(repository: Repository) -> None:
    assert tip(repository, "refs/heads/main") is None
    assert list(messages(repository)) == []


def test_a_stream_is_kept_as_far_as_it_came(repository: Repository) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"feature done\n"
        for number in range(6):
            yield (
                b"commit refs/heads/x\ncommitter a <a> 0 +0000\ndata 1\nm\n"
                b"M 100644 inline f\ndata 1\n%d\n" % number
            )
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_stream(repository, pieces(), 3)
    assert len(list(messages(repository, "refs/heads/x"))) == 5


def test_a_stream_that_git_refuses(repository: Repository) -> None:
    with pytest.raises(GitError, match="fast-import"):
        import_stream(repository, [b"nonsense\n"] * 3)
