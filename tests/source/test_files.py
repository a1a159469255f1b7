import os
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.source import (
    ChangedMeanwhileError,
    Edit,
    SourceFile,
    UnreadableError,
    apply_edits,
    read_file,
    read_stream,
    write_atomic,
)

FILES = {
    "LF": b"a\nb\n",
    "CRLF": b"a\r\nb\r\n",
    "mixed": b"a\r\nb\nc\rd",
    "no final newline": b"a\nb",
    "byte order mark": b"\xef\xbb\xbfa\r\nb",
    "empty": b"",
    "only a byte order mark": b"\xef\xbb\xbf",
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES.keys())
def test_a_file_comes_back_byte_for_byte(data: bytes) -> None:
    source = SourceFile("a.wiki", data)
    assert "\r" not in source.text
    assert not source.text.startswith("\ufeff")
    assert source.edited([]) == data


def test_an_edit_keeps_all_line_ends_and_the_byte_order_mark() -> None:
    source = SourceFile("a.wiki", b"\xef\xbb\xbfone\r\ntwo\nthree\r\n")
    start = source.text.index("two")
    edited = source.edited([Edit(start, start + 3, "2\n2")])
    assert edited == b"\xef\xbb\xbfone\r\n2\r\n2\nthree\r\n"


def test_offsets_lead_back_to_the_file() -> None:
    source = SourceFile("a.wiki", "ا\r\nب\nج\r\nد".encode())
    for letter in "ابجد":
        assert source.original[source.file_offset(source.text.index(letter))] == letter
    assert source.file_offset(source.text.index("\n")) == source.original.index("\r")
    assert source.file_offset(len(source.text)) == len(source.original)


@given(st.text(alphabet="ab\r\n"), st.data())
def test_an_edit_leaves_the_rest(text: str, data: st.DataObject) -> None:
    source = SourceFile("a.wiki", text.encode())
    start = data.draw(st.integers(0, len(source.text)))
    end = data.draw(st.integers(start, len(source.text)))
    new = data.draw(st.text(alphabet="c\n"))
    edited = source.edited([Edit(start, end, new)])
    before = source.original[: source.file_offset(start)].encode()
    behind = source.original[source.file_offset(end) :].encode()
    assert edited.startswith(before)
    assert edited.endswith(behind)
    assert len(edited) >= len(before) + len(behind)
    # Whatever line ends meet, who reads the file sees what the edit says.
    read = SourceFile("a.wiki", edited).text
    assert read == apply_edits(source.text, [Edit(start, end, new)])


MEETING = {
    "a new line before LF": (b"a\rb\n\n", "b", "b\n", b"a\rb\r\n\n\n"),
    "what parted CR from LF": (b"a\rb\nc", "b", "", b"a\r\n\nc"),
    "CRLF everywhere": (b"a\r\nb\r\nc", "b", "x\n", b"a\r\nx\r\n\r\nc"),
}


@pytest.mark.parametrize(("data", "old", "new", "expected"), MEETING.values(), ids=MEETING)
def test_line_ends_that_meet_stay_two(data: bytes, old: str, new: str, expected: bytes) -> None:
    source = SourceFile("a.wiki", data)
    start = source.text.index(old)
    assert source.edited([Edit(start, start + len(old), new)]) == expected


@pytest.mark.parametrize(
    ("data", "offset", "problem"),
    [
        (b"abc\xff", 3, "not UTF-8"),
        (b"\xef\xbb\xbfab\xc3(", 5, "not UTF-8"),
        ("حمص".encode("utf-16"), 0, "not UTF-8"),
        ("حمص".encode()[:-1], 4, "not UTF-8"),
        (b"ab\0c", 2, "NUL byte"),
        (b"\xed\xa0\x80", 0, "not UTF-8"),
    ],
)
def test_what_is_no_text_is_named_with_its_place(data: bytes, offset: int, problem: str) -> None:
    with pytest.raises(
        UnreadableError, match=f"page.wiki.*{problem}.*byte offset {offset}"
    ) as info:
        SourceFile("page.wiki", data)
    assert info.value.offset == offset


def test_a_missing_file_a_folder_and_a_large_file_are_named(tmp_path: Path) -> None:
    large = tmp_path / "large.wiki"
    large.write_bytes(b"x" * 11)
    with pytest.raises(UnreadableError, match="no such file"):
        read_file(tmp_path / "none.wiki")
    with pytest.raises(UnreadableError, match="is a directory"):
        read_file(tmp_path)
    with pytest.raises(UnreadableError, match="limit of 10 bytes"):
        read_file(large, limit=10)
    assert read_file(large, limit=11).text == "x" * 11


def test_writing_replaces_the_file_and_keeps_its_mode(tmp_path: Path) -> None:
    page = tmp_path / "page.wiki"
    page.write_bytes(b"old")
    page.chmod(0o640)
    link = tmp_path / "link.wiki"
    link.symlink_to(page)
    write_atomic(link, b"new")
    assert page.read_bytes() == b"new"
    assert page.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.wiki", "page.wiki"]


@pytest.mark.skipif(os.getuid() != 0, reason="only the superuser may write another's file")
def test_another_owner_stays(tmp_path: Path) -> None:
    file = tmp_path / "page.wiki"
    file.write_bytes(b"old")
    file.chmod(0o640)
    os.chown(file, 1234, 99)
    write_atomic(file, b"new")
    status = file.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o7777) == (1234, 99, 0o640)


@pytest.mark.parametrize("letter", ["a", "ح"])
def test_the_longest_name_can_be_written(letter: str, tmp_path: Path) -> None:
    file = tmp_path / (letter * (255 // len(letter.encode())))
    write_atomic(file, b"first")
    write_atomic(file, b"second")
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"second"]


def test_what_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    page = tmp_path / "page.wiki"
    page.write_bytes(b"changed")
    with pytest.raises(ChangedMeanwhileError, match=r"page\.wiki: was changed"):
        write_atomic(page, b"new", expected=b"old")
    assert page.read_bytes() == b"changed"
    assert [path.name for path in tmp_path.iterdir()] == ["page.wiki"]
    write_atomic(page, b"new", expected=b"changed")
    assert page.read_bytes() == b"new"


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.wiki"
    page.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomic(page, b"new")
    assert page.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.wiki"]


@pytest.mark.parametrize(
    ("data", "newline"),
    [(b"", "\n"), (b"a", "\n"), (b"a\r\nb\n", "\r\n"), (b"a\nb\r\n", "\n"), (b"a\rb\n", "\r")],
)
def test_the_line_end_of_new_lines(data: bytes, newline: str) -> None:
    assert SourceFile("a.wiki", data).newline == newline


def test_a_stream_that_fails_is_named() -> None:
    class Failing(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, f"Input/output error after {size}")

    with pytest.raises(UnreadableError, match="<stdin>: cannot be read: Input/output error"):
        read_stream(Failing(), "<stdin>")
