"""``homs-wiki publish`` on a real wiki."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.publishing.conftest import TEXT, Article

Run = Callable[..., Any]
Configure = Callable[[str], None]


def test_a_new_page_its_change_and_nothing_to_do(run: Run, article: Article) -> None:
    first = run("publish", "--to", "test", "--summary", "پہلی بار")
    assert first.code == 0
    assert "The page is new." in first.out
    assert f"Published as revision {article.latest()}: http://127.0.0.1:" in first.out
    article.change("40 ہزار", "50 ہزار")
    second = run("publish", "page.wiki", "--to", "test", "--minor", "-m", "آبادی")
    assert second.code == 0
    assert "Number changed from “40” to “50”" in second.out
    assert "[-⁨40⁩-]{+⁨50⁩+}" in second.out
    third = run("publish", "--to", "test")
    assert third.code == 0
    assert third.out.startswith(f"Nothing to do: test has revision {article.latest()}: http:")
    history = article.history()
    assert [each["comment"] for each in history] == ["پہلی بار", "آبادی"]
    assert [each["minor"] for each in history] == [False, True]
    assert {each["user"] for each in history} == {"Bot"}
    assert f"{article.texts()[-1]}\n" == article.text


def test_a_dry_run_saves_nothing(run: Run, article: Article) -> None:
    result = run("publish", "--to", "test", "--dry-run")
    assert result.code == 0
    assert "this was a dry run" in result.out
    assert article.history() == []


def test_errors_of_the_linter_stop_it(run: Run, article: Article) -> None:
    article.change("ایک کتاب، صفحہ 5", "31 نومبر 2024ء")
    article.change("سب ختم ہوا۔", "یہ 31 نومبر 2024ء کو ہوا۔")
    result = run("publish", "--to", "test")
    assert result.code == 1
    assert "page.wiki:7:4: error date-impossible" in result.out
    assert "nothing was published: an error; mend it, or say --no-lint" in result.err
    assert article.history() == []
    assert run("publish", "--to", "test", "--no-lint").code == 0
    assert len(article.history()) == 1


def test_others_edits_are_merged_only_if_asked(run: Run, article: Article) -> None:
    run("publish", "--to", "test")
    article.other_changes("سب ختم ہوا۔", "سب کچھ ختم ہوا۔")
    article.change("40 ہزار", "50 ہزار")
    before = article.text
    offered = run("publish", "--to", "test")
    assert offered.code == 3
    assert "⁨Admin⁩" in offered.out
    assert "Number changed from “40” to “50”" in offered.out
    assert "say --merge for that" in offered.err
    assert article.text == before
    assert len(article.history()) == 2
    rehearsed = run("publish", "--to", "test", "--merge", "--dry-run")
    assert (rehearsed.code, article.text) == (0, before)
    merged = run("publish", "--to", "test", "--merge", "-m", "دونوں")
    assert merged.code == 0
    assert "page.wiki has the merged text now" in merged.err
    text = TEXT.replace("40 ہزار", "50 ہزار").replace("سب ختم ہوا۔", "سب کچھ ختم ہوا۔")
    assert article.text == text
    assert article.texts()[-1] == text.strip()
    assert len(article.history()) == 3


def test_contradictions_are_never_published(run: Run, article: Article) -> None:
    run("publish", "--to", "test")
    article.other_changes("40 ہزار", "60 ہزار")
    article.change("40 ہزار", "50 ہزار")
    before, latest = article.text, article.latest()
    result = run("publish", "--to", "test", "--merge")
    assert result.code == 3
    assert "conflict: merged:1: both sides changed the same words" in result.err
    assert f"--base {latest}" in result.err
    assert (article.text, article.latest()) == (before, latest)
    # Whoever has looked says so with the revision that was looked at.
    assert run("publish", "--to", "test", "--base", str(latest)).code == 0
    assert "50 ہزار" in article.texts()[-1]


def test_a_file_that_is_an_old_revision_is_behind(run: Run, article: Article) -> None:
    run("publish", "--to", "test")
    article.other_changes("40 ہزار", "60 ہزار")
    result = run("publish", "--to", "test", "--merge")
    assert result.code == 3
    assert "the page has an edit since; to bring them here: homs-wiki pull" in result.err
    assert "60 ہزار" in article.texts()[-1]


def test_two_files_of_one_page_are_made_from_different_revisions(
    run: Run, article: Article
) -> None:
    run("publish", "--to", "test")
    copy = article.folder / "copy.wiki"
    copy.write_text(article.text, encoding="utf-8")
    run("publish", copy, "--to", "test", "--title", article.title)
    article.change("40 ہزار", "50 ہزار")
    run("publish", "--to", "test")
    copy.write_text(TEXT.replace("سب ختم", "سب کچھ ختم"), encoding="utf-8")
    result = run("publish", copy, "--to", "test", "--title", article.title)
    assert result.code == 3
    assert "50 ہزار" in article.texts()[-1]


def test_a_push_of_one_file_says_nothing_of_another(run: Run, repository: Article) -> None:
    copy = repository.folder / "copy.wiki"
    copy.write_text(TEXT.replace("سب ختم", "سب کچھ ختم"), encoding="utf-8")
    repository.commit("بالکل اور\n", "one")
    run("push", "--to", "test")
    result = run("publish", copy, "--to", "test", "--title", repository.title)
    assert result.code == 3
    assert "it is not known from which revision" in result.err
    assert repository.texts() == ["بالکل اور"]
    # Of the file that was pushed it is known.
    repository.file.write_text("بالکل اور، نیا\n", encoding="utf-8")
    assert run("publish", "--to", "test").code == 0


@pytest.mark.parametrize("base", [None, "0"])
def test_a_page_that_others_made_is_not_overwritten(
    run: Run, article: Article, admin: Any, base: str | None
) -> None:
    admin.edit(article.title, "کسی اور کا متن")
    named = [] if base is None else ["--base", base]
    result = run("publish", "--to", "test", *named)
    assert result.code == 3
    assert ("it is not known from which revision" if base is None else "exists") in result.err
    assert article.texts() == ["کسی اور کا متن"]


def test_a_base_of_another_page_is_told(run: Run, article: Article, admin: Any) -> None:
    other = admin.edit(f"{article.title} اور", "کچھ اور")["edit"]["newrevid"]
    admin.edit(article.title, "کسی اور کا متن")
    result = run("publish", "--to", "test", "--base", str(other))
    assert result.code == 3
    assert f"revision {other} is one of “{article.title} اور”" in result.err
    assert article.texts() == ["کسی اور کا متن"]


def test_a_deleted_page_is_made_anew_only_if_asked(run: Run, article: Article, admin: Any) -> None:
    run("publish", "--to", "test")
    admin.write(action="delete", title=article.title)
    article.change("40 ہزار", "50 ہزار")
    result = run("publish", "--to", "test")
    assert result.code == 3
    assert "say --base 0" in result.err
    assert article.history() == []
    assert run("publish", "--to", "test", "--base", "0").code == 0
    assert len(article.history()) == 1


def test_a_renamed_page_is_not_made_a_second_time(run: Run, article: Article, admin: Any) -> None:
    run("publish", "--to", "test")
    admin.write(action="move", **{"from": article.title}, to=f"{article.title} نیا")
    article.change("40 ہزار", "50 ہزار")
    result = run("publish", "--to", "test")
    assert result.code == 3
    assert f"is one of “{article.title} نیا”" in result.err


def test_without_a_journal_the_commits_tell_the_base(
    run: Run, repository: Article, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository.commit(TEXT, "one")
    run("publish", "--to", "test")
    monkeypatch.setenv("HOMS_WIKI_JOURNAL", str(tmp_path / "other.sqlite"))
    repository.change("40 ہزار", "50 ہزار")
    assert run("publish", "--to", "test").code == 0
    assert len(repository.history()) == 2


def test_an_undone_edit_is_not_done_again_by_guessing(
    run: Run, repository: Article, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repository.commit(TEXT, "one")
    run("publish", "--to", "test")
    repository.change("40 ہزار", "50 ہزار")
    run("publish", "--to", "test")
    repository.other_changes("50 ہزار", "40 ہزار")
    monkeypatch.setenv("HOMS_WIKI_JOURNAL", str(tmp_path / "other.sqlite"))
    result = run("publish", "--to", "test")
    assert result.code == 3
    assert len(repository.history()) == 3


FAITHFUL = {
    "joiners and marks": "می\u200cخواهم \u200f(حمص)\u200f \u2068x\u2069 \u200d",
    "combining marks": "حمصِ اَوّل، قُرآن",
    "presentation forms": "\ufefb \ufdfa",
    "no-break and zero width spaces": "a\u00a0b\u200bc",
    "signatures in nowiki": "<nowiki>~~~~ {{نقل:x}}</nowiki> <!-- ~~~~ -->",
}


@pytest.mark.parametrize("text", FAITHFUL.values(), ids=FAITHFUL)
def test_text_that_comes_back_as_it_is(run: Run, article: Article, text: str) -> None:
    article.file.write_text(f"{text}\n", encoding="utf-8")
    result = run("publish", "--to", "test", "--no-lint")
    assert result.code == 0
    assert "the wiki will change this" not in result.out
    assert article.texts() == [text]
    assert run("status", "--site", "test").code == 0


CHANGED = {
    "white space at the end": ("متن \n\n\n", "متن", "page.wiki:1:4: white space at the end"),
    "decomposed letters": ("اب ا\u0653ب\n", "اب آب", "page.wiki:1:4: letters are composed"),
    "a control character": ("a\x07b\n", "a\ufffdb", "page.wiki:1:2: characters that no page"),
    "a signature": ("اب ~~~\n", "اب [[", "page.wiki:1:4: “⁨~~~⁩” becomes “⁨[["),
    "the pipe trick": ("اب [[شہر (جگہ)|]]\n", "اب [[شہر (جگہ)|شہر]]", "becomes “⁨شہر⁩”"),
    "substitution": ("{{نقل:ns:10}}\n", "سانچہ", "“⁨{{نقل:ns:10}}⁩” becomes “⁨سانچہ⁩”"),
}


@pytest.mark.parametrize(("text", "stored", "told"), CHANGED.values(), ids=CHANGED)
def test_what_the_wiki_will_change_is_said_before(
    run: Run, article: Article, text: str, stored: str, told: str
) -> None:
    article.file.write_text(text, encoding="utf-8")
    result = run("publish", "--to", "test", "--no-lint")
    assert result.code == 0, result.err
    assert told in result.out
    assert result.out.index(told) < result.out.index("Published")
    assert article.texts()[0].startswith(stored)
    assert told in run("status", "--site", "test").out


def test_line_ends_of_the_file_are_no_change(run: Run, article: Article) -> None:
    article.file.write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert run("publish", "--to", "test").code == 0
    article.other_changes("سب ختم", "سب کچھ ختم")
    article.file.write_bytes(article.file.read_bytes().replace(b"40", b"50"))
    assert run("publish", "--to", "test", "--merge").code == 0
    data = article.file.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    assert "50 ہزار" in data.decode()
    assert "سب کچھ" in data.decode()


REFUSALS = {
    "no right to edit": ("$wgRevokePermissions['user']['edit'] = true;", "may not"),
    "too large": ("$wgMaxArticleSize = 0.1;", "too large"),
    "no right to create": ("$wgRevokePermissions['user']['createpage'] = true;", "may not"),
}


@pytest.mark.parametrize(("php", "said"), REFUSALS.values(), ids=REFUSALS)
def test_refusals_are_told(
    run: Run, article: Article, configured: Configure, php: str, said: str
) -> None:
    configured(php)
    result = run("publish", "--to", "test")
    assert result.code == 3
    assert said in result.err
    assert article.history() == []


def test_a_protected_page(run: Run, article: Article, admin: Any) -> None:
    admin.write(action="protect", title=article.title, protections="create=sysop", expiry="never")
    result = run("publish", "--to", "test")
    assert result.code == 3
    assert result.err.startswith("error: ")
    assert article.history() == []


def test_templates_that_the_page_lacks(run: Run, article: Article, admin: Any) -> None:
    folder = article.folder / "templates"
    (folder / "خانہ").mkdir(parents=True)
    (folder / "خانہ الف.wiki").write_text("{{خانہ/قطار}} {{خانہ ب}}", encoding="utf-8")
    (folder / "خانہ ب.wiki").write_text("ب {{خانہ الف}}", encoding="utf-8")
    (folder / "خانہ" / "قطار.wiki").write_text("قطار", encoding="utf-8")
    (folder / "حوالہ جات.wiki").write_text("not to be overwritten", encoding="utf-8")
    article.change("سب ختم ہوا۔", "سب ختم ہوا۔ {{خانہ الف}} {{نہیں ہے}}")
    result = run("publish", "--to", "test", "--with-templates", "-m", "سانچے")
    assert result.code == 0
    made = [line for line in result.out.splitlines() if line.startswith("new template")]
    names = [line.partition(": ")[2].strip("⁨⁩") for line in made]
    assert names == ["سانچہ:خانہ/قطار", "سانچہ:خانہ ب", "سانچہ:خانہ الف"]
    assert "نہیں ہے, which is neither on the wiki nor here" in result.err
    assert admin.text("سانچہ:خانہ الف") == "{{خانہ/قطار}} {{خانہ ب}}"
    assert "overwritten" not in admin.text("سانچہ:حوالہ جات")
    again = run("publish", "--to", "test", "--with-templates")
    assert "new template" not in again.out


PRODUCTION = """[sites.live]
api = "{api}"
kind = "production"
user = "Bot"
bot = "homs-wiki"
"""


@pytest.fixture
def live(article: Article, monkeypatch: pytest.MonkeyPatch) -> Article:
    """The wiki, as one that has readers."""
    (article.folder / "homs-wiki.toml").write_text(PRODUCTION.format(api=article.wiki.api))
    secret = article.wiki.accounts.bot.secret
    monkeypatch.setenv("HOMS_WIKI_PASSWORD_LIVE", str(secret))
    return article


@pytest.mark.parametrize("command", ["publish", "push"])
def test_a_wiki_with_readers_is_not_written_to_by_accident(
    run: Run, live: Article, command: str
) -> None:
    live.git("init", "-q", "-b", "main")
    live.commit(TEXT, "one")
    for arguments, said in (
        ([], "say --production"),
        (["--yes"], "say --production"),
        (["--production", "--yes"], "--yes goes with --base"),
        (["--production"], "nobody can be asked here"),
    ):
        result = run(command, "--to", "live", *arguments)
        assert (result.code, live.history()) == (2, [])
        assert said in result.err
    result = run(command, "--to", "live", "--production", "--yes", "--base", "0")
    assert result.code == 0, result.err
    assert len(live.history()) == 1


def test_a_wiki_with_readers_is_written_to_after_a_yes(
    run: Run, live: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    for answer, code, count in (("n\n", 1, 0), ("y\n", 0, 1)):
        stream = io.StringIO(answer)
        monkeypatch.setattr(stream, "isatty", lambda: True)
        monkeypatch.setattr(sys, "stdin", stream)
        result = run("publish", "--to", "live", "--production")
        assert (result.code, len(live.history())) == (code, count)
        assert "Save this on live, which has readers?" in result.err


def test_secrets_are_never_shown(run: Run, live: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = "wrongwrongwrongwrongwrongwrong12"
    monkeypatch.setenv("HOMS_WIKI_PASSWORD_LIVE", wrong)
    result = run("publish", "--to", "live", "--production", "--yes", "--base", "0")
    assert result.code == 3
    assert "does not log in Bot@homs-wiki" in result.err
    assert wrong not in result.out + result.err
    monkeypatch.delenv("HOMS_WIKI_PASSWORD_LIVE")
    result = run("publish", "--to", "live", "--production", "--yes", "--base", "0")
    assert result.code == 2
    assert "set HOMS_WIKI_PASSWORD_LIVE" in result.err
    assert live.history() == []
    # Who only reads needs no secrets.
    assert run("status", "--site", "live").code == 1


def test_code_in_the_current_folder_does_not_run(run: Run, article: Article) -> None:
    trap = "import pathlib; pathlib.Path('trap').touch()\n"
    for name in ("user-config.py", "families/evil_family.py", "pywikibot.py", "usercustomize.py"):
        (article.folder / name).parent.mkdir(exist_ok=True)
        (article.folder / name).write_text(trap)
    assert run("publish", "--to", "test").code == 0
    assert not (article.folder / "trap").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("publish", "--to", "nowhere"), "there is no site 'nowhere'"),
        (("publish", "none.wiki", "--to", "test", "--title", "x"), "there is no such file"),
        (("publish", "other.wiki", "--to", "test"), "which page is it?"),
        (("publish", "-", "--to", "test"), "a file is wanted"),
        (("publish", "--to", "test", "--title", "a[b]"), "“a[b]” is no possible title"),
        (("publish", "--to", "test", "--base", "-1"), "--base"),
        (("publish",), "--to"),
        (("publish", "empty.wiki", "--to", "test", "--title", "x"), "is empty"),
        (("publish", "--to", "test", "--title", "A|B"), "“A|B” is no possible title"),
    ],
)
def test_wrong_use(run: Run, article: Article, arguments: tuple[str, ...], said: str) -> None:
    (article.folder / "other.wiki").write_text("x")
    (article.folder / "empty.wiki").write_text(" \n")
    result = run(*arguments)
    assert result.code in (2, 3)
    assert said in result.err


def test_a_test_wiki_that_does_not_run(
    run: Run, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HOMS_WIKI_TESTWIKI")
    result = run("publish", "--to", "test")
    assert result.code == 2
    assert "the test wiki does not run: homs-wiki testwiki start" in result.err
    assert article.file.exists()


@pytest.mark.parametrize("command", ["publish", "push", "pull", "status", "preview"])
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    assert f"  homs-wiki {command} " in run(command, "--help").out


def test_help_imports_nothing_of_pywikibot(run: Run) -> None:
    for command in ("publish", "push", "pull", "status", "preview"):
        before = set(sys.modules)
        run(command, "--help")
        assert not {name for name in set(sys.modules) - before if name.startswith("pywikibot")}


def test_revisions_of_a_wiki_can_be_compared(run: Run, article: Article) -> None:
    run("publish", "--to", "test")
    first = article.latest()
    article.change("40 ہزار", "50 ہزار")
    run("publish", "--to", "test")
    result = run("diff", f"wiki:{first}", "wiki:current")
    assert result.code == 1
    assert "Number changed from “40” to “50”" in result.out
    assert run("diff", "wiki:current", "page.wiki").code == 0
    assert run("diff", "wiki:99999999", "page.wiki").code == 2
    assert "write wiki:NUMBER" in run("diff", "wiki:x", "page.wiki").err
    assert os.sep not in article.title
