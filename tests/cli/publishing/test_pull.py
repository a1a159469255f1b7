"""``homs-wiki pull`` from a real wiki."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.cli.publishing.conftest import TEXT, Article

Run = Callable[..., Any]


def branch(article: Article) -> str:
    return f"wiki/test/{article.title.replace(' ', '_')}"


def fill(article: Article, admin: Any, count: int) -> None:
    for number in range(count):
        admin.write(
            action="edit", title=article.title, text=f"متن {number}\n\n{TEXT}",
            summary=f"خلاصہ {number}", minor=number % 2,
        )  # fmt: skip


def test_the_history_becomes_commits_and_grows(run: Run, repository: Article, admin: Any) -> None:
    fill(repository, admin, 3)
    result = run("pull", "--from", "test")
    assert result.code == 0, result.err
    assert f"Pulled 3 revisions of “⁨{repository.title}⁩”" in result.out
    log = repository.git("log", "--reverse", "--format=%an|%s", branch(repository)).split("\n")
    assert log[:3] == [f"Admin|خلاصہ {number}" for number in range(3)]
    text = repository.git("show", f"{branch(repository)}:page.wiki")
    assert text == f"{repository.texts()[-1]}\n"
    assert "Nothing to do" in run("pull", "--from", "test").out
    repository.other_changes("متن 2", "متن تین")
    assert "Pulled 1 revision of" in run("pull", "--from", "test").out
    assert repository.git("rev-list", "--count", branch(repository)) == "4\n"
    assert "Wiki-Minor: yes" in repository.git(
        "log", "-1", "--format=%B", f"{branch(repository)}~2"
    )


def test_it_stands_on_the_last_commit_that_is_there(run: Run, repository: Article) -> None:
    repository.commit("کچھ اور\n", "zero")
    name = repository.commit(TEXT, "one")
    run("push", "--to", "test")
    assert "Nothing to do" in run("pull", "--from", "test").out
    repository.other_changes("40 ہزار", "60 ہزار")
    repository.other_changes("60 ہزار", "40 ہزار")  # back to what we had: another revision
    assert "Pulled 2 revisions" in run("pull", "--from", "test").out
    assert repository.git("rev-parse", f"{branch(repository)}~2").strip() == name


def test_other_names(run: Run, repository: Article, admin: Any) -> None:
    fill(repository, admin, 1)
    result = run(
        "pull", "--from", "test", repository.title, "--branch", "copy", "--file", "a/b.wiki"
    )
    assert result.code == 2  # there is no such folder
    (repository.folder / "a").mkdir()
    arguments = ("--from", "test", repository.title, "--branch", "copy", "--file", "a/b.wiki")
    assert run("pull", *arguments).code == 0
    assert repository.git("ls-tree", "-r", "--name-only", "copy") == "a/b.wiki\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("نہیں ہے",), "there is no page “نہیں ہے”"),
        (("--branch", "main"), "is checked out"),
        (("--branch", "mine"), "that is not from test"),
        (("--branch", "a b"), "no name for a branch"),
        (("--branch", "x", "--current"), "--current goes into a file"),
        (("", "--current"), "is empty"),
        (("a[b]",), "no possible title"),
        (("a|b",), "no possible title"),
        (("x", "--file", "../x.wiki"), "in no git repository"),
        (("--file", "other.wiki"), "which page?"),
    ],
)
def test_wrong_use(
    run: Run, repository: Article, admin: Any, arguments: tuple[str, ...], said: str
) -> None:
    repository.commit(TEXT, "one")
    repository.git("branch", "mine")
    fill(repository, admin, 1)
    before = repository.git("for-each-ref")
    result = run("pull", "--from", "test", *arguments)
    assert result.code in (2, 3)
    assert said in result.err
    assert repository.git("for-each-ref") == before
    assert repository.text == TEXT


def test_a_branch_that_is_checked_out_is_left_alone(
    run: Run, repository: Article, admin: Any
) -> None:
    fill(repository, admin, 1)
    run("pull", "--from", "test", "--branch", "theirs")
    repository.git("checkout", "-qf", "theirs")
    repository.other_changes("متن 0", "متن صفر")
    result = run("pull", "--from", "test", "--branch", "theirs")
    assert result.code == 2
    assert "is checked out" in result.err


def test_a_branch_of_another_page_is_not_mixed(run: Run, repository: Article, admin: Any) -> None:
    fill(repository, admin, 1)
    other = f"{repository.title} اور"
    admin.edit(other, "کچھ اور")
    run("pull", "--from", "test", "--branch", "theirs")
    result = run("pull", "--from", "test", other, "--branch", "theirs")
    assert result.code == 3
    assert f"is one of “{repository.title}”" in result.err


def test_hidden_revisions_are_kept_as_such(
    run: Run, repository: Article, admin: Any, configured: Callable[[str], None]
) -> None:
    configured("$wgGroupPermissions['sysop']['deleterevision'] = true;")
    fill(repository, admin, 3)
    number = repository.history()[1]["revid"]
    answer = admin.write(
        action="revisiondelete", type="revision", ids=number, hide="content|comment|user",
    )  # fmt: skip
    assert "error" not in answer, answer
    assert run("pull", "--from", "test").code == 0
    message = repository.git("log", "-1", "--format=%an%n%B", f"{branch(repository)}~1")
    assert message.startswith("hidden user\n(no summary)\n")
    assert "Wiki-Hidden: text, user, comment" in message


def test_only_the_current_text(run: Run, article: Article, admin: Any) -> None:
    fill(article, admin, 2)
    article.file.unlink()
    result = run("pull", "--from", "test", "--current")
    assert (result.code, result.out) == (0, f"page.wiki is revision {article.latest()} now.\n")
    assert article.text == f"{article.texts()[-1]}\n"
    assert "Nothing to do" in run("pull", "--from", "test", "--current").out
    # What was pulled is known to be what the file is made from.
    article.change("متن 1", "متن ایک")
    assert run("publish", "--to", "test", "--no-lint").code == 0
    article.other_changes("متن ایک", "متن دو")
    assert run("pull", "--from", "test", "--current").code == 0
    assert "متن دو" in article.text


def test_a_local_change_is_never_overwritten(run: Run, article: Article, admin: Any) -> None:
    fill(article, admin, 2)
    result = run("pull", "--from", "test", "--current")
    assert result.code == 3
    assert "has changes that the page never had, and stays as it is" in result.err
    assert article.text == TEXT


def test_a_new_page_gets_a_file_of_its_name(run: Run, article: Article, admin: Any) -> None:
    title = f"{article.title}: الف/ب"
    admin.edit(title, "متن")
    assert run("pull", "--from", "test", title, "--current").code == 0
    name = f"{title.replace(':', '-').replace('/', '-').replace(' ', '_')}.wiki"
    assert (article.folder / name).read_text("utf-8") == "متن\n"
