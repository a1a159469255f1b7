"""``homs-wiki status`` on a real wiki."""

import json
from collections.abc import Callable
from typing import Any

from tests.cli.publishing.conftest import TEXT, Article

Run = Callable[..., Any]


def state(run: Run, *arguments: str) -> dict[str, Any]:
    result = run("status", "--site", "test", "--format", "json", *arguments)
    found: dict[str, Any] = json.loads(result.out)
    assert result.code == (0 if found["state"] == "equal" else 1)
    text = run("status", "--site", "test", *arguments)
    assert text.out.startswith(f"{found['state']}: ")
    return found


def test_a_page_from_its_beginning(run: Run, repository: Article, admin: Any) -> None:
    repository.commit(TEXT, "one")
    assert state(run)["state"] == "new"
    run("publish", "--to", "test")
    equal = state(run)
    assert (equal["state"], equal["current"], equal["revisions"]) == (
        "equal", repository.latest(), [],
    )  # fmt: skip

    name = repository.commit(TEXT.replace("40 ہزار", "50 ہزار"), "آبادی")
    repository.change("سب ختم", "سب کچھ ختم")
    ahead = state(run)
    assert ahead["state"] == "ahead"
    assert ahead["commits"] == [{"id": name, "subject": "آبادی"}]
    assert ahead["uncommitted"] is True
    assert len(ahead["changes"]["here"]) == 2

    repository.other_changes("ایک قلعہ", "ایک بڑا قلعہ")
    apart = state(run)
    assert apart["state"] == "apart"
    assert [each["user"] for each in apart["revisions"]] == ["Admin"]
    assert len(apart["changes"]["there"]) == 1

    repository.file.write_text(TEXT, encoding="utf-8")
    behind = state(run)
    assert (behind["state"], behind["base"]) == ("behind", equal["current"])

    admin.edit(repository.title, "بالکل اور")
    repository.file.write_text("کہیں کا نہیں\n", encoding="utf-8")
    assert state(run)["state"] == "apart"


def test_what_nobody_knows_is_said(run: Run, article: Article, admin: Any) -> None:
    admin.edit(article.title, "کسی اور کا متن")
    found = state(run)
    assert (found["state"], found["base"]) == ("unknown", None)
    based = state(run, "--base", str(found["current"]))
    assert based["state"] == "ahead"


def test_people_are_shown_by_what(run: Run, article: Article) -> None:
    run("publish", "--to", "test")
    article.change("40 ہزار", "50 ہزار")
    article.other_changes("سب ختم", "سب کچھ ختم")
    shown = run("status", "--site", "test").out
    assert "Revisions that the file has not:" in shown
    assert "⁨Admin⁩" in shown
    assert "Number changed from “40” to “50”" in shown
    assert "homs-wiki publish page.wiki --to test" in shown


def test_wrong_use(run: Run, article: Article) -> None:
    assert run("status").code == 2
    assert run("status", "--site", "nowhere").code == 2
    assert run("status", "none.wiki", "--title", article.title, "--site", "test").code == 2
