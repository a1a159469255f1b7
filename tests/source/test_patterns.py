"""Compiled patterns that are kept from run to run."""

import re
import sys
from pathlib import Path

import pytest

from homs_wiki.source.patterns import Patterns

PATTERNS = {
    "letters": ("[a-z]+", re.IGNORECASE),
    "groups with and without names": (r"(a)(?P<year>\d{4})(?:-(?P<month>\d\d))?", 0),
    "a long class": ("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u4e00-\u9fff]", 0),
    "looking around": (r"(?<=a)b(?!c)|(?i:straße)|\bx\b", re.MULTILINE),
    "spread over lines": ("a  # first\n (?P<q>['\"]).*?(?P=q)", re.VERBOSE | re.DOTALL),
    "possessive": ("(?>a+)b*+", re.ASCII),
}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "patterns.py"


def written(file: Path) -> list[Path]:
    return sorted((file.parent / "__pycache__").glob("*"))


def no_compiling(*_: object) -> re.Pattern[str]:
    raise AssertionError("it was compiled again")


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS.values(), ids=PATTERNS)
def test_what_was_kept_is_the_pattern(
    pattern: str, flags: int, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Patterns(file)
    plain = first.compiled(pattern, flags)
    first.keep()
    monkeypatch.setattr(re, "compile", no_compiling)
    again = Patterns(file).compiled(pattern, flags)
    assert again == plain  # which compares the code as well
    assert (again.flags, again.groups, again.groupindex) == (
        plain.flags,
        plain.groups,
        plain.groupindex,
    )


def test_what_was_kept_before_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = Patterns(file), Patterns(file)
    one.compiled("a")
    other.compiled("b")
    one.keep()
    other.keep()
    monkeypatch.setattr(re, "compile", no_compiling)
    both = Patterns(file)
    assert both.compiled("a").match("a")
    assert both.compiled("b").match("b")


def test_nothing_is_written_where_nothing_was_compiled(file: Path) -> None:
    Patterns(file).keep()
    assert written(file) == []


def test_nothing_is_written_where_no_bytecode_is(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    patterns = Patterns(file)
    patterns.compiled("a")
    patterns.keep()
    assert written(file) == []


def test_nothing_is_kept_where_python_compiles_otherwise(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("re._compiler._code")
    patterns = Patterns(file)
    patterns.compiled("a")
    patterns.keep()
    assert written(file) == []


@pytest.mark.parametrize("cut", [0, 1, 40, -1, -9])
def test_a_damaged_file_is_no_file(cut: int, file: Path) -> None:
    first = Patterns(file)
    first.compiled("a+")
    first.keep()
    (kept,) = written(file)
    kept.write_bytes(kept.read_bytes()[:cut])
    assert Patterns(file).compiled("a+").fullmatch("aa")


def test_damaged_code_is_compiled_anew(file: Path) -> None:
    first = Patterns(file)
    first.compiled("[a-y]+z")
    first.keep()
    (kept,) = written(file)
    content = bytearray(kept.read_bytes())
    place = content.index((ord("z")).to_bytes(4, sys.byteorder))
    content[place - 4 : place] = b"\xff\xff\xff\xff"  # no such operation
    kept.write_bytes(content)
    assert Patterns(file).compiled("[a-y]+z").fullmatch("abz")


def test_a_wrong_pattern_is_told(file: Path) -> None:
    with pytest.raises(re.error):
        Patterns(file).compiled("(")
