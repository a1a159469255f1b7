"""``homs-wiki testwiki``, with a real wiki where it matters."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.cli import main
from homs_wiki.wiki.local import LocalWiki, MissingSoftwareError, default_folder, find_software

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The command is known, and the user's data folder is one of ours."""
    if "testwiki" not in main._COMMANDS:
        monkeypatch.setattr(main, "_COMMANDS", (*main._COMMANDS, "testwiki"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def needs_mediawiki(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOMS_WIKI_MEDIAWIKI", raising=False)
    try:
        find_software()
    except MissingSoftwareError as error:
        import os

        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(error))


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked to show."""
    addresses: list[str] = []

    def show(url: str) -> bool:
        addresses.append(url)
        return True

    monkeypatch.setattr("webbrowser.open", show)
    return addresses


@pytest.fixture
def stopped_in_the_end(tmp_path: Path) -> Any:
    folder = tmp_path / "data" / "homs-wiki" / "testwiki-ur"
    yield
    LocalWiki(folder).stop()


@pytest.mark.usefixtures("needs_mediawiki", "stopped_in_the_end")
def test_a_day_with_the_test_wiki(run: Run, opened: list[str]) -> None:
    started = run("testwiki", "start")
    assert (started.code, started.err) == (0, "Making a wiki; this takes a few seconds.\n")
    url = started.out.split()[1]
    assert url.startswith("http://127.0.0.1:")

    again = run("testwiki", "start")
    assert (again.code, again.err, again.out) == (0, "", started.out)

    status = run("testwiki", "status", "--format", "json")
    facts = json.loads(status.out)["testwiki"]
    assert status.code == 0
    assert facts["running"] is True
    assert facts["url"] == url
    assert facts["api"] == f"{url}/api.php"
    assert facts["language"] == "ur"
    assert [each["user"] for each in facts["accounts"]] == ["Admin", "Bot"]
    wiki = LocalWiki(Path(facts["folder"]))
    for account in wiki.accounts:
        for secret in (account.password, str(account.secret)):
            assert secret not in started.out + status.out

    assert run("testwiki", "open").out == f"{url}/\n"
    assert run("testwiki", "open", "حمص شہر").code == 0
    assert opened == [f"{url}/", f"{url}/index.php/%D8%AD%D9%85%D8%B5_%D8%B4%DB%81%D8%B1"]

    assert run("testwiki", "stop").out == "The test wiki is stopped.\n"
    assert run("testwiki", "stop").out == "The test wiki was not running.\n"
    stopped = run("testwiki", "status")
    assert stopped.code == 1
    assert "not running" in stopped.out
    assert "Admin, Bot; passwords in " in stopped.out

    other = run("testwiki", "start", "--dir", wiki.folder, "--lang", "en")
    assert other.code in (2, 3)
    assert "'ur', not 'en'" in other.err


def test_status_of_what_was_never_made_makes_nothing(run: Run, tmp_path: Path) -> None:
    result = run("testwiki", "status", "--format", "json")
    facts = json.loads(result.out)["testwiki"]
    assert result.code == 1
    assert facts["running"] is False
    assert facts["prepared"] is False
    assert not (tmp_path / "data").exists()


def test_stopping_what_was_never_made_makes_nothing(run: Run, tmp_path: Path) -> None:
    assert run("testwiki", "stop").out == "The test wiki was not running.\n"
    assert not (tmp_path / "data").exists()


def test_every_language_has_its_own_folder(tmp_path: Path) -> None:
    assert default_folder("en") == tmp_path / "data" / "homs-wiki" / "testwiki-en"
    assert default_folder("en") != default_folder("ur")


@pytest.mark.parametrize("command", ["start", "reset", "open"])
def test_missing_software_is_told(run: Run, tmp_path: Path, command: str) -> None:
    result = run("testwiki", command, "--mediawiki", tmp_path, "--dir", tmp_path / "wiki")
    assert result.code in (2, 3)
    assert "no MediaWiki in this folder" in result.err
    assert not (tmp_path / "wiki").exists()


@pytest.mark.parametrize("command", ["start", "reset"])
@pytest.mark.usefixtures("needs_mediawiki")
def test_a_folder_of_something_else_is_left_alone(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.tex").touch()
    result = run("testwiki", command, "--dir", tmp_path / "mine", *["--yes"][: command == "reset"])
    assert result.code in (2, 3)
    assert "is no test wiki" in result.err
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.tex"]


def test_reset_asks(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "wiki").mkdir()
    (tmp_path / "wiki" / "settings.json").write_text("{}")
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\n"))
    result = run("testwiki", "reset", "--dir", tmp_path)
    assert result.code == 1
    assert "Delete all pages and accounts" in result.err
    assert result.out.endswith("Nothing was deleted.\n")


@pytest.mark.parametrize("port", ["0", "65536", "x"])
def test_a_port_is_a_number(run: Run, port: str) -> None:
    assert run("testwiki", "start", "--port", port).code == 2


@pytest.mark.parametrize("command", ["start", "stop", "status", "reset", "open"])
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    assert f"  homs-wiki testwiki {command}" in run("testwiki", command, "--help").out


def test_help_imports_nothing_of_a_wiki(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("homs_wiki.wiki")]:
        monkeypatch.delitem(sys.modules, name)
    run("testwiki", "--help")
    assert not [name for name in sys.modules if name.startswith("homs_wiki.wiki")]
