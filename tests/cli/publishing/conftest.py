"""A real wiki as the user's own test wiki, and an article to publish."""

import subprocess
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from tests.wiki.conftest import Client, prepared_wiki, software

from homs_wiki.wiki.local import LocalWiki

__all__ = ["prepared_wiki", "software"]

_numbers = count(1)
TEXT = """'''شہر''' ایک جگہ ہے۔ اس کی آبادی 40 ہزار ہے۔

== پس منظر ==
یہاں ایک قلعہ ہے۔<ref name="one">ایک کتاب، صفحہ 5</ref>

== نتائج ==
سب ختم ہوا۔

== حوالہ جات ==
{{حوالہ جات}}
"""


@pytest.fixture(scope="session")
def running(
    prepared_wiki: LocalWiki,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[LocalWiki]:
    """One wiki for all these tests: each has pages of its own."""
    with prepared_wiki.copy_to(tmp_path_factory.mktemp("publishing") / "wiki") as wiki:
        yield wiki


@pytest.fixture(scope="session")
def admin(running: LocalWiki) -> Client:
    """Somebody else who edits."""
    return Client(running, running.accounts.admin)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the user's own is read or written."""
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.delenv("HOMS_WIKI_TESTWIKI", raising=False)
    monkeypatch.setenv("HOMS_WIKI_JOURNAL", str(tmp_path / "journal.sqlite"))
    for key in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{key}_NAME", "مصنف")
        monkeypatch.setenv(f"GIT_{key}_EMAIL", "author@example.org")


class Article:
    """A folder with one article, and the page that it is on the wiki.

    Attributes:
        title: of the page; no other test has it.
        file: its path.
    """

    def __init__(self, folder: Path, admin: Client, wiki: LocalWiki) -> None:
        self.title = f"صفحہ {next(_numbers)}"
        self.folder = folder
        self.file = folder / "page.wiki"
        self.wiki = wiki
        self._admin = admin
        folder.mkdir()
        toml = f'title = "{self.title}"\nwiki = "ur.wikipedia"\nfile = "page.wiki"\n'
        (folder / "article.toml").write_text(toml, encoding="utf-8")
        self.file.write_text(TEXT, encoding="utf-8")

    @property
    def text(self) -> str:
        return self.file.read_text("utf-8")

    def change(self, old: str, new: str) -> None:
        assert old in self.text
        self.file.write_text(self.text.replace(old, new), encoding="utf-8")

    def other_changes(self, old: str, new: str) -> None:
        """Let somebody else change the page on the wiki."""
        text = self._admin.text(self.title)
        assert old in text
        answer = self._admin.edit(self.title, text.replace(old, new))
        assert answer["edit"]["result"] == "Success"

    def history(self) -> list[dict[str, Any]]:
        answer = self._admin(
            action="query", prop="revisions", titles=self.title, rvdir="newer", rvlimit="max",
            rvprop="ids|user|comment|content|flags|timestamp|sha1", rvslots="main",
        )  # fmt: skip
        (page,) = answer["query"]["pages"]
        return list(page.get("revisions", ()))

    def texts(self) -> list[str]:
        return [revision["slots"]["main"]["content"] for revision in self.history()]

    def latest(self) -> int:
        return int(self.history()[-1]["revid"])

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=off", *arguments], cwd=self.folder,
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout

    def commit(self, text: str, subject: str) -> str:
        self.file.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "-qm", subject)
        return self.git("rev-parse", "HEAD").strip()


@pytest.fixture
def article(
    tmp_path: Path, running: LocalWiki, admin: Client, monkeypatch: pytest.MonkeyPatch
) -> Article:
    """An article that is nowhere yet; its folder is the current one."""
    monkeypatch.setenv("HOMS_WIKI_TESTWIKI", str(running.folder))
    made = Article(tmp_path / "article", admin, running)
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def repository(article: Article) -> Article:
    """The same in a repository that has no commit yet."""
    article.git("init", "-q", "-b", "main")
    return article


@pytest.fixture
def configured(running: LocalWiki) -> Iterator[Callable[[str], None]]:
    """Return a function that sets something in PHP for the time of the test."""
    yield lambda php: running.configure("test", php)
    running.configure("test", None)
