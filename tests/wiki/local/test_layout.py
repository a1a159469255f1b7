"""Whose a folder is, and who works on it."""

import errno
import os
from pathlib import Path

import pytest

from homs_wiki.wiki.local.errors import BusyError, FolderError
from homs_wiki.wiki.local.layout import Layout, usable
from homs_wiki.wiki.local.locks import is_locked, locked


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("mine")
    with pytest.raises(FolderError, match="is no test wiki"), Layout(tmp_path).claimed():
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


def test_what_else_lies_in_our_folder_is_left_alone(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    with layout.claimed():
        (tmp_path / "notes.txt").write_text("mine")
        layout.unfinished.mkdir()
    with layout.claimed():
        pass
    assert {path.name for path in tmp_path.iterdir()} == {layout.marker.name, "notes.txt"}


@pytest.mark.parametrize("name", ["new", "deep/er", "."])
def test_a_missing_or_empty_folder_becomes_ours(tmp_path: Path, name: str) -> None:
    with Layout(tmp_path / name).claimed():
        assert (tmp_path / name / ".homs-wiki-testwiki").stat().st_mode & 0o777 == 0o600


def test_a_new_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    with Layout(tmp_path / "new").claimed():
        assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolderError, match="file"), Layout(tmp_path / "file").claimed():
        pass


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(FolderError, match="name another folder"), Layout(tmp_path / "x").claimed():
        pass


def test_two_cannot_work_on_one_folder(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    again = pytest.raises(BusyError, match="try again")
    with layout.claimed(), again, layout.claimed(patience=0):
        pass
    with layout.claimed(patience=0):
        pass


def test_what_was_not_finished_is_swept_away(tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    with layout.claimed():
        pass
    (layout.unfinished / "data").mkdir(parents=True)
    layout.discarded.mkdir()
    with layout.claimed():
        assert not layout.unfinished.exists()
        assert not layout.discarded.exists()
        layout.unfinished.mkdir()
    assert not layout.unfinished.exists()


def test_no_space_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="no space is left"), usable(tmp_path):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_lock_ends_with_its_descriptor(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    assert not is_locked(path)
    with locked(path, patience=0, busy=""):
        assert is_locked(path)
    assert path.exists()
    assert not is_locked(path)


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(FolderError, match="name another folder"):
        Layout(tmp_path / "a" / "wiki")


def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "there")
    assert Layout(tmp_path / "here").folder == (tmp_path / "there").resolve()
