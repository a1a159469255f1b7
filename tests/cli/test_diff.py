"""`homs-wiki diff`: files and folders, what is written, and the exit code."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from homs_wiki.cli.commands.diff import FORMATS
from homs_wiki.cli.pages import PageReader
from homs_wiki.diff import output
from homs_wiki.source import read_file

OLD = "== محاصرہ ==\nشہر میں 40 افراد تھے۔ لڑائی ہوئی۔\n\nدوسرا پیراگراف یہاں ہے۔\n"
NEW = "== محاصرہ ==\nشہر میں 46 افراد تھے۔ لڑائی ہوئی۔\n\nدوسرا پیراگراف یہاں ہے۔\n"
UR = ("--profile", "ur.wikipedia")

Run = Callable[..., Any]


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, Path]:
    return write(tmp_path / "old.wiki", OLD), write(tmp_path / "new.wiki", NEW)


def names(out: str) -> list[tuple[str | None, str | None]]:
    """Return the files of the JSON output: the names of both sides, None for a missing one."""
    return [
        (file["old"] and file["old"]["name"], file["new"] and file["new"]["name"])
        for file in json.loads(out)["files"]
    ]


# --- what must be left alone -------------------------------------------------------------------


@pytest.mark.parametrize("format_name", ["text", "unified", "json", "html"])
def test_the_same_page_twice(run: Run, tmp_path: Path, format_name: str) -> None:
    old, new = write(tmp_path / "old.wiki", OLD), write(tmp_path / "new.wiki", OLD)
    result = run("diff", "--format", format_name, old, new)
    assert (result.code, result.err) == (0, "")


def test_the_inputs_are_not_written_to(run: Run, pages: tuple[Path, Path]) -> None:
    run("diff", *UR, *pages)
    assert [page.read_text() for page in pages] == [OLD, NEW]


# --- two files ---------------------------------------------------------------------------------


def test_two_files(run: Run, pages: tuple[Path, Path]) -> None:
    result = run("diff", *UR, *pages)
    assert (result.code, result.err) == (1, "")
    assert "46" in result.out
    assert not {"\x1b", "\r"} & {*result.out}


def test_a_patch(run: Run, pages: tuple[Path, Path]) -> None:
    result = run("diff", *UR, "--format", "unified", *pages)
    assert result.code == 1
    assert "-شہر میں 40 افراد تھے۔ لڑائی ہوئی۔\n" in result.out
    assert "+شہر میں 46 افراد تھے۔ لڑائی ہوئی۔\n" in result.out


def test_context(run: Run, pages: tuple[Path, Path]) -> None:
    whole = run("diff", *UR, "--format", "unified", "-U", "5", *pages).out
    none = run("diff", *UR, "--format", "unified", "--context", "0", *pages).out
    assert "\n == محاصرہ ==\n" in whole
    assert "\n == محاصرہ ==\n" not in none


def test_only_one_view(run: Run, pages: tuple[Path, Path]) -> None:
    changes, text = (
        json.loads(run("diff", *UR, "--format", "json", f"--{view}-only", *pages).out)["files"][0]
        for view in ("changes", "text")
    )
    assert changes["changes"]
    assert not changes["rows"]
    assert text["rows"]
    assert not text["changes"]


def test_a_patch_has_no_changes_to_show(run: Run, pages: tuple[Path, Path]) -> None:
    result = run("diff", "--format", "unified", "--changes-only", *pages)
    assert result.code == 2
    assert "--changes-only" in result.err


def test_one_side_from_standard_input(
    run: Run, pages: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NEW.encode())))
    result = run("diff", *UR, "--format", "json", pages[0], "-")
    assert result.code == 1
    assert names(result.out) == [(str(pages[0]), "<stdin>")]


CREATED = {
    "created": (os.devnull, "new.wiki", (None, "new.wiki")),
    "removed": ("old.wiki", os.devnull, ("old.wiki", None)),
}


@pytest.mark.parametrize(("old", "new", "expected"), CREATED.values(), ids=CREATED)
def test_a_side_that_is_missing(
    run: Run,
    pages: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    old: str,
    new: str,
    expected: tuple[str | None, str | None],
) -> None:
    monkeypatch.chdir(pages[0].parent)
    result = run("diff", *UR, "--format", "json", old, new)
    assert result.code == 1
    assert names(result.out) == [expected]


def test_only_line_ends_differ(run: Run, tmp_path: Path) -> None:
    old = write(tmp_path / "old.wiki", OLD)
    new = write(tmp_path / "new.wiki", OLD.replace("\n", "\r\n"))
    result = run("diff", *UR, old, new)
    assert result.code == 1
    assert "line ends" in result.out


def test_the_wiki_is_that_of_the_article(run: Run, pages: tuple[Path, Path]) -> None:
    write(pages[0].parent / "article.toml", 'wiki = "ur.wikipedia"\n')
    assert run("diff", *pages).err == ""


def test_the_wiki_is_that_of_the_settings(run: Run, pages: tuple[Path, Path]) -> None:
    write(pages[0].parent / "homs-wiki.toml", 'profile = "ur.wikipedia"\n')
    assert run("diff", *pages).err == ""


WIKIS = {
    "nothing says it": ({}, "ur.wikipedia"),
    "settings of the new one": ({"new/homs-wiki.toml": 'profile = "fa.wikipedia"'}, "fa.wikipedia"),
    "settings of the old one": ({"old/homs-wiki.toml": 'profile = "fa.wikipedia"'}, "fa.wikipedia"),
    "the newest is asked first": (
        {
            "new/homs-wiki.toml": 'profile = "fa.wikipedia"',
            "old/article.toml": 'wiki = "de.wikipedia"',
        },
        "fa.wikipedia",
    ),
    "article.toml before settings": (
        {
            "new/homs-wiki.toml": 'profile = "fa.wikipedia"',
            "new/article.toml": 'wiki = "de.wikipedia"',
        },
        "de.wikipedia",
    ),
}


@pytest.mark.parametrize(("files", "expected"), WIKIS.values(), ids=WIKIS)
def test_all_versions_are_of_one_wiki(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    paths = [write(tmp_path / side / "page.wiki", OLD) for side in ("new", "old")]
    for name, text in files.items():
        write(tmp_path / name, text)
    versions = [(path, read_file(path)) for path in paths]
    assert PageReader(None, 1000, quiet=True).profile(versions).name == expected


def test_settings_that_cannot_be_read_are_told(run: Run, pages: tuple[Path, Path]) -> None:
    write(pages[0].parent / "homs-wiki.toml", "profile = 1\n")
    result = run("diff", *pages)
    assert result.code == 2
    assert "homs-wiki.toml" in result.err


def test_a_guessed_wiki_is_told_once(run: Run, pages: tuple[Path, Path]) -> None:
    result = run("diff", *pages)
    assert result.err.count("note: ") == 1
    assert "--profile" in result.err


def test_an_unknown_wiki(run: Run, pages: tuple[Path, Path]) -> None:
    result = run("diff", "--profile", "../../etc", *pages)
    assert result.code == 1
    assert result.err.startswith("note: There are no data for the language of '../../etc'")


# --- folders -----------------------------------------------------------------------------------


def test_folders_are_paired_by_name(run: Run, tmp_path: Path, monkeypatch: Any) -> None:
    for name, text in {
        "a/same.wiki": OLD,
        "b/same.wiki": OLD,
        "a/deep/changed.wikitext": OLD,
        "b/deep/changed.wikitext": NEW,
        "a/gone.mediawiki": OLD,
        "b/صفحہ نیا.wiki": NEW,
        "a/notes.txt": "x",
    }.items():
        write(tmp_path / name, text)
    monkeypatch.chdir(tmp_path)
    result = run("diff", *UR, "--format", "json", "a", "b")
    assert result.code == 1
    assert names(result.out) == [
        ("a/deep/changed.wikitext", "b/deep/changed.wikitext"),
        ("a/gone.mediawiki", None),
        (None, "b/صفحہ نیا.wiki"),
    ]


def test_a_folder_without_pages_on_one_side(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "b" / "x.wiki", NEW)
    result = run("diff", *UR, "--format", "json", tmp_path / "empty", tmp_path / "b")
    assert (result.code, len(names(result.out))) == (1, 1)


def test_a_bad_page_stops_no_other(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "a" / "1.wiki", b"\xff")
    for name, text in {"b/1": "x", "a/2": OLD, "b/2": NEW}.items():
        write(tmp_path / f"{name}.wiki", text)
    result = run("diff", *UR, tmp_path / "a", tmp_path / "b")
    assert result.code == 2
    assert f"error: {tmp_path / 'a' / '1.wiki'}: not UTF-8" in result.err
    assert "46" in result.out


# --- where it is written -----------------------------------------------------------------------


@pytest.mark.parametrize("format_name", ["text", "unified", "json", "html"])
def test_into_a_file(run: Run, pages: tuple[Path, Path], tmp_path: Path, format_name: str) -> None:
    target = tmp_path / "changes.out"
    printed = run("diff", *UR, "--format", format_name, "--no-color", *pages)
    result = run("diff", *UR, "--format", format_name, "-o", target, *pages)
    assert (result.code, result.out) == (1, "")
    assert target.read_text() == printed.out


def test_into_the_file_that_is_read(run: Run, pages: tuple[Path, Path]) -> None:
    assert run("diff", *UR, "--format", "unified", "-o", pages[0], *pages).code == 1
    assert pages[0].read_text().startswith("diff --git ")


def test_a_dash_is_standard_output(run: Run, pages: tuple[Path, Path]) -> None:
    assert "46" in run("diff", *UR, "-o", "-", *pages).out


def test_a_device_is_not_replaced(run: Run, pages: tuple[Path, Path]) -> None:
    assert run("diff", *UR, "-o", os.devnull, *pages).code == 1
    assert not Path(os.devnull).is_file()


def test_a_place_that_cannot_be_written(run: Run, pages: tuple[Path, Path], tmp_path: Path) -> None:
    for target in (tmp_path / "none" / "x.html", tmp_path):
        result = run("diff", *UR, "-o", target, *pages)
        assert result.code == 2
        assert result.err.startswith(f"error: {target}: cannot be written: ")


def test_what_cannot_be_compared_leaves_the_target_alone(run: Run, tmp_path: Path) -> None:
    target = write(tmp_path / "changes.html", "before")
    bad = write(tmp_path / "bad.wiki", b"\0")
    assert run("diff", "--format", "html", "-o", target, bad, bad).code == 2
    assert target.read_text() == "before"


def test_colour_only_when_wanted(run: Run, pages: tuple[Path, Path], monkeypatch: Any) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" not in run("diff", *UR, *pages).out
    assert "\x1b[" in run("diff", *UR, "--color", *pages).out
    monkeypatch.setenv("GIT_PAGER_IN_USE", "true")
    assert "\x1b[" in run("diff", *UR, *pages).out
    assert "\x1b[" not in run("diff", *UR, "--no-color", *pages).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("diff", *UR, *pages).out


def test_every_format_there_is() -> None:
    assert tuple(output.FORMATS) == FORMATS


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from homs_wiki.cli.main import exit_code; "
        "exit_code(['diff', '--help']); exit_code(['merge', '--help']); print(*sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    modules = set(result.stdout.decode().splitlines()[-1].split())
    assert not modules & {"homs_wiki.diff", "homs_wiki.page", "rapidfuzz", "subprocess"}


def test_nothing_heavy_is_imported() -> None:
    code = (
        "import sys; from homs_wiki.cli.main import exit_code; "
        "exit_code(['diff', '--text-only', '--profile', 'ur.wikipedia', '/dev/null', '-']); "
        "print(*sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], input=b"x", capture_output=True, check=True
    )
    modules = set(result.stdout.decode().splitlines()[-1].split())
    assert not modules & {"rich", "babel", "jinja2", "mwparserfromhell", "subprocess", "difflib"}
    assert not {name for name in modules if name.startswith("homs_wiki.lint")}


# --- errors ------------------------------------------------------------------------------------

BAD = {
    "a NUL byte": (b"a\0b", "a NUL byte at byte offset 1: this is not a text file"),
    "no UTF-8": (b"a\xff", "not UTF-8: the byte 0xff at byte offset 1 cannot be decoded"),
}


@pytest.mark.parametrize(("data", "message"), BAD.values(), ids=BAD)
@pytest.mark.parametrize("side", [0, 1])
def test_a_page_that_is_no_text(
    run: Run, pages: tuple[Path, Path], data: bytes, message: str, side: int
) -> None:
    write(pages[side], data)
    result = run("diff", *UR, *pages)
    assert result.code == 2
    assert f"error: {pages[side]}: {message}" in result.err


def test_a_page_over_the_limit(run: Run, pages: tuple[Path, Path]) -> None:
    result = run("diff", "--max-size", "20", *pages)
    assert result.code == 2
    assert "larger than the limit of 20 bytes" in result.err


WRONG = {
    "standard input twice": (("-", "-"), "standard input can be read only once"),
    "both missing": ((os.devnull, os.devnull), "both sides are missing"),
    "one file missing": (("old.wiki", "none.wiki"), "none.wiki: there is no such file or folder"),
    "a folder and a file": (
        ("folder", "old.wiki"),
        "folder is a folder and old.wiki a file: they cannot be compared",
    ),
    "a file and a folder": (("old.wiki", "folder"), "folder is a folder and old.wiki a file"),
    "a wiki": (("wiki:123", "old.wiki"), "wiki:123: no wiki is configured"),
    "the page on a wiki": (("old.wiki", "wiki:current"), "wiki:current: no wiki is configured"),
    "a wiki alone": (("wiki:123",), "wiki:123: no wiki is configured"),
    "three files": (("old.wiki", "new.wiki", "old.wiki"), "paths can be chosen only from"),
    "paths of files": (("old.wiki", "new.wiki", "--", "x"), "paths can be chosen only from"),
    "standard input alone": (("-",), "standard input alone; what is it to be compared with?"),
    "empty": (("", "old.wiki"), "there is no such file or folder"),
    "an unknown format": (("--format", "pdf", "old.wiki", "new.wiki"), "'pdf' is not one of"),
    "negative context": (("-U", "-1", "old.wiki", "new.wiki"), "-1"),
}


@pytest.mark.parametrize(("arguments", "message"), WRONG.values(), ids=WRONG)
def test_wrong_use(
    run: Run,
    pages: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    message: str,
) -> None:
    folder = pages[0].parent
    write(folder / "folder" / "x.wiki", OLD)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder))
    result = run("diff", *arguments)
    assert result.code == 2
    assert message in result.err


def test_one_file_alone_outside_of_a_repository(
    run: Run, pages: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pages[0].parent)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(pages[0].parents[1]))
    result = run("diff", "old.wiki")
    assert result.code == 2
    assert "old.wiki: it is alone, and the current folder is in no git repository" in result.err


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_page_that_may_not_be_read(run: Run, pages: tuple[Path, Path]) -> None:
    pages[1].chmod(0)
    result = run("diff", *UR, *pages)
    assert result.code == 2
    assert f"error: {pages[1]}: cannot be read: Permission denied" in result.err


def test_an_argument_does_not_disturb_the_terminal(run: Run, pages: tuple[Path, Path]) -> None:
    result = run("diff", "a\x1b[31m\u202e", pages[0])
    assert result.code == 2
    assert not {"\x1b", "\u202e"} & {*result.err}
