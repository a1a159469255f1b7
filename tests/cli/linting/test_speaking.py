"""The language in which `homs-wiki lint` speaks."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.cli.linting.speaking import note
from homs_wiki.lint.finding import Phrase
from homs_wiki.lint.messages import use_language

Run = Callable[..., Any]

FAULTY = "باغی شہر سے سے نکلے۔\n"
ENGLISH, URDU = "is repeated", "مکرر ہے"


@pytest.fixture(autouse=True)
def _language(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    yield
    use_language(None)


@pytest.fixture
def lint(run: Run, tmp_path: Path) -> Callable[..., str]:
    """Return a function: options to what a run with a finding writes."""
    page = tmp_path / "a.wiki"
    page.write_text(FAULTY, encoding="utf-8")

    def lint(*options: str) -> str:
        result = run("lint", "--profile", "ur.wikipedia", "--select", "language", *options, page)
        assert result.code == 1, result.err
        return str(result.out)

    return lint


def test_english_unless_something_else_is_said(lint: Callable[..., str]) -> None:
    assert ENGLISH in lint()


def test_urdu_is_asked_for(lint: Callable[..., str], tmp_path: Path) -> None:
    assert re.sub("[\u2068\u2069]", "", lint("--lang", "ur")) == (
        f"{tmp_path / 'a.wiki'}:1:10: تنبیہ repeated-word  “سے” مکرر ہے\n"
        "    باغی شہر ⟦سے سے⟧ نکلے۔\n"
        "\n1 فائل میں 1 نتیجہ (1 تنبیہ)\n"
    )


def test_the_locale_is_asked(lint: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_ALL")
    monkeypatch.setenv("LANG", "ur_PK.UTF-8")
    assert URDU in lint()
    assert URDU in lint("--format", "html")
    assert ENGLISH in lint("--lang", "en")


def test_settings_go_before_the_locale(
    lint: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "homs-wiki.toml").write_text('[lint]\nlanguage = "en"\n', encoding="utf-8")
    monkeypatch.delenv("LC_ALL")
    monkeypatch.setenv("LANG", "ur_PK.UTF-8")
    assert ENGLISH in lint()
    assert URDU in lint("--lang", "ur")


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "github", "checkstyle"])
def test_what_programs_read_is_english_unless_the_command_line_says_otherwise(
    lint: Callable[..., str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv("LC_ALL")
    monkeypatch.setenv("LANG", "ur_PK.UTF-8")
    assert ENGLISH in lint("--format", name)
    assert URDU in lint("--format", name, "--lang", "ur")


def test_names_and_severities_stay_english_for_programs(lint: Callable[..., str]) -> None:
    [finding] = json.loads(lint("--format", "json", "--lang", "ur"))["findings"]
    assert (finding["rule"], finding["severity"]) == ("repeated-word", "warning")


def test_a_language_without_messages_is_told(run: Run, tmp_path: Path) -> None:
    result = run("lint", "--lang", "fr", tmp_path)
    assert result.code == 2
    assert "fr" in result.err
    (tmp_path / "homs-wiki.toml").write_text('[lint]\nlanguage = "fr"\n', encoding="utf-8")
    result = run("lint", tmp_path)
    assert result.code == 2
    assert "homs-wiki.toml, [lint]: 'language' must be one of 'en', 'ur'" in result.err


def test_notes_are_in_the_language_of_the_run(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "a.wiki"
    page.write_text("{{nobots}} [[mill|mill]]\n")
    lint = ("lint", "--profile", "en.wikipedia", "--select", "links", "--fix", page)
    assert run(*lint).err.startswith("note: ")
    said = run(*lint, "--lang", "ur").err
    assert "nothing is fixed" not in said
    assert "--fix-anyway" in said
    assert str(page) in said
    assert "<U+" not in said


@pytest.mark.parametrize("number", [1, 2], ids=["one", "two"])
def test_notes_of_old_findings_are_in_the_language_of_the_run(
    run: Run, tmp_path: Path, number: int
) -> None:
    page = tmp_path / "a.wiki"
    page.write_text(FAULTY * number)
    lint = ("lint", "--profile", "ur.wikipedia", "--lang", "ur", "--baseline", tmp_path / "old")
    assert str(number) in run(*lint, "--write-baseline", page).err
    said = run(*lint, page).err
    assert "old finding" not in said
    assert str(number) in said


def test_a_note_from_elsewhere_is_english_and_safe(
    capsys: pytest.CaptureFixture[str],
) -> None:
    use_language("ur")
    note("odd \u202e text")
    assert capsys.readouterr().err == "note: odd <U+202E> text\n"
    note(Phrase("{file}", file="a\u202eb"))
    assert "a<U+202E>b" in capsys.readouterr().err
