"""Data files parsed once."""

import os
import sys
import tomllib
from pathlib import Path

import pytest

from homs_wiki.profile.compiled import read_toml


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    made = tmp_path / "a.toml"
    made.write_text('x = [1, "ء"]\n[y]\nz = true', encoding="utf-8")
    return made


CONTENT = {"x": [1, "ء"], "y": {"z": True}}


def kept(file: Path) -> list[Path]:
    return sorted((file.parent / "__pycache__").glob("*"))


def no_parsing(_: str) -> dict[str, object]:
    raise AssertionError("it was parsed again")


def test_it_is_parsed_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_toml(file) == CONTENT
    assert len(kept(file)) == 1
    monkeypatch.setattr(tomllib, "loads", no_parsing)
    assert read_toml(file) == CONTENT


def test_a_changed_file_is_parsed_again(file: Path) -> None:
    read_toml(file)
    file.write_text("x = 2")
    assert read_toml(file) == {"x": 2}
    file.write_text("x = 3")
    os.utime(file, ns=(1, 1))
    assert read_toml(file) == {"x": 3}


@pytest.mark.parametrize("damage", [b"", b"x", b"(", b"\xe9\xff\xff\xff\xff", b"i\x01\x00\x00\x00"])
def test_what_is_damaged_is_parsed_again(file: Path, damage: bytes) -> None:
    read_toml(file)
    kept(file)[0].write_bytes(damage)
    assert read_toml(file) == CONTENT


def test_nothing_is_written_where_no_bytecode_is(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert read_toml(file) == CONTENT
    assert kept(file) == []


def test_a_place_that_cannot_be_written_does_no_harm(file: Path) -> None:
    (file.parent / "__pycache__").touch()
    assert read_toml(file) == CONTENT


def test_a_date_is_no_table_to_keep(file: Path) -> None:
    file.write_text("x = 2024-12-08")
    assert read_toml(file) == tomllib.loads("x = 2024-12-08")
    assert kept(file) == []


def test_what_is_no_toml_is_an_error(file: Path) -> None:
    file.write_bytes(b"x = \xff")
    with pytest.raises(ValueError, match="utf-8"):
        read_toml(file)
    with pytest.raises(FileNotFoundError):
        read_toml(file.with_name("b.toml"))
