"""``homs-wiki push`` on a real wiki."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.publishing.conftest import TEXT, Article

from homs_wiki.wiki.local import LocalWiki

Run = Callable[..., Any]

COMMAND = [sys.executable, "-c", "from homs_wiki.cli.main import run; run()"]


def with_mark(article: Article, *names: str) -> list[str]:
    """Return the summaries that commits get."""
    wanted = (
        article.git("log", "-1", "--format=%s (git %h)", "--abbrev=12", name) for name in names
    )
    return [each.strip() for each in wanted]


def test_every_commit_is_a_revision_in_order(run: Run, repository: Article) -> None:
    texts = [f"متن {number}\n" for number in range(4)]
    names = [repository.commit(text, f"تبدیلی {place}") for place, text in enumerate(texts)]
    result = run("push", "--to", "test")
    assert result.code == 0
    assert result.out.startswith(f"4 commits to push to “⁨{repository.title}⁩” on test:\n")
    assert f"Pushed 4 edits, up to revision {repository.latest()}: http" in result.out
    assert repository.texts() == [text.strip() for text in texts]
    comments = [each["comment"] for each in repository.history()]
    assert comments == with_mark(repository, *names)
    again = run("push", "--to", "test")
    assert (again.code, again.out) == (0, "Nothing to do: test has all 4 commits.\n")
    assert run("status", "--site", "test").code == 0


def test_a_dry_run_sends_nothing(run: Run, repository: Article) -> None:
    repository.commit(TEXT, "one")
    result = run("push", "--to", "test", "--dry-run")
    assert result.code == 0
    assert "1 commit to push" in result.out
    assert repository.history() == []
    run("push", "--to", "test")
    repository.commit("دو\n", "two")
    assert "1 commit to push" in run("push", "--to", "test", "-n").out
    assert len(repository.history()) == 1


def test_side_branches_and_merges_lose_nothing(run: Run, repository: Article) -> None:
    lines = "ایک\n\nدو\n\nتین\n"
    repository.commit(lines, "start")
    repository.git("checkout", "-qb", "side")
    repository.commit(lines.replace("تین", "تین الف"), "on the side")
    repository.git("checkout", "-q", "main")
    repository.commit(lines.replace("ایک", "ایک الف"), "on main")
    repository.git("merge", "-q", "-m", "both", "side")
    repository.git("checkout", "-qb", "ours")
    repository.commit("سب کچھ اور\n", "thrown away")
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-s", "ours", "-m", "kept ours", "ours")
    assert run("push", "--to", "test").code == 0
    subjects = [each["comment"].partition(" (git")[0] for each in repository.history()]
    assert subjects[0] == "start"
    assert sorted(subjects[1:3]) == ["on main", "on the side"]
    assert subjects[3:] == ["both", "thrown away", "kept ours"]
    assert f"{repository.texts()[-1]}\n" == repository.text
    assert repository.texts()[3] == repository.texts()[5]


def test_a_renamed_file_is_followed(run: Run, repository: Article) -> None:
    repository.commit("ایک\n\nدو\n\nتین\n", "one")
    repository.git("mv", "page.wiki", "renamed.wiki")
    toml = repository.folder / "article.toml"
    toml.write_text(toml.read_text("utf-8").replace("page.wiki", "renamed.wiki"), "utf-8")
    repository.git("commit", "-qam", "rename")
    (repository.folder / "renamed.wiki").write_text("ایک\n\nدو\n\nچار\n", "utf-8")
    repository.git("commit", "-qam", "two")
    assert run("push", "--to", "test").code == 0
    assert repository.texts() == ["ایک\n\nدو\n\nتین", "ایک\n\nدو\n\nچار"]


def test_ranges(run: Run, repository: Article) -> None:
    for number in range(4):
        repository.commit(f"متن {number}\n", f"commit {number}")
    assert run("push", "--to", "test", "main~2").code == 0
    skipping = run("push", "--to", "test", "main~1..main")
    assert skipping.code == 3
    assert "1 commits between the last one pushed and this range" in skipping.err
    assert run("push", "--to", "test", "main~2..main").code == 0
    assert repository.texts() == [f"متن {number}" for number in range(4)]


def test_a_history_that_was_rewritten(run: Run, repository: Article) -> None:
    first = repository.commit("ایک\n", "one")
    repository.commit("دو\n", "two")
    run("push", "--to", "test")
    repository.git("reset", "-q", "--hard", first)
    rewritten = repository.commit("دو\n", "two, rewritten")
    repository.commit("تین\n", "three")
    stopped = run("push", "--to", "test")
    assert stopped.code == 3
    assert "homs-wiki push COMMIT..HEAD --base REVID" in stopped.err
    base = str(repository.latest())
    arguments = ("--to", "test", f"{rewritten}..HEAD", "--base", base)
    assert "1 commit to push" in run("push", *arguments, "--dry-run").out
    assert run("push", "--to", "test").code == 3  # a dry run leaves nothing behind
    assert run("push", *arguments).code == 0
    repository.commit("چار\n", "four")
    assert run("push", "--to", "test").code == 0
    assert repository.texts() == ["ایک", "دو", "تین", "چار"]


def test_a_removed_file_is_told_and_what_follows_is_pushed(run: Run, repository: Article) -> None:
    repository.commit("ایک\n", "one")
    repository.git("rm", "-q", "page.wiki")
    repository.git("commit", "-qm", "gone")
    repository.commit("دو\n", "back")
    result = run("push", "--to", "test")
    assert result.code == 0
    assert "removed page.wiki: no revision is made of it" in result.err
    assert repository.texts() == ["ایک", "دو"]


def test_others_edits_stop_it_and_a_pull_and_a_merge_bring_it_on(
    run: Run, repository: Article
) -> None:
    repository.commit(TEXT, "one")
    run("push", "--to", "test")
    repository.other_changes("سب ختم ہوا۔", "سب کچھ ختم ہوا۔")
    repository.commit(TEXT.replace("40 ہزار", "50 ہزار"), "two")
    stopped = run("push", "--to", "test")
    assert stopped.code == 3
    assert "by Admin" in stopped.err
    assert len(repository.history()) == 2
    assert run("pull", "--from", "test", "--branch", "theirs").code == 0
    repository.git("merge", "-q", "-m", "merge", "theirs")
    assert "سب کچھ" in repository.text
    assert "50 ہزار" in repository.text
    pushed = run("push", "--to", "test")
    assert pushed.code == 0, pushed.err
    assert f"{repository.texts()[-1]}\n" == repository.text
    assert all("سب کچھ" in text for text in repository.texts()[1:])
    assert run("status", "--site", "test").code == 0


def test_commits_of_before_what_others_did_do_not_undo_it(run: Run, repository: Article) -> None:
    """A branch that left before the pull is walked after it, and has not what others did."""
    repository.commit(TEXT, "one")
    run("push", "--to", "test")
    repository.other_changes("سب ختم ہوا۔", "سب کچھ ختم ہوا۔")
    repository.git("checkout", "-qb", "draft")
    repository.commit(TEXT.replace("40 ہزار", "50 ہزار"), "draft 1")
    repository.commit(TEXT.replace("40 ہزار", "60 ہزار"), "draft 2")
    repository.git("checkout", "-q", "main")
    run("pull", "--from", "test", "--branch", "theirs")
    repository.git("merge", "-q", "theirs")
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "draft")
    assert run("push", "--to", "test").code == 0
    assert all("سب کچھ" in text for text in repository.texts()[1:])
    assert "60 ہزار" in repository.texts()[-1]


def test_killed_in_the_middle_it_goes_on_where_it_was(
    run: Run, repository: Article, tmp_path: Path
) -> None:
    count = 12
    for number in range(count):
        repository.commit(f"متن {number}\n", f"commit {number}")
    process = subprocess.Popen(
        [*COMMAND, "push", "--to", "test"], cwd=repository.folder,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while process.poll() is None and len(repository.history()) < 4:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    done = len(repository.history())
    result = run("push", "--to", "test")
    assert result.code == 0, result.err
    assert repository.texts() == [f"متن {number}" for number in range(count)]
    assert done >= 4
    assert (tmp_path / "journal.sqlite").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "say where to"),
        (("--to", "test", "--xml", "x"), "say where to"),
        (("--to", "test", "nothing"), "bad revision 'nothing'"),
        (("--to", "test", "HEAD...HEAD"), "written with two dots"),
        (("--to", "test", "--", "--output=evil"), "git says"),
        (("--to", "test", "--file", "other.wiki", "--title", "x"), "no commit in HEAD changed"),
        (("--to", "test", "--base", "99"), "is 0, not 99"),
    ],
)
def test_wrong_use(run: Run, repository: Article, arguments: tuple[str, ...], said: str) -> None:
    repository.commit(TEXT, "one")
    result = run("push", *arguments)
    assert result.code in (2, 3)
    assert said in result.err
    assert repository.history() == []
    assert not (repository.folder / "evil").exists()


def test_a_link_to_the_file_is_followed(run: Run, repository: Article) -> None:
    (repository.folder / "link.wiki").symlink_to("page.wiki")
    repository.commit(TEXT, "one")
    arguments = ("--file", "link.wiki", "--title", repository.title)
    assert run("push", "--to", "test", *arguments).code == 0
    assert repository.texts() == [TEXT.strip()]


def test_two_pushes_at_once_push_everything_once(run: Run, repository: Article) -> None:
    for number in range(5):
        repository.commit(f"متن {number}\n", f"commit {number}")
    both = [
        subprocess.Popen(
            [*COMMAND, "push", "--to", "test"], cwd=repository.folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]  # fmt: skip
    codes = sorted(process.wait() for process in both)
    assert codes[0] == 0
    assert codes[1] in (0, 2, 3)
    assert run("push", "--to", "test").code == 0
    assert repository.texts() == [f"متن {number}" for number in range(5)]


@pytest.mark.usefixtures("article")
def test_no_repository(run: Run) -> None:
    result = run("push", "--to", "test")
    assert result.code == 2
    assert "in no git repository" in result.err


def test_a_commit_that_is_no_text_stops_it_before_anything_is_sent(
    run: Run, repository: Article
) -> None:
    repository.commit("ایک\n", "one")
    repository.file.write_bytes(b"\xff\xfe")
    repository.git("commit", "-qam", "bytes")
    repository.commit("دو\n", "two")
    result = run("push", "--to", "test")
    assert result.code == 2
    assert "page.wiki: not UTF-8" in result.err
    assert repository.history() == []


def test_an_import_file_keeps_authors_and_times(
    run: Run, repository: Article, running: LocalWiki, monkeypatch: Any
) -> None:
    for number in range(3):
        monkeypatch.setenv("GIT_AUTHOR_DATE", f"2024-12-0{8 - number}T06:00:00+05:00")
        monkeypatch.setenv("GIT_AUTHOR_NAME", ["علی <a>", "B/C@d", "[#|]"][number])
        repository.commit(f"متن {number} & <b>ا\u0653</b>\n", f"commit {number} <&>")
    assert run("push", "--xml", "history.xml").code == 0
    php = shutil.which("php")
    assert php is not None
    settings = next(running.folder.rglob("LocalSettings.php"))
    from homs_wiki.wiki.local import find_software

    script = find_software().mediawiki / "maintenance" / "importDump.php"
    for _ in range(2):  # the second time changes nothing
        subprocess.run(
            [php, script, "--no-updates", "--username-prefix", "git", "history.xml"],
            env={**os.environ, "MW_CONFIG_FILE": str(settings)}, cwd=repository.folder,
            check=True, capture_output=True,
        )  # fmt: skip
        history = repository.history()
        assert [each["timestamp"] for each in history] == [
            f"2024-12-08T01:00:0{second}Z" for second in range(3)
        ]
        assert [each["user"] for each in history] == ["git>علی a", "git>B C d", "git>Unknown"]
        assert repository.texts() == [f"متن {number} & <b>آ</b>" for number in range(3)]
    assert "commit 1 <&> (git " in repository.history()[1]["comment"]
    assert run("push", "--xml", "-").out == (repository.folder / "history.xml").read_text("utf-8")
    # What was imported is known by its marks: nothing is pushed twice.
    assert "Nothing to do" in run("push", "--to", "test").out
