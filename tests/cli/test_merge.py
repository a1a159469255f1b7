"""`homs-wiki merge`: what is read and written, and the exit code."""

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BASE = "== محاصرہ ==\nشہر میں 40 افراد تھے۔ لڑائی ہوئی۔\n\nدوسرا پیراگراف یہاں ہے۔\n"
OURS = BASE.replace("40", "50")
THEIRS = BASE.replace("لڑائی", "جنگ")
BOTH = OURS.replace("لڑائی", "جنگ")
OTHERS = BASE.replace("40", "60")
UR = ("--profile", "ur.wikipedia")

Run = Callable[..., Any]


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the three pages, and of one that contradicts ours; the current folder."""
    for name, text in {"base": BASE, "ours": OURS, "theirs": THEIRS, "others": OTHERS}.items():
        (tmp_path / f"{name}.wiki").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


MERGED = ("merge", *UR, "base.wiki", "ours.wiki", "theirs.wiki")
CONFLICT = ("merge", *UR, "base.wiki", "ours.wiki", "others.wiki")

# --- what must be left alone -------------------------------------------------------------------


def test_the_three_are_not_written_to(pages: Path, run: Run) -> None:
    run(*MERGED)
    run(*CONFLICT)
    texts = [(pages / f"{name}.wiki").read_text() for name in ("base", "ours", "theirs", "others")]
    assert texts == [BASE, OURS, THEIRS, OTHERS]


ONE_SIDED = {
    "only theirs changed": ("base.wiki", "base.wiki", "theirs.wiki", THEIRS),
    "only ours changed": ("base.wiki", "ours.wiki", "base.wiki", OURS),
    "both made the same change": ("base.wiki", "ours.wiki", "ours.wiki", OURS),
}


@pytest.mark.parametrize(("base", "ours", "theirs", "expected"), ONE_SIDED.values(), ids=ONE_SIDED)
@pytest.mark.usefixtures("pages")
def test_nothing_to_decide(run: Run, base: str, ours: str, theirs: str, expected: str) -> None:
    result = run("merge", *UR, base, ours, theirs)
    assert (result.code, result.out, result.err) == (0, expected, "")


# --- merged ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("pages")
def test_two_sentences_of_a_paragraph(run: Run) -> None:
    result = run(*MERGED)
    assert (result.code, result.out, result.err) == (0, BOTH, "")


def test_an_edit_in_a_paragraph_that_was_moved(pages: Path, run: Run) -> None:
    moved = "باغی دستے رات کے وقت شہر کے شمالی دروازے سے اندر داخل ہوئے۔\n\n"
    others = "پہلا پیراگراف۔\n\nدوسرا بیان۔\n\nتیسری بات۔\n\nچوتھا قصہ۔\n\n"
    edited = moved.replace("شمالی", "جنوبی")
    (pages / "base.wiki").write_text(moved + others)
    (pages / "ours.wiki").write_text(others + moved)
    (pages / "theirs.wiki").write_text(edited + others)
    result = run(*MERGED)
    assert (result.code, result.out) == (0, others + edited)
    assert result.err == (
        "note: <stdout>:9: an edit of theirs was carried into a block that ours moved\n"
    )
    report = json.loads(run(*MERGED, "--format", "json").out)
    [carried] = report["carried"]
    assert carried["side"] == "theirs"
    assert carried["base"]["line"] == 1
    assert carried["merged"]["line"] == 9


def test_into_a_file(pages: Path, run: Run) -> None:
    result = run(*MERGED, "-o", "out.wiki")
    assert (result.code, result.out, result.err) == (0, "", "")
    assert (pages / "out.wiki").read_text() == BOTH


def test_into_one_of_the_three(pages: Path, run: Run) -> None:
    assert run(*MERGED, "-o", "ours.wiki").code == 0
    assert (pages / "ours.wiki").read_text() == BOTH


@pytest.mark.usefixtures("pages")
def test_a_dash_is_standard_output(run: Run) -> None:
    assert run(*MERGED, "-o", "-").out == BOTH


def test_one_of_the_three_from_standard_input(
    pages: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(THEIRS.encode())))
    assert run("merge", *UR, "base.wiki", pages / "ours.wiki", "-").out == BOTH


@pytest.mark.usefixtures("pages")
def test_no_common_page(run: Run) -> None:
    assert run("merge", *UR, os.devnull, "ours.wiki", "ours.wiki").out == OURS
    assert run("merge", *UR, os.devnull, "ours.wiki", "theirs.wiki").code == 1


LINE_ENDS = {
    "CRLF in ours": ("\n", "\r\n", "\n"),
    "CRLF in theirs": ("\n", "\n", "\r\n"),
    "CRLF in both": ("\r\n", "\r\n", "\r\n"),
    "CR in ours": ("\n", "\r", "\n"),
}


@pytest.mark.parametrize("ends", LINE_ENDS.values(), ids=LINE_ENDS)
def test_line_ends_are_those_of_ours(pages: Path, run: Run, ends: tuple[str, str, str]) -> None:
    texts = {"base": BASE, "ours": OURS, "theirs": THEIRS + "\nتیسرا۔\n"}
    for (name, text), end in zip(texts.items(), ends, strict=True):
        (pages / f"{name}.wiki").write_bytes(text.replace("\n", end).encode())
    assert run(*MERGED, "-o", "out.wiki").code == 0
    expected = (BOTH + "\nتیسرا۔\n").replace("\n", ends[1])
    assert (pages / "out.wiki").read_bytes().decode() == expected


def test_mixed_line_ends_stay_where_they_are(pages: Path, run: Run) -> None:
    first, second, rest = OURS.split("\n", 2)
    (pages / "ours.wiki").write_bytes(f"{first}\r\n{second}\n{rest}".encode())
    assert run(*MERGED, "-o", "out.wiki").code == 0
    first, second, rest = BOTH.split("\n", 2)
    assert (pages / "out.wiki").read_bytes().decode() == f"{first}\r\n{second}\n{rest}"


def test_the_byte_order_mark_is_that_of_ours(pages: Path, run: Run) -> None:
    for name in ("ours", "theirs"):
        text = (pages / f"{name}.wiki").read_text()
        (pages / f"{name}.wiki").write_bytes(text.encode("utf-8-sig"))
        run(*MERGED, "-o", f"{name}.out")
        (pages / f"{name}.wiki").write_text(text)
    assert (pages / "ours.out").read_bytes() == BOTH.encode("utf-8-sig")
    assert (pages / "theirs.out").read_bytes() == BOTH.encode()


# --- conflicts ---------------------------------------------------------------------------------


@pytest.mark.usefixtures("pages")
def test_a_conflict(run: Run) -> None:
    result = run(*CONFLICT)
    assert result.code == 1
    lines = result.out.splitlines()
    assert [line for line in lines if line[:7] in ("<" * 7, "=" * 7, ">" * 7)] == [
        "<<<<<<< ours.wiki",
        "=======",
        ">>>>>>> others.wiki",
    ]
    start, end = lines.index("<<<<<<< ours.wiki") + 1, lines.index(">>>>>>> others.wiki") + 1
    assert result.err.startswith(f"conflict: <stdout>:{start}-{end}: both sides changed the same")


def test_a_conflict_in_a_file(pages: Path, run: Run) -> None:
    result = run(*CONFLICT, "-o", "out.wiki", "-L", "mine", "-L", "before", "-L", "yours")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("conflict: out.wiki:")
    text = (pages / "out.wiki").read_text()
    assert "\n<<<<<<< mine\n" in text
    assert "\n>>>>>>> yours\n" in text


@pytest.mark.usefixtures("pages")
def test_a_label_is_one_line(run: Run) -> None:
    assert "\n<<<<<<< a␊b\n" in run(*CONFLICT, "-L", "a\nb").out


@pytest.mark.usefixtures("pages")
def test_the_base_in_a_conflict(run: Run) -> None:
    assert "||||||| base.wiki\n" in run(*CONFLICT, "--diff3").out
    assert "|||||||" not in run(*CONFLICT).out


@pytest.mark.usefixtures("pages")
def test_the_size_of_markers(run: Run) -> None:
    assert f"\n{'=' * 9}\n" in run(*CONFLICT, "--marker-size", "9").out


# --- for machines ------------------------------------------------------------------------------


@pytest.mark.usefixtures("pages")
def test_a_report(run: Run) -> None:
    result = run(*CONFLICT, "--format", "json")
    assert (result.code, result.err) == (1, "")
    report = json.loads(result.out)
    [conflict] = report["conflicts"]
    assert report["version"] == 1
    assert conflict["kind"] == "both-changed"
    place = conflict["ours"]
    assert "50" in OURS[place["start"] : place["end"]]
    assert (place["line"], place["column"]) == (2, 1)
    place = conflict["merged"]
    assert report["text"][place["start"] : place["end"]].startswith("<<<<<<< ")


def test_a_report_beside_the_file(pages: Path, run: Run) -> None:
    report = json.loads(run(*MERGED, "--format", "json", "-o", "out.wiki").out)
    assert (report["file"], report["conflicts"], report["text"]) == ("out.wiki", [], None)
    assert (pages / "out.wiki").read_text() == BOTH


# --- as git's merge driver ---------------------------------------------------------------------


def test_the_driver_writes_into_ours(pages: Path, run: Run) -> None:
    result = run("merge", *UR, "--driver", "--", "base.wiki", "ours.wiki", "theirs.wiki")
    assert (result.code, result.out) == (0, "")
    assert (pages / "ours.wiki").read_text() == BOTH


def test_the_driver_speaks_of_the_path(pages: Path, run: Run) -> None:
    arguments = ("--driver", "--path=article/x.wiki", "-L", "%X", "-L", "%S", "-L", "%Y")
    result = run("merge", *UR, *arguments, "--", "base.wiki", "ours.wiki", "others.wiki")
    assert result.code == 1
    assert result.err.startswith("conflict: article/x.wiki:2-")
    assert "\n<<<<<<< ours\n" in (pages / "ours.wiki").read_text()


# --- errors ------------------------------------------------------------------------------------

WRONG = {
    "two sides": (("base.wiki", "ours.wiki"), "Missing argument 'THEIRS'"),
    "a missing file": (("base.wiki", "none.wiki", "ours.wiki"), "none.wiki: there is no such file"),
    "a folder": (("base.wiki", ".", "ours.wiki"), ".: a page is wanted, and this is a folder"),
    "standard input twice": (("-", "-", "ours.wiki"), "standard input can be read only once"),
    "a wiki": (("base.wiki", "ours.wiki", "wiki:current"), "no wiki is configured"),
    "no text": (("base.wiki", "ours.wiki", "bad.wiki"), "bad.wiki: not UTF-8"),
    "too large": (("--max-size", "9", "base.wiki", "ours.wiki", "theirs.wiki"), "the limit of 9"),
    "many labels": (("-La", "-Lb", "-Lc", "-Ld", "base.wiki", "a", "b"), "at most three times"),
    "a driver with a target": (("--driver", "-o", "x", "base.wiki", "a", "b"), "no --output"),
    "a target that cannot be written": (
        ("-o", "none/x.wiki", "base.wiki", "ours.wiki", "theirs.wiki"),
        "none/x.wiki: cannot be written: No such file or directory",
    ),
}


@pytest.mark.parametrize(("arguments", "message"), WRONG.values(), ids=WRONG)
def test_wrong_use(pages: Path, run: Run, arguments: tuple[str, ...], message: str) -> None:
    (pages / "bad.wiki").write_bytes(b"\xff")
    result = run("merge", *UR, *arguments)
    assert result.code == 2
    assert message in result.err
    assert result.out == ""


def test_an_unreadable_side_leaves_ours_alone(pages: Path, run: Run) -> None:
    (pages / "theirs.wiki").write_bytes(b"a\0b")
    result = run("merge", *UR, "--driver", "--", "base.wiki", "ours.wiki", "theirs.wiki")
    assert result.code == 2
    assert (pages / "ours.wiki").read_text() == OURS
