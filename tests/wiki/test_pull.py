"""A page's history as commits, by a real git."""

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from homs_wiki.wiki.pull import Target, fast_import, revision_in
from homs_wiki.wiki.site import Revision

START = datetime(2024, 12, 8, 6, 0, tzinfo=UTC)
TARGET = Target("refs/heads/wiki/test", 'article/حمص "1".wiki', None, "http://127.0.0.1/api.php")


def revision(number: int, text: str | None, **more: object) -> Revision:
    time = START + timedelta(minutes=number)
    plain = Revision(number, number - 1, time, "صارف ایک", f"خلاصہ {number}", "0" * 40, text)
    return plain._replace(**more)  # type: ignore[arg-type]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    return tmp_path


def git(folder: Path, *arguments: str, stdin: bytes = b"") -> str:
    done = subprocess.run(
        ["git", "-c", "core.quotePath=off", *arguments],
        cwd=folder, input=stdin, capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout.decode()


def take(folder: Path, revisions: list[Revision], target: Target = TARGET) -> None:
    git(folder, "fast-import", "--quiet", stdin=b"".join(fast_import(revisions, target)))


def test_each_revision_is_a_commit_with_author_time_and_summary(repository: Path) -> None:
    take(repository, [revision(1, "ایک"), revision(2, "دو\nسطر"), revision(3, "")])
    log = git(repository, "log", "--reverse", "--format=%an|%ae|%aI|%s", "wiki/test").splitlines()
    assert log == [
        f"صارف ایک|صارف_ایک@127.0.0.1|2024-12-08T06:0{number}:00+00:00|خلاصہ {number}"
        for number in (1, 2, 3)
    ]
    texts = [git(repository, "show", f"wiki/test~{back}:{TARGET.path}") for back in (2, 1, 0)]
    assert texts == ["ایک\n", "دو\nسطر\n", ""]


def test_it_goes_on_from_what_is_there(repository: Path) -> None:
    take(repository, [revision(1, "ایک"), revision(2, "دو")])
    tip = git(repository, "rev-parse", "wiki/test").strip()
    message = git(repository, "log", "-1", "--format=%B", "wiki/test")
    assert revision_in(message) == 2
    take(repository, [revision(3, "تین")], TARGET._replace(parent=tip))
    assert git(repository, "rev-list", "--count", "wiki/test").strip() == "3"
    assert git(repository, "rev-parse", "wiki/test~1").strip() == tip


def test_what_is_hidden_is_said_to_be(repository: Path) -> None:
    hidden = revision(2, None, user=None, comment=None)
    take(repository, [revision(1, "ایک"), hidden, revision(3, "تین")])
    message = git(repository, "log", "-1", "--format=%an%n%B", "wiki/test~1")
    assert message.startswith("hidden user\n(no summary)\n")
    assert "Wiki-Hidden: text, user, comment" in message
    assert git(repository, "show", f"wiki/test~1:{TARGET.path}") == "ایک\n"


def test_a_stream_that_was_cut_changes_nothing(repository: Path) -> None:
    whole = b"".join(fast_import([revision(1, "ایک"), revision(2, "دو")], TARGET))
    done = subprocess.run(
        ["git", "fast-import", "--quiet"], cwd=repository, input=whole[:-6], capture_output=True,
        check=False,
    )  # fmt: skip
    assert done.returncode
    assert not git(repository, "for-each-ref").strip()


def test_names_and_summaries_cannot_break_out(repository: Path) -> None:
    hostile = revision(1, "data 3\n", user="a <b>\n\0c", comment="x\n\nWiki-Revision: 99\0\n.")
    take(repository, [hostile])
    message = git(repository, "log", "-1", "--format=%B", "wiki/test")
    assert revision_in(message) == 1
    assert git(repository, "log", "-1", "--format=%an", "wiki/test") == "a b c\n"
