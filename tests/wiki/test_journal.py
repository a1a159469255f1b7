"""What was sent, written down."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from homs_wiki.wiki.journal import Journal, JournalError

API, TITLE = "https://x.example/api.php", "حمص"
SHA1 = "0" * 40


def test_a_draft_is_written_down_before_and_after(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "journal.sqlite"
    with Journal(file, API, TITLE) as journal:
        assert journal.last() is None
        number = journal.begin("abc", 7, SHA1, "why")
    with Journal(file, API, TITLE) as journal:
        assert journal.last() == (number, "abc", 7, SHA1, "why", None)
        journal.finish(number, 8)
    with Journal(file, API, TITLE) as journal:
        assert journal.last() == (number, "abc", 7, SHA1, "why", 8)


def test_pages_and_wikis_are_apart(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite"
    with Journal(file, API, TITLE) as journal:
        journal.begin("abc", 7, SHA1, "why")
    with Journal(file, API, "حلب") as other:
        assert other.entries() == []
    with Journal(file, "https://y.example/api.php", TITLE) as other:
        assert other.entries() == []


def test_only_what_was_not_saved_is_forgotten(tmp_path: Path) -> None:
    with Journal(tmp_path / "journal.sqlite", API, TITLE) as journal:
        first = journal.begin("a", 1, SHA1, "")
        journal.finish(first, 2)
        journal.forget(first)
        second = journal.begin("b", 2, SHA1, "")
        journal.forget(second)
        assert [entry.source for entry in journal.entries()] == ["a"]


def test_a_killed_process_leaves_what_it_wrote(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite"
    program = (
        "import os, sys; from pathlib import Path; from homs_wiki.wiki.journal import Journal\n"
        f"Journal(Path(sys.argv[1]), {API!r}, {TITLE!r}).begin('a', 1, {SHA1!r}, '')\n"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program, str(file)], check=False)
    with Journal(file, API, TITLE) as journal:
        last = journal.last()
    assert last is not None
    assert last.source == "a"


@pytest.mark.parametrize("content", [b"no database at all" * 99, None], ids=["junk", "folder"])
def test_a_file_that_is_no_journal_is_an_error(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "journal.sqlite"
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    with pytest.raises(JournalError, match=r"journal\.sqlite: the journal cannot be used"):
        Journal(file, API, TITLE)


def test_a_journal_of_a_later_version_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite"
    base = sqlite3.connect(file)
    base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(JournalError, match="another version"):
        Journal(file, API, TITLE)


def test_two_runs_never_publish_at_the_same_time(tmp_path: Path) -> None:
    file = tmp_path / "journal.sqlite"
    with Journal(file, API, TITLE) as one, Journal(file, API, TITLE) as other:
        with (
            one.alone(),
            pytest.raises(JournalError, match="another homs-wiki is publishing"),
            other.alone(),
        ):
            pass
        with other.alone():
            assert other.entries() == []
